import { momentToTell, readyByKind } from './alert-grouping.ts';
import type { AlertMemory, Memory, Told } from './alert-memory.ts';
import { dueKind, type PrinterAlertKind, ripeAt } from './alert-rules.ts';
import type { PrinterId } from './printer.ts';
import type { Rules } from './rules.ts';
import type { ServiceAlert } from './service-alerts.ts';
import type { Instant } from './time.ts';

export type AlertKind = PrinterAlertKind | ServiceAlert['kind'];

/** One thing to tell the user. */
export interface Alert {
  readonly kind: AlertKind;
  /** One or several at once; none when it is about OctoEverywhere as a whole. */
  readonly printers: readonly PrinterId[];
  /** When what is told began, UTC; of several printers the earliest. */
  readonly since: Instant;
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

function earlier(one: Instant | null, other: Instant): Instant {
  return one === null ? other : Math.min(one, other);
}
