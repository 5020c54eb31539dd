interface KeyRow {
  /** As labelled on the keyboard. */
  readonly keys: readonly string[];
  readonly action: string;
}

/** The keyboard shortcuts. */
export const keys = {
  title: 'Keyboard shortcuts',
  rows: [
    { keys: ['↑', '↓'], action: 'Move between printers' },
    { keys: ['←', '→'], action: 'Move between the buttons of a printer' },
    { keys: ['Enter'], action: 'Expand the printer, or show its details' },
    { keys: ['R'], action: 'Refresh the printer, or all of them' },
    { keys: ['O'], action: 'Open the printer in OctoEverywhere' },
    { keys: ['Space'], action: 'Select the printer' },
    { keys: ['Shift', '↑', '↓'], action: 'Select several printers' },
    { keys: ['Ctrl', 'A'], action: 'Select all printers shown' },
    { keys: ['/'], action: 'Filter the list' },
    { keys: ['Alt', '↑', '↓'], action: 'Move the printer in the list' },
    { keys: ['Esc'], action: 'Clear the selection or the filter, or go back' },
    { keys: ['Ctrl', ','], action: 'Open settings' },
    { keys: ['Ctrl', '+', '−'], action: 'Zoom in or out' },
    { keys: ['Ctrl', '0'], action: 'Reset the zoom' },
    { keys: ['?'], action: 'Keyboard shortcuts' },
  ] as readonly KeyRow[],
  close: 'Close',
  show: 'Keyboard shortcuts',
};
