/** What a shortcut does in the list of printers. */
export type Shortcut = 'filter' | 'refresh' | 'open-page' | 'enter' | Arrow;

/** Where an arrow key leads: from printer to printer, or between the buttons of one. */
export type Arrow = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

const shortcuts: ReadonlyMap<string, Shortcut> = new Map([
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

/** The parts of a keyboard event used here. */
export interface Press {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** Whether the key is held down. */
  readonly repeat: boolean;
  /** Whether the key is part of a character being composed. */
  readonly isComposing: boolean;
}

/** Null for a key without a shortcut. While held down, only the arrows repeat. */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return null;
  const shortcut = shortcuts.get(press.key.toLowerCase()) ?? null;
  // On many keyboards the slash needs Shift.
  if (press.shiftKey && shortcut !== 'filter') return null;
  const isArrow = shortcut === 'up' || shortcut === 'down' || shortcut === 'left' || shortcut === 'right';
  return press.repeat && !isArrow ? null : shortcut;
}
