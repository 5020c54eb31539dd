import { type ByKind, momentToTell, readyByKind } from './alert-grouping.ts';
import { type AlertMemory, afterTelling, type Memory } from './alert-memory.ts';
import { alertKinds, dueKind, isNewsOfAnEnd, type PrinterAlertKind, ripeAt } from './alert-rules.ts';
import { isWanted, topicOf } from './alert-topics.ts';
import type { Attention } from './attention.ts';
import type { PrinterId } from './printer.ts';
import type { Rules } from './rules.ts';
import { afterTellingOfService, dueOfService, type ServiceAlertKind, type ServiceMemory } from './service-alerts.ts';
import type { Instant } from './time.ts';

export type AlertKind = PrinterAlertKind | ServiceAlertKind;

/** One thing to tell the user. */
export interface Alert {
  readonly kind: AlertKind;
  /** One or several at once; none when it is about OctoEverywhere as a whole. */
  readonly printers: readonly PrinterId[];
  /** When what is told began, UTC; of several printers the earliest. */
  readonly since: Instant;
  /** These are all printers there are, at least three, and they went at once: OctoEverywhere itself may be the cause. */
  readonly everyPrinter: boolean;
}

/** All that alerting remembers. */
export interface Remembered {
  readonly printers: AlertMemory;
  readonly service: ServiceMemory;
}

/** What has come of it, and when to ask again even if no check comes in between. */
export interface Telling {
  readonly memory: Remembered;
  /** Each a notification of its own. */
  readonly alerts: readonly Alert[];
  /** What was held back in a time without notifications and still holds: one notification for all of it. */
  readonly summary: readonly Alert[];
  readonly nextAt: Instant | null;
}

/**
 * When alerting wants a printer checked out of turn: at the moment its grace (or the hold of its recovery) ends, never as
 * the first and only look, and once more when its news had to wait for others or for quiet hours to end. Null when it can
 * wait for its turn.
 */
export function checksWanted(
  memory: AlertMemory,
  rules: Rules,
  attention: Attention,
): (printer: PrinterId) => Instant | null {
  let ready: ByKind | null = null;
  const moments = new Map<PrinterAlertKind, Instant>();
  const momentOf = (kind: PrinterAlertKind): Instant => {
    const known = moments.get(kind);
    if (known !== undefined) return known;
    ready ??= readyByKind(memory, rules);
    const moment = momentToTell(memory, kind, wantedOf(ready, kind, attention), rules, attention);
    moments.set(kind, moment);
    return moment;
  };
  return (printer) => {
    const known = memory[printer];
    const kind = known === undefined ? null : dueKind(known, rules);
    if (known === undefined || kind === null || known.lastSeenAt === null) return null;
    if (!isWanted(kind, printer, attention)) return null;
    const confirmedAt = ripeAt(known, rules);
    if (confirmedAt === null) return null;
    const quietUntil = attention.quietUntil ?? 0;
    const soonest = Math.max(known.lastSeenAt + rules.secondLook, quietUntil);
    if (known.lastSeenAt < confirmedAt) return Math.max(confirmedAt, soonest);
    return known.lastSeenAt < quietUntil ? soonest : Math.max(momentOf(kind), soonest);
  };
}

