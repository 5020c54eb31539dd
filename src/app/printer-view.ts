import type { PrinterView } from '../contract/printer-view.ts';
import { helpfulAction } from '../domain/helpful-action.ts';
import { isPrintStale, printGlance } from '../domain/print/shown-print.ts';
import { isStale, shownStatus } from '../domain/shown-status.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { printStateText } from '../i18n/print-state-text.ts';
import { shownName } from '../i18n/printer-name.ts';
import { statusMessage } from '../i18n/status-message.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';

/** Whether a printer's page at OctoEverywhere, and the one in the user's own network, may be opened. */
export interface CanOpen {
  readonly page: boolean;
  readonly local: boolean;
}

/**
 * What the window is shown of a printer, by this computer's clock, which is ahead of the server's by `clockAhead` ms.
 * `canOpen` tells which of its pages may be opened, `clock` writes a moment of this computer's clock in short.
 */
export function printerView(
  member: PrinterRecord,
  canOpen: CanOpen,
  words: Messages,
  clockAhead: Milliseconds,
  clock: (at: Instant) => string,
): PrinterView {
  const { printer, status, info } = member;
  const local = (at: Instant | null | undefined) => (at === null || at === undefined ? null : at + clockAhead);
  const shown = shownStatus(printer, status);
  const isOff = shown === 'off';
  return {
    id: printer.id,
    name: shownName(printer.name, words),
    status: shown,
    words: words.glance.status[shown],
    // When a printer that is off fell silent says nothing about when it was switched off.
    since: status.kind === 'checking' || (isOff && status.kind !== 'offline') ? null : local(status.since),
    staleSince: !isOff && isStale(status) ? local(status.answeredAt) : null,
    problem: isOff ? null : statusMessage(status, words),
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
    print: shown === 'online' && !isStale(status) ? printView(member, words, (at) => clock(at + clockAhead)) : null,
  };
}

/** How often prints are asked about at the usual pace: a plugin that has fallen silent says nothing of the present. */
const usualPace = { printing: MINUTE, noPrint: 5 * MINUTE } as const;

function printView(
  { print, status }: PrinterRecord,
  words: Messages,
  clock: (at: Instant) => string,
): PrinterView['print'] {
  if (print === null || isPrintStale(print, status.answeredAt ?? 0, usualPace)) return null;
  const glance = printGlance(print, true);
  const text = printStateText(glance, words, clock);
  return text === null ? null : { text, progress: glance.progress };
}
