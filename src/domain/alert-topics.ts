import type { PrinterAlertKind } from './alert-rules.ts';
import type { Attention } from './attention.ts';
import type { PrinterId } from './printer.ts';
import type { ServiceAlertKind } from './service-alerts.ts';
import type { AlertTopic } from './settings.ts';

/** Which of the user's switches each alert hangs on. */
export const topicOf: Readonly<Record<PrinterAlertKind | ServiceAlertKind, AlertTopic>> = {
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

/** Whether the user wants to hear this of this printer. */
export function isWanted(kind: PrinterAlertKind, printer: PrinterId, attention: Attention): boolean {
  return attention.topics[topicOf[kind]] && !attention.muted.has(printer);
}
