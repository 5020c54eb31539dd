import { rasterise } from '../../../tools/icons/rasterise.mjs';
import { trayIcons } from '../../../tools/icons/tray-icon.mjs';
import { panels, type TrayState } from '../../../tools/icons/tray-palette.mjs';
import { type ColourName, colourOf, type Pixels, type Rgb, readPng } from './pixels.ts';

export const wanted: Readonly<Record<TrayState, ColourName>> = {
  online: 'green',
  offline: 'amber',
  'reconnect-needed': 'red',
  'perks-needed': 'violet',
  'update-needed': 'violet',
  unknown: 'grey',
  checking: 'grey',
  off: 'grey',
  none: 'grey',
};
const { blue: bluePanel, ...greyPanels } = panels;
/** A coloured panel. */
export const blue = bluePanel;
/** Grey panels, from which an icon differs only in lightness. */
export const backgrounds = Object.entries(greyPanels).map(([name, hex]) => [name, colourOf(hex)] as const);

export function drawn(name: string, size: number): Pixels {
  return readPng(rasterise(trayIcons.get(name)?.(size) ?? ''));
}

export function near(one: Rgb, other: Rgb): boolean {
  return one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= 2);
}
