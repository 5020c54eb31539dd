import type { PrinterStatus } from './status.ts';

/** The one thing that helps a printer, if there is one. */
export type HelpfulAction = 'reconnect' | 'perks' | 'get-started';

/** The action that helps, for a button next to the message. */
export function helpfulAction(status: PrinterStatus): HelpfulAction | null {
  switch (status.kind) {
    case 'reconnect-needed':
      return 'reconnect';
    case 'perks-needed':
      return 'perks';
    case 'update-needed':
      return 'get-started';
    case 'online':
    case 'offline':
    case 'unknown':
    case 'checking':
      return null;
  }
}