/** What is to be told at `at` to a user who listens as `attention` says, and the memory after telling it. */
export function tell(memory: Remembered, at: Instant, rules: Rules, attention: Attention): Telling {
  const ready = readyByKind(memory.printers, rules);
  const news = alertKinds.flatMap((kind): News[] => {
    const printers = wantedOf(ready, kind, attention);
    if (printers.length === 0) return [];
    return [{ kind, printers, tellAt: momentToTell(memory.printers, kind, printers, rules, attention) }];
  });
  const ofService = dueOfService(memory.service, rules);
  const isServiceWanted = ofService !== null && attention.topics[topicOf[ofService.kind]];
  const passed = passOver(memory, ready, at, rules, attention);
  const quietUntil = attention.quietUntil ?? 0;
  if (at < quietUntil) {
    const waits = [...news.map(({ tellAt }) => tellAt), ...(isServiceWanted ? [ofService.ripeAt] : [])];
    const nextAt = waits.length === 0 ? null : Math.max(quietUntil, Math.min(...waits));
    return { memory: passed, alerts: [], summary: [], nextAt };
  }

  let after = passed;
  let nextAt: Instant | null = null;
  const tellOf = ({ kind, printers }: News): Alert => {
    for (const [id, printer] of printers) {
      after = { ...after, printers: { ...after.printers, [id]: afterTelling(printer, kind, at, rules) } };
    }
    return {
      kind,
      printers: printers.map(([id]) => id),
      since: Math.min(...printers.map(([, printer]) => printer.since)),
      everyPrinter: kind === 'disconnected' && printers.length >= 3 && wentTogether(memory.printers, rules),
    };
  };

  const alerts: Alert[] = [];
  for (const one of news.filter(({ tellAt }) => tellAt >= quietUntil)) {
    const fresh = freshlySeen(one.printers, one.tellAt, 0, at, rules);
    if (fresh.waitUntil !== null) nextAt = earlier(nextAt, fresh.waitUntil);
    else if (fresh.printers.length > 0) alerts.push(tellOf({ ...one, printers: fresh.printers }));
  }

  const summary: Alert[] = [];
  const held = news.filter(({ tellAt }) => tellAt < quietUntil);
  const heldPrinters = held.flatMap(({ printers }) => printers);
  const fresh = freshlySeen(heldPrinters, quietUntil, quietUntil, at, rules);
  if (fresh.waitUntil !== null) nextAt = earlier(nextAt, fresh.waitUntil);
  else {
    const seen = new Set(fresh.printers.map(([id]) => id));
    for (const one of held) {
      const printers = one.printers.filter(([id]) => seen.has(id));
      if (printers.length > 0) summary.push(tellOf({ ...one, printers }));
    }
  }

  if (isServiceWanted) {
    const isHeld = ofService.ripeAt < quietUntil;
    if (!isHeld || fresh.waitUntil === null) {
      const { kind, since } = ofService;
      (isHeld ? summary : alerts).push({ kind, since, printers: [], everyPrinter: false });
      after = { ...after, service: afterTellingOfService(after.service, kind) };
    }
  }
  return { memory: after, alerts, summary, nextAt };
}

/** Something to tell of these printers, no sooner than `tellAt`, UTC. */
interface News {
  readonly kind: PrinterAlertKind;
  readonly printers: readonly (readonly [PrinterId, Memory])[];
  readonly tellAt: Instant;
}

/**
 * What waited for others, or for quiet hours to end, may not be true any more: it is looked at again, for a little while,
 * before it is told, and not before `seenSince`. Those that were not seen by then stay for later.
 */
function freshlySeen(
  printers: News['printers'],
  tellAt: Instant,
  seenSince: Instant,
  at: Instant,
  rules: Rules,
): { readonly printers: News['printers']; readonly waitUntil: Instant | null } {
  if (printers.length > 0 && at < tellAt) return { printers: [], waitUntil: tellAt };
  const fresh = printers.filter(([, { lastSeenAt }]) => {
    return lastSeenAt !== null && lastSeenAt >= seenSince && at - lastSeenAt <= rules.secondLook;
  });
  if (fresh.length === printers.length) return { printers: fresh, waitUntil: null };
  const oldest = Math.min(...printers.map(([, printer]) => printer.lastSeenAt ?? 0));
  const patience = Math.max(oldest + rules.secondLook, tellAt) + 2 * rules.secondLook;
  return at < patience ? { printers: [], waitUntil: patience } : { printers: fresh, waitUntil: null };
}

function wantedOf(ready: ByKind, kind: PrinterAlertKind, attention: Attention): News['printers'] {
  return (ready.get(kind) ?? []).filter(([id]) => isWanted(kind, id, attention));
}

/**
 * The end of something that the user does not want to hear of is taken as told: else its next beginning would not be
 * news. A beginning stays open and is told if the user wants to hear of it while it lasts.
 */
function passOver(memory: Remembered, ready: ByKind, at: Instant, rules: Rules, attention: Attention): Remembered {
  let { printers, service } = memory;
  for (const [kind, those] of ready) {
    for (const [id, printer] of those) {
      if (isWanted(kind, id, attention) || !isNewsOfAnEnd(kind, printer)) continue;
      printers = { ...printers, [id]: afterTelling(printer, kind, at, rules) };
    }
  }
  const due = dueOfService(service, rules);
  if (due?.kind === 'service-reachable' && !attention.topics[topicOf[due.kind]]) {
    service = afterTellingOfService(service, due.kind);
  }
  return { printers, service };
}

function wentTogether(memory: AlertMemory, rules: Rules): boolean {
  const all = Object.values(memory);
  const began = all.map((printer) => printer.since);
  const together = Math.max(...began) - Math.min(...began) <= rules.together;
  return together && all.every((printer) => printer.status === 'offline');
}

function earlier(one: Instant | null, other: Instant): Instant {
  return one === null ? other : Math.min(one, other);
}
