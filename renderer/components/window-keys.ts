/** What a key does to the window as a whole, whatever has the focus in it. */
export type WindowKey = 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'close' | 'settings';

/** Of a pressed key what counts here. */
export interface KeyPress {
  readonly key: string;
  /** The place on the keyboard. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const keys: ReadonlyMap<string, WindowKey> = new Map([
  ['+', 'zoom-in'],
  // The plus of many keyboards lies above it.
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['_', 'zoom-out'],
  ['0', 'zoom-reset'],
  ['w', 'close'],
  [',', 'settings'],
]);

/** What a pressed key does, null for nothing: with Command on macOS, with Control elsewhere. */
export function windowKeyOf(press: KeyPress, isMac: boolean): WindowKey | null {
  if (press.altKey || press.ctrlKey === isMac || press.metaKey !== isMac) return null;
  // Digits lie behind Shift on some keyboards.
  if (press.code === 'Digit0' && !press.shiftKey) return 'zoom-reset';
  const found = keys.get(press.key.toLowerCase()) ?? null;
  // A shifted letter is somebody else's shortcut; a sign may need the Shift key.
  return press.shiftKey && found === 'close' ? null : found;
}
