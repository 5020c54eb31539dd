import { connecting } from './stories/connecting.mjs';
import { detail } from './stories/detail.mjs';
import { german } from './stories/german.mjs';
import { longList } from './stories/long-list.mjs';
import { printers } from './stories/printers.mjs';
import { prints } from './stories/prints.mjs';
import { settings } from './stories/settings.mjs';

/**
 * All that is looked at.
 * @type {readonly import('./stories/story.mjs').Scene[]}
 */
export const scenes = [...printers, ...longList, ...detail, ...prints, ...connecting, ...settings, ...german];
