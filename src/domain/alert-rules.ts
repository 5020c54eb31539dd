import type { Memory } from './alert-memory.ts';
import type { Rules } from './rules.ts';
import type { Instant } from './time.ts';

/** In the order in which they are told: what asks for an action should not end up below what does not. */
export const alertKinds = [
  'disconnected',
  'recovered',
  'unstable',
  'reconnect-needed',
  'reconnect-healed',
  'perks-needed',
  'perks-restored',
  'update-needed',
] as const;

export type PrinterAlertKind = (typeof alertKinds)[number];

/** Whether `kind` says that what was told of the printer is over, or goes on as it was. */
export function isNewsOfAnEnd(kind: PrinterAlertKind, printer: Memory): boolean {
  switch (kind) {
    case 'recovered':
    case 'reconnect-healed':
    case 'perks-restored':
      return true;
    case 'unstable':
      return printer.told === 'unstable';
    case 'disconnected':
    case 'reconnect-needed':
    case 'perks-needed':
    case 'update-needed':
      return false;
  }
}

/** The alert that a printer's status calls for, given what was told before; null when there is nothing new to say. */
export function dueKind(printer: Memory, rules: Rules): PrinterAlertKind | null {
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
export function ripeAt(printer: Memory, rules: Rules): Instant | null {
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
