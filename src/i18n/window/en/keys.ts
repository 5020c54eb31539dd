interface KeyRow {
  /** As labelled on the keyboard. */
  readonly keys: readonly string[];
  readonly deed: string;
}

/** The keyboard shortcuts. */
export const keys = {
  title: 'Keyboard shortcuts',
  rows: [
    { keys: ['↑', '↓'], deed: 'Move between printers' },
    { keys: ['Enter'], deed: 'Expand the printer, or show its details' },
    { keys: ['R'], deed: 'Refresh the printer, or all of them' },
    { keys: ['O'], deed: 'Open the printer in OctoEverywhere' },
    { keys: ['/'], deed: 'Filter the list' },
    { keys: ['Alt', '↑', '↓'], deed: 'Move the printer in the list' },
    { keys: ['Esc'], deed: 'Clear the filter, or go back' },
    { keys: ['?'], deed: 'Keyboard shortcuts' },
  ] as readonly KeyRow[],
  close: 'Close',
  show: 'Keyboard shortcuts',
};
