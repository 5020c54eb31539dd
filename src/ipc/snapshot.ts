import { explainStatus, helpfulAction } from '../domain/explain.ts';
import { shownName } from '../domain/readable-name.ts';
import type { PrinterStatus } from '../domain/status.ts';
import type { Instant } from '../domain/time.ts';
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
  return {
    id: printer.id,
    name: shownName(printer.name, words),
    status: status.kind,
    words: words.glance.status[status.kind],
    since: status.kind === 'checking' ? null : status.since,
    staleSince: staleSince(status),
    problem: explainStatus(status, words),
    action: helpfulAction(status),
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
  };
}

/** Since when the shown state is only the last known one; null when it is fresh, or nothing was ever known. */
export function staleSince(status: PrinterStatus): Instant | null {
  if (status.kind === 'unknown' || status.kind === 'checking' || status.kind === 'reconnect-needed') return null;
  return status.silence === null && status.refusal === null ? null : status.answeredAt;
}
