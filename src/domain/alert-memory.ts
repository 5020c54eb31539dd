import type { PrinterAlertKind } from './alert-rules.ts';
import type { PrinterId } from './printer.ts';
import type { Rules } from './rules.ts';
import type { PrinterStatus, StatusKind } from './status.ts';
import type { Instant } from './time.ts';

/** What the user believes about a printer after the last thing told. */
export type Told = 'nothing' | 'disconnected' | 'unstable' | 'reconnect-needed' | 'perks-needed' | 'update-needed';

/** What alerting remembers of one printer. */
export interface Memory {
  readonly told: Told;
  /** When it was told, UTC; 0 for what was told before this start. */
  readonly toldAt: Instant;
  /** When losses of this printer were told lately, UTC. */
  readonly lossesToldAt: readonly Instant[];
  /** Losses since something was told of it last. */
  readonly lossesSince: number;
  readonly status: StatusKind;
  readonly since: Instant;
  /** Usable answers in a row that said the same; only those count as seen. */
  readonly firstSeenAt: Instant | null;
  readonly lastSeenAt: Instant | null;
}

/** All that alerting remembers, by printer. Plain data. */
export type AlertMemory = Readonly<Record<PrinterId, Memory>>;

const unseen = { toldAt: 0, lossesToldAt: [], lossesSince: 0, firstSeenAt: null, lastSeenAt: null } as const;

/** What outlives the app: what the user was told and believes still. */
export type ToldByPrinter = Readonly<Record<PrinterId, Exclude<Told, 'nothing'>>>;

/** The memory after a start: what was told before is not told again, and nothing has been seen yet. */
export function recall(told: ToldByPrinter): AlertMemory {
  return Object.fromEntries(
    Object.entries(told).map(([id, what]): [PrinterId, Memory] => [
      id,
      { ...unseen, told: what, status: 'checking', since: 0 },
    ]),
  );
}

/** What of the memory is to be kept for the next start. */
export function toldByPrinter(memory: AlertMemory): ToldByPrinter {
  const told: Record<PrinterId, Exclude<Told, 'nothing'>> = {};
  for (const [id, printer] of Object.entries(memory)) if (printer.told !== 'nothing') told[id] = printer.told;
  return told;
}

/**
 * The memory of one printer right after a check at `at` that left it in `status`; `before` is what was remembered of it,
 * if anything. Null when the check said nothing that counts.
 */
export function observed(before: Memory | undefined, status: PrinterStatus, at: Instant): Memory | null {
  const answered = status.answeredAt === at || status.kind === 'reconnect-needed';
  if (!answered) return null;
  const same = before !== undefined && before.status === status.kind && status.since <= (before.lastSeenAt ?? at);
  return {
    ...(before ?? unseen),
    told: quietlyHealed(before?.told ?? 'nothing', status.kind),
    lossesSince: (before?.lossesSince ?? 0) + (status.kind === 'offline' && !same ? 1 : 0),
    status: status.kind,
    since: status.since,
    firstSeenAt: same ? (before.firstSeenAt ?? at) : at,
    lastSeenAt: at,
  };
}

/** An updated plugin needs no notification, but the next time it is too old is news again. */
function quietlyHealed(told: Told, status: StatusKind): Told {
  return told === 'update-needed' && status === 'online' ? 'nothing' : told;
}

/** The memory of a printer right after `kind` was told of it at `at`. */
export function afterTelling(printer: Memory, kind: PrinterAlertKind, at: Instant, rules: Rules): Memory {
  const lately = printer.lossesToldAt.filter((moment) => at - moment < rules.unstableTime);
  return {
    ...printer,
    told: toldAfter[kind],
    toldAt: at,
    lossesToldAt: kind === 'disconnected' ? [...lately, at] : lately,
    lossesSince: 0,
  };
}

const toldAfter: Readonly<Record<PrinterAlertKind, Told>> = {
  disconnected: 'disconnected',
  recovered: 'nothing',
  unstable: 'unstable',
  'reconnect-needed': 'reconnect-needed',
  'reconnect-healed': 'nothing',
  'perks-needed': 'perks-needed',
  'perks-restored': 'nothing',
  'update-needed': 'update-needed',
};

/** After sleep or a loss of the network nothing seen before counts: every printer has to be seen afresh. */
export function interrupted(memory: AlertMemory): AlertMemory {
  return mapMemory(memory, (printer) => ({ ...printer, firstSeenAt: null, lastSeenAt: null }));
}

/** Forgets a printer: it was removed, or its user has just connected it again and needs no news of that. */
export function forget(memory: AlertMemory, printer: PrinterId): AlertMemory {
  const { [printer]: _forgotten, ...others } = memory;
  return others;
}

function mapMemory(memory: AlertMemory, change: (printer: Memory) => Memory): AlertMemory {
  return Object.fromEntries(Object.entries(memory).map(([id, printer]) => [id, change(printer)]));
}
