import type { PrinterView } from '../contract/printer-view.ts';
import { helpfulAction } from '../domain/helpful-action.ts';
import { shownStatus } from '../domain/shown-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { shownName } from '../i18n/printer-name.ts';
import { statusMessage } from '../i18n/status-message.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';
import { printDetails, printView } from './print-view.ts';

/** Whether a printer's page at OctoEverywhere, and the one on the local network, may be opened. */
export interface CanOpen {
  readonly page: boolean;
  readonly local: boolean;
}

/**
 * What the window shows of a printer, in times of this computer's clock, which is `clockAhead` ms ahead of the
 * server's. `canOpen` says which of its pages may be opened, `hasAccess` whether there are credentials for its plugin
 * (null if not checked yet); `clock` formats a time of this computer's clock.
 */
export function printerView(
  member: PrinterRecord,
  canOpen: CanOpen,
  hasAccess: boolean | null,
  messages: Messages,
  clockAhead: Milliseconds,
  clock: (at: Instant) => string,
): PrinterView {
  const { printer, status, info } = member;
  const local = (at: Instant | null | undefined) => (at === null || at === undefined ? null : at + clockAhead);
  const shown = shownStatus(printer, status);
  const isOff = shown === 'off';
  return {
    id: printer.id,
    name: shownName(printer.name, messages),
    status: shown,
    statusText: messages.glance.status[shown],
    // When a printer that is off stopped responding says nothing about when it was switched off.
    since: status.kind === 'checking' || (isOff && status.kind !== 'offline') ? null : local(status.since),
    staleSince: !isOff && status.stale ? local(status.answeredAt) : null,
    problem: isOff ? null : statusMessage(status, messages),
    action: isOff ? null : helpfulAction(status),
    lastConnectedAt: local(info?.lastConnectedAt),
    lastDisconnectedAt: local(info?.lastDisconnectedAt),
    localIp: info?.localIp ?? null,
    canOpenLocal: canOpen.local,
    canOpen: canOpen.page,
    limits: info?.limits ?? null,
    lastCheckedAt:
      status.answeredAt === null && status.silence === null && status.refusal === null ? null : local(member.checkedAt),
    nextCheckAt: local(member.nextCheckAt),
    checkingNow: member.asking,
    muted: printer.muted,
    offOnPurpose: printer.offOnPurpose,
    oftenOff: printer.oftenOff,
    watchPrints: printer.watchPrints,
    tags: printer.tags ?? noTags,
    print: shown === 'online' ? printView(member, messages, clockAhead, (at) => clock(at + clockAhead)) : null,
    printDetails: shown === 'online' ? printDetails(member, hasAccess, clockAhead) : null,
  };
}

const noTags: readonly string[] = [];
