import type { AlertMemory, Memory } from './alert-memory.ts';
import { dueKind, type PrinterAlertKind, ripeAt } from './alert-rules.ts';
import { isWanted } from './alert-topics.ts';
import type { Attention } from './attention.ts';
import type { PrinterId } from './printer.ts';
import type { Rules } from './rules.ts';
import type { Instant } from './time.ts';

export type ByKind = ReadonlyMap<PrinterAlertKind, readonly (readonly [PrinterId, Memory])[]>;

/** The printers that call for an alert and were seen in that state when it was ripe, by kind of alert. */
export function readyByKind(memory: AlertMemory, rules: Rules): ByKind {
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
export function momentToTell(
  memory: AlertMemory,
  kind: PrinterAlertKind,
  ready: readonly (readonly [PrinterId, Memory])[],
  rules: Rules,
  attention: Attention,
): Instant {
  const ripe = Math.min(...ready.map(([, printer]) => ripeAt(printer, rules) ?? 0));
  const readyIds = new Set(ready.map(([id]) => id));
  const otherEntries = Object.entries(memory).filter(([id]) => !readyIds.has(id));
  const others = otherEntries.map(([, printer]) => printer);
  const joining = otherEntries.some(([id, printer]) => {
    const otherRipe = dueKind(printer, rules) === kind ? ripeAt(printer, rules) : null;
    return otherRipe !== null && otherRipe - ripe <= rules.together && isWanted(kind, id, attention);
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
      // Those that have not answered for as long as a confirmation takes may be dying of the same, and some are asked seldom.
      const answering = alive.some((printer) => seenAfter(printer, ripe - rules.confirmRefusal));
      return answering ? waitForJoining : ripe + rules.allRefused;
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

function seenAfter(printer: Memory, moment: Instant): boolean {
  return printer.lastSeenAt !== null && printer.lastSeenAt >= moment;
}
