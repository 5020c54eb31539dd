import { explainStatus, helpfulAction } from '../domain/explain.ts';
import { shownName } from '../domain/readable-name.ts';
import { isStale, shownStatus } from '../domain/shown-status.ts';
import type { Words } from '../domain/words/words.ts';
import type { Member } from '../monitor/fleet.ts';
import type { PrinterView } from './contract.ts';

/** Whether a printer's page at OctoEverywhere, and the one in the user's own network, may be opened. */
export interface CanOpen {
  readonly page: boolean;
  readonly local: boolean;
}

/** What the window is shown of a printer. `canOpen` tells which of its pages may be opened. */
export function printerView(member: Member, canOpen: CanOpen, words: Words): PrinterView {
  const { printer, status, info, pace } = member;
  const shown = shownStatus(printer, status);
  const isOff = shown === 'off';
  return {
    id: printer.id,
    name: shownName(printer.name, words),
    status: shown,
    words: words.glance.status[shown],
    // When a printer that is off fell silent says nothing about when it was switched off.
    since: status.kind === 'checking' || (isOff && status.kind !== 'offline') ? null : status.since,
    staleSince: !isOff && isStale(status) ? status.answeredAt : null,
    problem: isOff ? null : explainStatus(status, words),
    action: isOff ? null : helpfulAction(status),
    lastConnectedAt: info?.lastConnectedAt ?? null,
    lastDisconnectedAt: info?.lastDisconnectedAt ?? null,
    localIp: info?.localIp ?? null,
    canOpenLocal: canOpen.local,
    canOpen: canOpen.page,
    limits: info?.limits ?? null,
    lastCheckedAt:
      status.answeredAt === null && status.silence === null && status.refusal === null ? null : pace.askedAt,
    nextCheckAt: member.nextCheckAt,
    checkingNow: member.asking,
    muted: printer.muted,
    offOnPurpose: printer.offOnPurpose,
    oftenOff: printer.oftenOff,
  };
}
