import type { PrinterView } from '../../../src/contract/printer-view.ts';
import type { ShownStatus } from '../../../src/domain/shown-status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

const messages = messagesFor('en');

/** Returns a printer as passed to the menu; its id is its name. */
export function viewOf(name: string, status: ShownStatus, more: Partial<PrinterView> = {}): PrinterView {
  return {
    id: name,
    name,
    status,
    statusText: messages.glance.status[status],
    since: null,
    staleSince: null,
    problem: null,
    action: status === 'reconnect-needed' ? 'reconnect' : null,
    lastConnectedAt: null,
    lastDisconnectedAt: null,
    localIp: null,
    canOpenLocal: false,
    canOpen: true,
    limits: null,
    lastCheckedAt: null,
    nextCheckAt: null,
    checkingNow: false,
    muted: false,
    offOnPurpose: false,
    oftenOff: false,
    watchPrints: true,
    tags: [],
    print: null,
    printDetails: null,
    ...more,
  };
}

/** Returns the given number of printers of each status, in mixed order. */
export function mixed(counts: Partial<Record<ShownStatus, number>>): readonly PrinterView[] {
  const left = new Map(Object.entries(counts) as [ShownStatus, number][]);
  const views: PrinterView[] = [];
  while (left.size > 0) {
    for (const [status, count] of left) {
      if (count > 0) views.push(viewOf(`${status} ${count}`, status));
      if (count > 1) left.set(status, count - 1);
      else left.delete(status);
    }
  }
  return views;
}
