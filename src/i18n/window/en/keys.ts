interface KeyRow {
  /** As they stand on the keyboard. */
  readonly keys: readonly string[];
  readonly deed: string;
}

/** What the keyboard can do. */
export const keys = {
  title: 'Keys',
  rows: [
    { keys: ['↑', '↓'], deed: 'Go from printer to printer' },
    { keys: ['Enter'], deed: 'Unfold the printer, or show its details' },
    { keys: ['R'], deed: 'Refresh the printer, or all of them' },
    { keys: ['O'], deed: 'Open the printer’s page in OctoEverywhere' },
    { keys: ['/'], deed: 'Filter the list' },
    { keys: ['Alt', '↑', '↓'], deed: 'Move the printer in the list' },
    { keys: ['Esc'], deed: 'Show all printers again, or go back' },
    { keys: ['?'], deed: 'Show these keys' },
  ] as readonly KeyRow[],
  close: 'Close',
  show: 'Keys of this window',
};
