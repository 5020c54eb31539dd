import type { PrinterId } from './printer.ts';
import type { Rules } from './rules.ts';
import type { ServiceAlert } from './service-alerts.ts';
import type { PrinterStatus, StatusKind } from './status.ts';
import type { Instant } from './time.ts';

export type PrinterAlertKind =
  | 'disconnected'
  | 'recovered'
  | 'unstable'
  | 'reconnect-needed'
  | 'reconnect-healed'
  | 'perks-needed'
  | 'perks-restored'
  | 'update-needed';

export type AlertKind = PrinterAlertKind | ServiceAlert['kind'];

/** One thing to tell the user. */
export interface Alert {
  readonly kind: AlertKind;
  /** One or several at once; none when it is about OctoEverywhere as a whole. */
  readonly printers: readonly PrinterId[];
  /** When what is told began, UTC; of several printers the earliest. */
  readonly since: Instant;
}

/** What the user believes about a printer after the last thing told. */
export type Told = 'nothing' | 'disconnected' | 'unstable' | 'reconnect-needed' | 'perks-needed' | 'update-needed';

interface Memory {
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

/** Takes note of a printer's status right after a check at `at`. */
export function observe(memory: AlertMemory, printer: PrinterId, status: PrinterStatus, at: Instant): AlertMemory {
  const before = memory[printer];
  const answered = status.answeredAt === at || status.kind === 'reconnect-needed';
  if (!answered) return memory;
  const same = before !== undefined && before.status === status.kind && status.since <= (before.lastSeenAt ?? at);
  return {
    ...memory,
    [printer]: {
      ...(before ?? unseen),
      told: quietlyHealed(before?.told ?? 'nothing', status.kind),
      lossesSince: (before?.lossesSince ?? 0) + (status.kind === 'offline' && !same ? 1 : 0),
      status: status.kind,
      since: status.since,
      firstSeenAt: same ? (before.firstSeenAt ?? at) : at,
      lastSeenAt: at,
    },
  };
}

/** An updated plugin needs no notification, but the next time it is too old is news again. */
function quietlyHealed(told: Told, status: StatusKind): Told {
  return told === 'update-needed' && status === 'online' ? 'nothing' : told;
}

/** After sleep or a loss of the network nothing seen before counts: every printer has to be seen afresh. */
export function interrupted(memory: AlertMemory): AlertMemory {
  return mapMemory(memory, (printer) => ({ ...printer, firstSeenAt: null, lastSeenAt: null }));
}

/** Forgets a printer: it was removed, or its user has just connected it again and needs no news of that. */
export function forget(memory: AlertMemory, printer: PrinterId): AlertMemory {
  const { [printer]: _forgotten, ...others } = memory;
  return others;
}

/**
 * When alerting wants this printer checked out of turn: at the moment its grace (or the hold of its recovery) ends, never
 * as the first and only look, and once more when its news had to wait for others. Null when it can wait for its turn.
 */
export function wantsCheckAt(memory: AlertMemory, printer: PrinterId, rules: Rules): Instant | null {
  const known = memory[printer];
  const kind = known === undefined ? null : dueKind(known, rules);
  if (known === undefined || kind === null || known.lastSeenAt === null) return null;
  const confirmedAt = ripeAt(known, rules);
  if (confirmedAt === null) return null;
  const secondLookAt = known.lastSeenAt + rules.secondLook;
  if (known.lastSeenAt < confirmedAt) return Math.max(confirmedAt, secondLookAt);
  const ready = readyByKind(memory, rules).get(kind) ?? [];
  return Math.max(momentToTell(memory, kind, ready, rules), secondLookAt);
}

/** What is to be told at `at`, the memory after telling it, and when to ask again even if no check comes in between. */
export function tell(
  memory: AlertMemory,
  at: Instant,
  rules: Rules,
): { readonly memory: AlertMemory; readonly alerts: readonly Alert[]; readonly nextAt: Instant | null } {
  const ready = readyByKind(memory, rules);
  const alerts: Alert[] = [];
  let after = memory;
  let nextAt: Instant | null = null;
  for (const kind of alertKinds) {
    const printers = ready.get(kind);
    if (printers === undefined) continue;
    const tellAt = momentToTell(memory, kind, printers, rules);
    if (at < tellAt) {
      nextAt = earlier(nextAt, tellAt);
      continue;
    }
    // What waited for others may not be true any more: it is looked at again, for a little while, before it is told.
    const fresh = printers.filter(([, printer]) => at - (printer.lastSeenAt ?? 0) <= rules.secondLook);
    const oldest = Math.min(...printers.map(([, printer]) => printer.lastSeenAt ?? 0));
    const patience = Math.max(oldest + rules.secondLook, tellAt) + 2 * rules.secondLook;
    if (fresh.length < printers.length && at < patience) {
      nextAt = earlier(nextAt, patience);
      continue;
    }
    if (fresh.length === 0) continue;
    alerts.push({
      kind,
      printers: fresh.map(([id]) => id),
      since: Math.min(...fresh.map(([, printer]) => printer.since)),
    });
    for (const [id, printer] of fresh) after = { ...after, [id]: afterTelling(printer, kind, at, rules) };
  }
  return { memory: after, alerts, nextAt };
}

function afterTelling(printer: Memory, kind: PrinterAlertKind, at: Instant, rules: Rules): Memory {
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

/** Bad news first: what asks for an action should not end up below what does not. */
const alertKinds = Object.keys(toldAfter) as readonly PrinterAlertKind[];

/** The alert that a printer's status calls for, given what was told before; null when there is nothing new to say. */
function dueKind(printer: Memory, rules: Rules): PrinterAlertKind | null {
  switch (printer.status) {
    case 'offline':
      if (printer.told === 'reconnect-needed') return 'reconnect-healed';
      if (printer.told === 'perks-needed') return 'perks-restored';
      if (printer.told === 'disconnected') return null;
      if (printer.told === 'unstable') return printer.lossesSince > 0 ? 'unstable' : null;
      return lossesLately(printer, rules) < lossesBeforeUnstable ? 'disconnected' : 'unstable';
    case 'online':
      switch (printer.told) {
        case 'disconnected':
          return 'recovered';
        case 'unstable':
          return printer.lossesSince > 0 ? 'unstable' : 'recovered';
        case 'reconnect-needed':
          return 'reconnect-healed';
        case 'perks-needed':
          return 'perks-restored';
        case 'update-needed':
        case 'nothing':
          return null;
      }
      break;
    case 'reconnect-needed':
    case 'perks-needed':
    case 'update-needed':
      return printer.told === printer.status ? null : printer.status;
    case 'unknown':
    case 'checking':
      return null;
  }
  return null;
}

/** Losses told within an hour before the next one makes the printer unstable. */
const lossesBeforeUnstable = 2;

function lossesLately(printer: Memory, rules: Rules): number {
  const now = printer.lastSeenAt ?? 0;
  return printer.lossesToldAt.filter((moment) => now - moment < rules.unstableTime).length;
}

/** From when on a sighting of the printer confirms what it calls for; null when it calls for nothing. */
function ripeAt(printer: Memory, rules: Rules): Instant | null {
  const kind = dueKind(printer, rules);
  const firstSeenAt = printer.firstSeenAt;
  if (kind === null || firstSeenAt === null) return null;
  switch (kind) {
    case 'disconnected':
      return Math.max(printer.since + rules.grace, firstSeenAt + rules.secondLook);
    case 'recovered': {
      const hold = printer.told === 'unstable' ? rules.unstableTime : rules.recoveryHold;
      return Math.max(printer.since + hold, firstSeenAt);
    }
    case 'unstable': {
      const summary = printer.told === 'unstable' ? printer.toldAt + rules.unstableSummary : 0;
      const lost = Math.max(printer.since + rules.grace, firstSeenAt + rules.secondLook);
      return Math.max(summary, printer.status === 'offline' ? lost : firstSeenAt);
    }
    case 'reconnect-needed':
    case 'reconnect-healed':
    case 'perks-needed':
    case 'perks-restored':
    case 'update-needed':
      return firstSeenAt;
  }
}

/** The printers that call for an alert and were seen in that state when it was ripe, by kind of alert. */
function readyByKind(memory: AlertMemory, rules: Rules): ReadonlyMap<PrinterAlertKind, [PrinterId, Memory][]> {
  const ready = new Map<PrinterAlertKind, [PrinterId, Memory][]>();
  for (const id in memory) {
    const printer = memory[id];
    const kind = printer === undefined ? null : dueKind(printer, rules);
    if (printer === undefined || kind === null) continue;
    const ripe = ripeAt(printer, rules);
    if (ripe === null || printer.lastSeenAt === null || printer.lastSeenAt < ripe) continue;
    const others = ready.get(kind);
    if (others === undefined) ready.set(kind, [[id, printer]]);
    else others.push([id, printer]);
  }
  return ready;
}

/** As soon as it is ripe, unless others may be about to join: one notification for all is better than one each. */
function momentToTell(
  memory: AlertMemory,
  kind: PrinterAlertKind,
  ready: readonly [PrinterId, Memory][],
  rules: Rules,
): Instant {
  const ripe = Math.min(...ready.map(([, printer]) => ripeAt(printer, rules) ?? 0));
  const others = Object.entries(memory)
    .filter(([id]) => !ready.some(([readyId]) => readyId === id))
    .map(([, printer]) => printer);
  const joining = others.some((printer) => {
    const otherRipe = dueKind(printer, rules) === kind ? ripeAt(printer, rules) : null;
    return otherRipe !== null && otherRipe - ripe <= rules.together;
  });
  const waitForJoining = joining ? ripe + rules.together : ripe;
  switch (kind) {
    case 'disconnected':
    case 'unstable':
    case 'reconnect-healed':
    case 'update-needed':
      return waitForJoining;
    case 'reconnect-needed': {
      const alive = others.filter((printer) => printer.status !== 'reconnect-needed');
      if (alive.length === 0) return ready.length > 1 ? ripe + rules.allRefused : waitForJoining;
      // Those that have not answered for as long as a confirmation takes may be dying of the same.
      const answering = alive.some((printer) => seenAfter(printer, ripe - rules.confirmRefusal));
      return answering ? waitForJoining : ripe + rules.poll + rules.together;
    }
    case 'recovered': {
      const since = Math.min(...ready.map(([, printer]) => printer.since));
      return others.some(
        (printer) =>
          printer.told === 'disconnected' &&
          printer.status === 'offline' &&
          !seenAfter(printer, since + rules.together),
      )
        ? ripe + rules.poll + rules.together
        : waitForJoining;
    }
    case 'perks-needed':
    case 'perks-restored':
      return others.some(
        (printer) =>
          printer.status !== 'reconnect-needed' &&
          (printer.told === 'perks-needed') === (kind === 'perks-restored') &&
          !seenAfter(printer, ripe),
      )
        ? ripe + rules.poll + rules.together
        : waitForJoining;
  }
}

function earlier(one: Instant | null, other: Instant): Instant {
  return one === null ? other : Math.min(one, other);
}

function seenAfter(printer: Memory, moment: Instant): boolean {
  return printer.lastSeenAt !== null && printer.lastSeenAt >= moment;
}

function mapMemory(memory: AlertMemory, change: (printer: Memory) => Memory): AlertMemory {
  return Object.fromEntries(Object.entries(memory).map(([id, printer]) => [id, change(printer)]));
}
