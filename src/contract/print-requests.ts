import type { GadgetState } from '../domain/print/gadget.ts';
import type { PrintAction } from '../domain/print/print-action.ts';
import type { PrintHistory } from '../domain/print/print-history.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ActionResult } from '../domain/results.ts';
import type { WebcamResult } from './webcam.ts';

/** The window's requests about prints. */
export interface PrintRequests {
  /** Returns Gadget's view of the running print; null for none. At most one real request per 10 s. */
  'get-gadget': (printer: PrinterId) => GadgetState | null;
  /**
   * Returns a picture of one of the printer's webcams, or of the first with null; `clicked` if the user requested it.
   */
  'get-webcam': (printer: PrinterId, webcam: number | null, clicked: boolean) => WebcamResult;
  /** Returns the printer's prints of the last 90 days that have ended, the latest last. */
  'get-prints': (printer: PrinterId) => PrintHistory;
  /** Asks for a file and writes the prints of one printer to it, or of all printers with null. */
  'export-prints': (printer: PrinterId | null) => ActionResult;
  /** Creates a link that shows the running print to others, and copies it. */
  'share-print': (printer: PrinterId) => ActionResult;
  /** Asks for confirmation in a system dialog, then controls the print; returns no message if the user cancels. */
  'control-print': (printer: PrinterId, action: PrintAction) => ActionResult;
}
