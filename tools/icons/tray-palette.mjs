/**
 * @typedef {import('../../src/domain/glance.ts').GlanceState} TrayState
 * @typedef {'online' | 'offline' | 'reconnect-needed' | 'perks-needed' | 'update-needed'} StaleState
 * @typedef {'check' | 'bar' | 'exclamation' | 'star' | 'arrow' | 'question' | 'dots' | 'plus' | 'hollow'} Figure
 * @typedef {object} Look
 * @property {Figure} figure what is drawn, see tray-icon.mjs
 * @property {string} edge outermost colour; it alone has to stand out from a light and from a dark panel
 * @property {string} fill of disc and star; rings have none
 * @property {string} glyph the mark inside
 */

/**
 * The panels and menus the icons are made for: Adwaita's light window colour, a usual dark panel, the taskbars of
 * Windows 11, which can be light or dark whatever the theme of apps, its default accent colour, and a white menu.
 */
export const panels = {
  light: '#f6f5f4',
  dark: '#2d2d2d',
  windowsLight: '#eeeeee',
  windowsDark: '#202020',
  blue: '#0067c0',
  menu: '#ffffff',
};

/**
 * The look of every tray state. Edges have a relative luminance between 0.18 and 0.27, the only range with a contrast
 * of 3:1 against both panels. Amber is bright with a dark bar whereas green and red are deep with a white mark, so that
 * the three also differ in greyscale. The states that need Supporter Perks and an update are both violet: one is dark
 * with a white mark, the other white with a dark one.
 * @type {Readonly<Record<TrayState, Look>>}
 */
export const looks = {
  online: { figure: 'check', edge: '#138a43', fill: '#1ba655', glyph: '#ffffff' },
  offline: { figure: 'bar', edge: '#b86f00', fill: '#ffb31a', glyph: '#2e1b00' },
  'reconnect-needed': { figure: 'exclamation', edge: '#e0352b', fill: '#ea4d43', glyph: '#ffffff' },
  'perks-needed': { figure: 'star', edge: '#8e5bf0', fill: '#9d70f7', glyph: '#ffffff' },
  'update-needed': { figure: 'arrow', edge: '#8e5bf0', fill: '#ffffff', glyph: '#7a42e8' },
  unknown: { figure: 'question', edge: '#808080', fill: 'none', glyph: '#808080' },
  checking: { figure: 'dots', edge: '#808080', fill: 'none', glyph: '#808080' },
  off: { figure: 'hollow', edge: '#808080', fill: 'none', glyph: '#808080' },
  none: { figure: 'plus', edge: '#808080', fill: 'none', glyph: '#808080' },
};

/**
 * The look of every tray icon. Grey doesn't stand out from coloured panels, so glyphs in a grey eye are dark on light;
 * only an eye that is off is empty.
 * @type {Readonly<Record<TrayState, Look>>}
 */
export const trayLooks = {
  ...looks,
  unknown: { ...looks.unknown, fill: '#e2e2e2', glyph: '#474747' },
  checking: { ...looks.checking, fill: '#e2e2e2', glyph: '#474747' },
  none: { ...looks.none, fill: '#e2e2e2', glyph: '#474747' },
};

/**
 * The looks of stale states: every state that claims something about printers, which the grey ones don't. The colours
 * are dulled rather than transparent, so that they look the same on every panel, and stay within the luminance range
 * above.
 * @type {Readonly<Record<StaleState, Omit<Look, 'figure'>>>}
 */
export const staleLooks = {
  online: { edge: '#3a8759', fill: '#409463', glyph: '#e3efe8' },
  offline: { edge: '#9a7130', fill: '#c4954a', glyph: '#33240c' },
  'reconnect-needed': { edge: '#bb5951', fill: '#bb5951', glyph: '#f8e8e7' },
  'perks-needed': { edge: '#8762d0', fill: '#8762d0', glyph: '#f7f4fc' },
  'update-needed': { edge: '#8762d0', fill: '#f7f4fc', glyph: '#7a56c4' },
};

/** The clock of a stale icon: its face stands out from a dark panel, its rim from a light one. */
export const clockLook = { rim: '#4d4d4d', face: '#ffffff', hands: '#1f1f1f' };

/** @type {readonly TrayState[]} */
export const trayStates = /** @type {TrayState[]} */ (Object.keys(looks));

/** @type {readonly StaleState[]} */
export const staleStates = /** @type {StaleState[]} */ (Object.keys(staleLooks));
