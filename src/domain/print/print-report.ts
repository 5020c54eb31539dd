import { DAY, type Instant, type Milliseconds, SECOND } from '../time.ts';
import { type Fields, fieldIn, fieldsOf, flagIn, isObject, numberIn, textIn, wholeNumberIn } from './fields.ts';

/** The state that a printer reports; `unknown` for one that this app does not know. */
export type ReportedState =
  | 'idle'
  | 'warming-up'
  | 'printing'
  | 'paused'
  | 'resuming'
  | 'complete'
  | 'cancelled'
  | 'error'
  | 'unknown';

/** Degrees Celsius; null where not reported. */
export interface Temperatures {
  readonly bed: number | null;
  readonly bedTarget: number | null;
  readonly hotend: number | null;
  readonly hotendTarget: number | null;
  readonly chamber: number | null;
  readonly chamberTarget: number | null;
}

/** The part of a status about Gadget, OctoEverywhere's failure detection. */
export interface GadgetReport {
  /** The latest rating: 1 (failing) to 10 (fine). */
  readonly score: number | null;
  /** How long ago it last warned, and last paused the print; null when it never did. */
  readonly warnedAgo: Milliseconds | null;
  readonly pausedAgo: Milliseconds | null;
  /** The owner has switched off warnings about this print. */
  readonly suppressed: boolean | null;
}

/**
 * One response to `status` of the Plugin API, as reported: idle printers still report the figures of their last print.
 */
export interface PrintReport {
  readonly state: ReportedState;
  /** Short texts of the printer about its activity, and about an error. */
  readonly detail: string | null;
  readonly error: string | null;
  /** 0–100. */
  readonly progress: number | null;
  readonly duration: Milliseconds | null;
  /** Null when the printer does not know it. */
  readonly timeLeft: Milliseconds | null;
  readonly fileName: string | null;
  readonly layer: number | null;
  readonly totalLayers: number | null;
  readonly temperatures: Temperatures;
  /** Changes with each print. */
  readonly printId: string | null;
  readonly startedAt: Instant | null;
  readonly gadget: GadgetReport;
}

/** No print takes longer; larger values are invalid. */
const longest: Milliseconds = 90 * DAY;

/** 2001 and 2100, in Unix seconds. */
const plausibleStart = { least: 1_000_000_000, most: 4_102_444_800 } as const;

/**
 * Parses the result of `status` (https://docs.octoeverywhere.com/plugin-api/printer-status/); accepts any value.
 * Returns null when it is not a status at all. Every field may be missing, null, a number in a string, or nonsense,
 * which counts as unknown. Never throws.
 */
export function parsePrintReport(result: unknown): PrintReport | null {
  const reported = fieldsOf(result);
  const [job, service] = [fieldIn(reported, 'JobStatus'), fieldIn(reported, 'OctoEverywhereStatus')];
  if (!isObject(job) && !isObject(service)) return null;
  const status = fieldsOf(job);
  const print = fieldsOf(fieldIn(status, 'CurrentPrint'));
  const about = fieldsOf(service);
  const started = numberIn(about, 'PrintStartTimeSec', plausibleStart.least, plausibleStart.most);
  return {
    state: stateOf(fieldIn(status, 'State')),
    detail: textIn(status, 'SubState'),
    error: textIn(status, 'Error'),
    progress: progressOf(print),
    duration: secondsIn(print, 'DurationSec'),
    timeLeft: secondsIn(print, 'TimeLeftSec'),
    fileName: textIn(print, 'FileName'),
    layer: wholeNumberIn(print, 'CurrentLayer', 0, 1_000_000),
    // A print without layers does not have zero of them.
    totalLayers: wholeNumberIn(print, 'TotalLayers', 1, 1_000_000),
    temperatures: temperaturesOf(fieldsOf(fieldIn(print, 'Temps'))),
    printId: idOf(about),
    startedAt: started === null ? null : started * SECOND,
    gadget: gadgetOf(fieldsOf(fieldIn(about, 'Gadget'))),
  };
}

function stateOf(reported: unknown): ReportedState {
  if (typeof reported !== 'string') return 'unknown';
  const word = reported
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return Object.hasOwn(states, word) ? (states[word] ?? 'unknown') : 'unknown';
}

const states: Readonly<Record<string, ReportedState>> = {
  idle: 'idle',
  warmingup: 'warming-up',
  printing: 'printing',
  paused: 'paused',
  resuming: 'resuming',
  complete: 'complete',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  error: 'error',
};

/** Returns the progress, 0–100. Rounding may exceed the limits a little; anything further is invalid. */
function progressOf(print: Fields): number | null {
  const reported = numberIn(print, 'Progress', -0.5, 100.5);
  return reported === null ? null : Math.min(100, Math.max(0, reported));
}

function secondsIn(fields: Fields, name: string): Milliseconds | null {
  const reported = numberIn(fields, name, 0, longest / SECOND);
  return reported === null ? null : Math.round(reported * SECOND);
}

/** Returns a duration; zero means never, because plugins use 0 for missing values. */
function agoIn(fields: Fields, name: string): Milliseconds | null {
  return secondsIn(fields, name) || null;
}

/** Returns the print's id; plugins without one send an empty string, a zero or a word for none. */
function idOf(about: Fields): string | null {
  const reported = fieldIn(about, 'MostRecentPrintIdStr');
  const text = typeof reported === 'number' && Number.isSafeInteger(reported) ? String(reported) : reported;
  if (typeof text !== 'string') return null;
  const id = text.trim();
  return /^[\x21-\x7e]{1,200}$/.test(id) && !/^(0|none|null|undefined|nan)$/i.test(id) ? id : null;
}

function temperaturesOf(reported: Fields): Temperatures {
  const celsius = (name: string) => numberIn(reported, name, -60, 1_000);
  return {
    bed: celsius('BedActual'),
    bedTarget: celsius('BedTarget'),
    hotend: celsius('HotendActual'),
    hotendTarget: celsius('HotendTarget'),
    chamber: celsius('ChamberActual'),
    chamberTarget: celsius('ChamberTarget'),
  };
}

function gadgetOf(reported: Fields): GadgetReport {
  return {
    score: numberIn(reported, 'LastScore', 0, 10),
    warnedAgo: agoIn(reported, 'TimeSinceLastWarnSec'),
    pausedAgo: agoIn(reported, 'TimeSinceLastPauseSec'),
    suppressed: flagIn(reported, 'IsSuppressed'),
  };
}
