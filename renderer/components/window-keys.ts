/** What a shortcut does with the window, wherever the focus is. */
export type WindowKey = 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'close' | 'settings';

/** The parts of a keyboard event used here. */
export interface KeyPress {
  readonly key: string;
  /** The physical key. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const keys: ReadonlyMap<string, WindowKey> = new Map([
  ['+', 'zoom-in'],
  // On many keyboards + is the shifted =.
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['_', 'zoom-out'],
  ['0', 'zoom-reset'],
  ['w', 'close'],
  [',', 'settings'],
]);

/** The action of a shortcut, or null: with Command on macOS, with Control elsewhere. */
export function windowKeyOf(press: KeyPress, isMac: boolean): WindowKey | null {
  if (press.altKey || press.ctrlKey === isMac || press.metaKey !== isMac) return null;
  // On some keyboards digits need Shift.
  if (press.code === 'Digit0' && !press.shiftKey) return 'zoom-reset';
  const found = keys.get(press.key.toLowerCase()) ?? null;
  // A letter with Shift is a different shortcut; a symbol may need Shift.
  return press.shiftKey && found === 'close' ? null : found;
}
