import type { PrinterStatus } from './status.ts';

/** The action that can fix a printer's problem. */
export type HelpfulAction = 'reconnect' | 'perks' | 'get-started';

/** Returns the action for a button next to the message; null when there is none. */
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
