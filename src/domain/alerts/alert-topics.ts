import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { AlertTopic } from '../settings.ts';
import type { AlertKind, PrinterAlertKind } from './alert.ts';

/** Which of the user's switches each alert hangs on. */
export const topicOf: Readonly<Record<AlertKind, AlertTopic>> = {
  disconnected: 'disconnected',
  unstable: 'disconnected',
  recovered: 'recovered',
  'reconnect-needed': 'reconnect',
  'reconnect-healed': 'reconnect',
  'perks-needed': 'perks',
  'perks-restored': 'perks',
  'update-needed': 'update',
  'service-unreachable': 'service',
  'service-reachable': 'service',
};

/** Whether the user wants to know this of this printer. Of one that is off on purpose only a dead connection matters. */
export function isWanted(kind: PrinterAlertKind, printer: PrinterId, policy: NotificationPolicy): boolean {
  if (!policy.topics[topicOf[kind]] || policy.muted.has(printer)) return false;
  switch (kind) {
    case 'disconnected':
    case 'unstable':
    case 'recovered':
      return !policy.off.has(printer) && !policy.oftenOff.has(printer);
    case 'perks-needed':
    case 'perks-restored':
    case 'update-needed':
      return !policy.off.has(printer);
    case 'reconnect-needed':
    case 'reconnect-healed':
      return true;
  }
}
