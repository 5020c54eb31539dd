import { connecting } from './stories/connecting.mjs';
import { detail } from './stories/detail.mjs';
import { filters } from './stories/filters.mjs';
import { german } from './stories/german.mjs';
import { keyboard } from './stories/keyboard.mjs';
import { order } from './stories/order.mjs';
import { printers } from './stories/printers.mjs';
import { prints } from './stories/prints.mjs';
import { settings } from './stories/settings.mjs';

/**
 * All that is looked at.
 * @type {readonly import('./stories/story.mjs').Scene[]}
 */
export const scenes = [
  ...[...printers, ...filters, ...keyboard, ...order, ...detail, ...prints],
  ...[...connecting, ...settings, ...german],
];
