import { type Instant, SECOND } from '../../domain/time.ts';
import type { PrintHabit } from './print-events.ts';
import { type PrintMoment, type PrintPhase, printAt, type SimulatedPrints } from './simulated-print.ts';

/** The response of a printer's plugin: a result or an error. */
export interface PluginBody {
  readonly Status: number;
  readonly Error?: string;
  readonly Result?: unknown;
}

/** How long some quirks last after the start of a print, in seconds, and the number of layers. */
const idTakes = 180;
const staleFor = 120;
const layers = 240;

/**
 * Returns the response of the Plugin API's `status` (https://docs.octoeverywhere.com/plugin-api/printer-status/) for a
 * printer at `seconds`, with the quirks of its brand; `instantOf` converts the world's seconds to UTC.
 */
export function statusBody(
  prints: SimulatedPrints,
  seconds: number,
  instantOf: (seconds: number) => Instant,
): PluginBody {
  if (prints.host === 785) return { Status: 785, Error: 'The printer is not connected to its host.' };
  if (prints.host === 789) return { Status: 789, Error: 'The access code is not right.' };
  const moment = printAt(prints, seconds);
  const { print, habit } = prints;
  const phase = phaseOf(moment, habit);
  const body = {
    JobStatus: {
      State: phase,
      SubState: phase === 'warmingup' ? 'Heating' : null,
      Error: phase === 'error' ? 'Heater fault' : null,
      CurrentPrint: moment === null ? null : figuresOf(moment, prints, seconds),
      Lights: null,
    },
    OctoEverywhereStatus: {
      MostRecentPrintIdStr: idOf(prints, seconds),
      PrintStartTimeSec: print === null ? 0 : Math.floor(instantOf(print.startedAt) / SECOND),
      Gadget: {
        LastScore: print?.warnedAt == null ? 9 : 2,
        ScoreHistory: null,
        TimeSinceLastScoreSec: phase === 'printing' ? 5 : null,
        IntervalSec: 20,
        IsSuppressed: false,
        TimeSinceLastWarnSec: sinceOf(print?.warnedAt, seconds),
        TimeSinceLastPauseSec: sinceOf(print?.gadgetPausedAt, seconds),
      },
    },
    PlatformVersion: 'simulated',
    Features: 0,
    ListWebcams: { DefaultIndex: 0, Webcams: [] },
  };
  return { Status: 200, Result: body };
}

/** Serializes a response as sent by the plugin: Python writes NaN, and some plugins write numbers as strings. */
export function statusText(body: PluginBody, habit: PrintHabit): string {
  if (habit !== 'strings') return JSON.stringify(body);
  return JSON.stringify(body, (_, value) => (typeof value === 'number' && value !== body.Status ? `${value}` : value))
    .replace('"Lights":null', '"Lights":NaN')
    .replace('"ScoreHistory":null', '"ScoreHistory":[NaN,-Infinity]');
}

function phaseOf(moment: PrintMoment | null, habit: PrintHabit): PrintPhase {
  if (moment === null) return 'idle';
  return habit === 'straight-to-idle' && moment.phase === 'complete' ? 'idle' : moment.phase;
}

function figuresOf(moment: PrintMoment, { habit, print }: SimulatedPrints, seconds: number) {
  const { done, duration, left } = moment;
  const isStale = habit === 'stale-start' && duration < staleFor && moment.phase !== 'complete';
  return {
    Progress: isStale ? 100 : progressOf(done, habit, seconds),
    DurationSec: Math.round(duration),
    TimeLeftSec: habit === 'no-layers' ? 0 : isStale ? 0 : Math.round(left),
    FileName: print?.file ?? null,
    CurrentLayer: habit === 'no-layers' ? null : Math.floor(done * layers),
    TotalLayers: habit === 'no-layers' ? null : layers,
    Temps: {
      BedActual: 59.9,
      BedTarget: 60,
      HotendActual: 214.8,
      HotendTarget: 215,
      ChamberActual: null,
      ChamberTarget: 0,
    },
  };
}

/** Returns the progress; with the `jumps` quirk it is wrong in one minute out of seven. */
function progressOf(done: number, habit: PrintHabit, seconds: number): number {
  const minute = Math.floor(seconds / 60);
  if (habit === 'jumps' && done < 0.9 && minute % 7 === 3) return minute % 2 === 0 ? 100 : 0;
  return Math.round(done * 1_000) / 10;
}

function idOf({ print, habit, lastId }: SimulatedPrints, seconds: number): string | null {
  if (print === null || habit === 'no-id') return null;
  const age = seconds - print.startedAt;
  if (habit === 'late-id' && age < idTakes) return lastId;
  if (habit === 'changing-id' && age < print.seconds / 2) return `${print.id}-first`;
  return print.id;
}

function sinceOf(at: number | null | undefined, seconds: number): number | null {
  return at === null || at === undefined ? null : Math.max(1, Math.round(seconds - at));
}
