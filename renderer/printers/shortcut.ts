/** What a shortcut does in the list of printers. */
export type Shortcut = 'filter' | 'refresh' | 'open-page' | 'enter' | 'select' | 'select-all' | Extend | Arrow;

/** Selects the next or the previous printer as well. */
export type Extend = 'select-up' | 'select-down';

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
  [' ', 'select'],
]);

const withShift: ReadonlyMap<string, Shortcut> = new Map([
  // On many keyboards the slash needs Shift.
  ['/', 'filter'],
  ['arrowup', 'select-up'],
  ['arrowdown', 'select-down'],
]);

const repeating: ReadonlySet<Shortcut> = new Set(['up', 'down', 'left', 'right', 'select-up', 'select-down']);

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
  if (press.altKey || press.isComposing) return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    const isAll = key === 'a' && press.ctrlKey !== press.metaKey && !press.shiftKey && !press.repeat;
    return isAll ? 'select-all' : null;
  }
  const shortcut = (press.shiftKey ? withShift : shortcuts).get(key) ?? null;
  return press.repeat && shortcut !== null && !repeating.has(shortcut) ? null : shortcut;
}
