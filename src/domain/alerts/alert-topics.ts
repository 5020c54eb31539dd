import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { AlertTopic } from '../settings.ts';
import type { AlertKind, PrinterAlertKind } from './alert.ts';

/** The setting that switches each kind of alert on or off. */
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

/** Whether the user wants this alert for this printer. If it is off on purpose, only a dead connection is reported. */
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
