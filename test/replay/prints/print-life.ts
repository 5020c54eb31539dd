import { type PrintEvent, type PrintHabit, printHabits } from '../../../src/demo/prints/print-events.ts';

/** A time without requests: computer asleep, no network, or app not running. In seconds. */
export interface Absence {
  readonly from: number;
  readonly to: number;
  readonly why: 'asleep' | 'offline' | 'app-off';
}

/** A time without connection to OctoEverywhere, whatever the printer is doing. In seconds. */
export interface Cut {
  readonly printer: string;
  readonly from: number;
  readonly to: number;
}

/** What really happened to a print; seconds from the start. */
export interface TruePrint {
  readonly printer: string;
  readonly id: string;
  readonly from: number;
  /** When it ended, and how. */
  readonly to: number;
  readonly how: 'finished' | 'failed' | 'cancelled';
  /** When the next print of this printer began, or the plate was cleared. */
  readonly gone: number;
  readonly pause: { readonly from: number; readonly to: number } | null;
  readonly warnedAt: number | null;
  /** When the printer did not respond to its plugin. */
  readonly silent: { readonly from: number; readonly to: number } | null;
}

export interface PrintLife {
  readonly events: readonly PrintEvent[];
  readonly prints: readonly TruePrint[];
  readonly absences: readonly Absence[];
  readonly cuts: readonly Cut[];
  readonly habits: ReadonlyMap<string, PrintHabit>;
  readonly printers: readonly string[];
  readonly end: number;
}

const minute = 60;
const hour = 60 * minute;

const printers = ['Voron', 'Prusa', 'Bambu'] as const;

/** Prints of each printer in the proof, and of all. */
export const printsEach = 8;
export const printsOfLife = printers.length * printsEach;

/** Generates a scenario of three printers of different brands, with `each` prints each; `random` is 0–1. */
export function printLife(random: () => number, each: number): PrintLife {
  const between = (least: number, most: number) => Math.round(least + random() * (most - least));
  const chance = (share: number) => random() < share;
  const events: PrintEvent[] = [];
  const prints: TruePrint[] = [];
  const habits = new Map<string, PrintHabit>();
  let end = 0;
  for (const printer of printers) {
    const habit = printHabits[between(0, printHabits.length - 1)] ?? 'plain';
    habits.set(printer, habit);
    events.push({ at: 0, printer, habit });
    let at = between(10 * minute, 2 * hour);
    for (let count = 0; count < each; count += 1) {
      const id = `${printer}-${count}`;
      const seconds = between(50 * minute, 3 * hour);
      // Users often print the same file repeatedly.
      const file = chance(0.5) ? 'benchy.gcode' : `part-${count}.gcode`;
      events.push({ at, printer, print: { id, file, seconds } });
      let over = at + seconds;
      const inside = () => at + between(15 * minute, seconds - 30 * minute);
      let pause: TruePrint['pause'] = null;
      let silent: TruePrint['silent'] = null;
      let warnedAt: number | null = null;
      const trouble = random();
      if (trouble < 0.15) {
        const from = inside();
        pause = { from, to: from + between(minute, 40 * minute) };
        over += pause.to - from;
        events.push({ at: from, printer, print: 'pause' }, { at: pause.to, printer, print: 'resume' });
      } else if (trouble < 0.25) {
        warnedAt = inside();
        events.push({ at: warnedAt, printer, gadget: 'warn' });
      } else if (trouble < 0.35) {
        const from = inside();
        silent = { from, to: from + between(minute, 25 * minute) };
        events.push({ at: from, printer, host: 785 }, { at: silent.to, printer, host: 'ok' });
      }
      const how = chance(0.12) ? 'failed' : chance(0.12) ? 'cancelled' : 'finished';
      if (how !== 'finished') {
        const after = Math.max(pause?.to ?? 0, silent?.to ?? 0, warnedAt ?? 0, at) + 10 * minute;
        over = Math.min(over - minute, after + between(0, hour));
        events.push({ at: over, printer, print: how === 'failed' ? 'fail' : 'cancel' });
      }
      const cleared = over + between(8 * minute, hour);
      const isCleared = chance(0.5);
      if (isCleared) events.push({ at: cleared, printer, print: 'none' });
      const next = cleared + between(5 * minute, hour);
      prints.push({ printer, id, from: at, to: over, how, gone: isCleared ? cleared : next, pause, warnedAt, silent });
      at = next;
    }
    end = Math.max(end, at);
  }
  const absences: Absence[] = [];
  for (let at = between(hour, 20 * hour); at < end; ) {
    const why = (['asleep', 'offline', 'app-off'] as const)[between(0, 2)] ?? 'asleep';
    const to = at + (chance(0.5) ? between(20, 10 * minute) : between(10 * minute, 9 * hour));
    absences.push({ from: at, to, why });
    at = to + between(hour, 20 * hour);
  }
  const cuts: Cut[] = [];
  for (const printer of printers) {
    for (let at = between(5 * hour, 30 * hour); at < end; ) {
      const to = at + (chance(0.5) ? between(10, 3 * minute) : between(3 * minute, 4 * hour));
      cuts.push({ printer, from: at, to });
      at = to + between(5 * hour, 30 * hour);
    }
  }
  const inOrder = events.toSorted((one, other) => one.at - other.at);
  return { events: inOrder, prints, absences, cuts, habits, printers, end };
}
