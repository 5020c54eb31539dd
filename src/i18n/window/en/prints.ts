import type { PrintAlertKind } from '../../../domain/print/print-alert.ts';

/** Prints in the window. */
export const prints = {
  title: 'Prints',
  watch: 'Watch prints',
  watchText: 'Shows what your printers are printing, when each print will be done and how it ended.',
  watchOne: 'Watch prints',
  watchOneText: 'Shows what this printer is printing. It has no effect while “Watch prints” is off in Settings.',
  progressInTray: 'Progress in the tray icon',
  progressInTrayText: 'While all printers are connected, a ring around the icon shows how far along the print is.',
  allowControl: 'Allow controlling prints',
  allowControlText: 'Adds Pause, Resume and Cancel to a printer’s details. OctoGlance asks before each.',
  hideFileNames: 'Hide file names',
  hideFileNamesText: 'Notifications then say “The print” instead, and show no picture of it.',
  topic: {
    'print-finished': { label: 'Print finished', explanation: 'Includes how long it took.' },
    'print-failed': { label: 'Print failed', explanation: 'Includes the printer’s own message.' },
    'print-paused': {
      label: 'Print paused',
      explanation:
        'The printer needs you, for example because it’s out of filament or a door is open. Not sent if you paused it here.',
    },
    'gadget-warning': { label: 'Gadget warning', explanation: 'Gadget sees signs that a print is failing.' },
    'gadget-paused': { label: 'Paused by Gadget', explanation: 'Gadget has paused a print that was failing.' },
    'printer-not-answering': {
      label: 'Printer not responding',
      explanation: 'For 5 minutes during a print, or it no longer accepts its access code.',
    },
    'print-cancelled': { label: 'Print cancelled', explanation: 'A print was stopped early.' },
    'print-started': { label: 'Print started', explanation: 'A new print has begun.' },
    'first-layers-done': { label: 'First layers done', explanation: 'A print has reached its third layer.' },
  } satisfies Readonly<Record<PrintAlertKind, { readonly label: string; readonly explanation: string }>>,
};
