import { connecting } from './scenes/connecting.mjs';
import { detail } from './scenes/detail.mjs';
import { german } from './scenes/german.mjs';
import { longList } from './scenes/long-list.mjs';
import { printers } from './scenes/printers.mjs';
import { settings } from './scenes/settings.mjs';

/**
 * All that is looked at.
 * @type {readonly import('./scenes/scene.mjs').Scene[]}
 */
export const scenes = [...printers, ...longList, ...detail, ...connecting, ...settings, ...german];
