/** What a key does in the list of printers. */
export type Shortcut = 'filter' | 'refresh' | 'open-page' | 'enter' | Arrow;

/** Where a key leads: from printer to printer, or from button to button of one of them. */
export type Arrow = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

const errors: ReadonlyMap<string, Shortcut> = new Map([
  ['/', 'filter'],
  ['r', 'refresh'],
  ['o', 'open-page'],
  ['enter', 'enter'],
  ['arrowup', 'up'],
  ['arrowdown', 'down'],
  ['arrowleft', 'left'],
  ['arrowright', 'right'],
  ['home', 'first'],
  ['end', 'last'],
]);

/** Of a pressed key what counts here. */
export interface Press {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
  /** The key is part of a sign that is being put together. */
  readonly isComposing: boolean;
}

/** Null for a key that does nothing here. Held down, only the arrows go on. */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return null;
  const shortcut = errors.get(press.key.toLowerCase()) ?? null;
  // Many keyboards have the slash on the upper half of a key.
  if (press.shiftKey && shortcut !== 'filter') return null;
  const isArrow = shortcut === 'up' || shortcut === 'down' || shortcut === 'left' || shortcut === 'right';
  return press.repeat && !isArrow ? null : shortcut;
}
