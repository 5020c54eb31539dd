import * as v from 'valibot';
import { settingsFields } from '../domain/settings-schema.ts';
import { printHabits } from './prints/print-events.ts';
import { inOrder, printerActions, type TraceEvent } from './trace.ts';

/** Thrown for an invalid line of a trace; the message has the line number and what is wrong. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
  readonly line: number;

  constructor(line: number, what: string) {
    super(`Line ${line}: ${what}`);
    this.line = line;
  }
}

/**
 * Parses a trace: one JSON object per line; empty lines and those that begin with `#` are ignored. Lines need not be in
 * chronological order (the lives of several printers can simply be written one after another); the result is sorted by
 * time, then by line. Throws {@link TraceError} for the first line that is invalid or has an unknown or missing field.
 */
export function readTrace(text: string): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const content = line.trim();
    if (content !== '' && !content.startsWith('#')) events.push(readLine(content, index + 1));
  }
  return inOrder(events);
}

const at = v.pipe(v.number(), v.finite(), v.minValue(0));
const printer = v.pipe(v.string(), v.minLength(1));
const status = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(999));
const retryAfter = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const claimedTime = v.optional(v.union([v.pipe(v.number(), v.finite()), v.null(), v.picklist(['zero', 'missing'])]));
const settings = v.partial(v.strictObject(settingsFields));

/** The schemas of events, by the field that distinguishes them. */
const kinds = {
  link: v.strictObject({ at, printer, link: v.picklist(['up', 'down']) }),
  answer: v.strictObject({
    at,
    printer,
    answer: v.union([v.picklist(['timeout', 'html', 'garbage']), status]),
    retryAfter,
  }),
  times: v.strictObject({
    at,
    printer,
    times: v.nullable(v.strictObject({ connected: claimedTime, disconnected: claimedTime })),
  }),
  name: v.strictObject({ at, printer, name: v.nullable(v.union([v.string(), v.number()])) }),
  print: v.strictObject({
    at,
    printer,
    print: v.union([
      v.picklist(['pause', 'resume', 'cancel', 'fail', 'none']),
      v.strictObject({
        id: v.pipe(v.string(), v.minLength(1)),
        file: v.string(),
        seconds: v.pipe(v.number(), v.finite(), v.minValue(1)),
      }),
    ]),
  }),
  gadget: v.strictObject({ at, printer, gadget: v.picklist(['warn', 'pause']) }),
  host: v.strictObject({ at, printer, host: v.picklist([785, 789, 'ok']) }),
  habit: v.strictObject({ at, printer, habit: v.picklist(printHabits) }),
  service: v.strictObject({ at, service: v.union([v.picklist(['ok', 'timeout', 'html']), status]), retryAfter }),
  date: v.strictObject({
    at,
    date: v.nullable(v.union([v.pipe(v.number(), v.finite()), v.literal('missing')])),
  }),
  latency: v.strictObject({ at, latency: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
  network: v.strictObject({ at, network: v.picklist(['up', 'down']) }),
  networkHint: v.strictObject({ at, networkHint: v.nullable(v.picklist(['up', 'down'])) }),
  computer: v.strictObject({ at, computer: v.picklist(['sleep', 'wake']) }),
  clock: v.strictObject({ at, clock: v.pipe(v.number(), v.finite()) }),
  timezone: v.strictObject({ at, timezone: v.pipe(v.string(), v.check(isTimeZone, 'not a time zone')) }),
  app: v.strictObject({ at, app: v.picklist(['quit', 'kill', 'start']) }),
  setting: v.strictObject({
    at,
    setting: v.strictObject({
      ...settings.entries,
      topics: v.optional(v.partial(settingsFields.topics)),
      printTopics: v.optional(v.partial(settingsFields.printTopics)),
      quietHours: v.optional(v.partial(settingsFields.quietHours)),
    }),
  }),
  end: v.strictObject({ at, end: v.literal(true) }),
} as const;

/** User actions: those on a printer, and those on the whole app. */
const userKinds = {
  ofPrinter: v.strictObject({ at, printer, user: v.picklist(printerActions) }),
  snooze: v.strictObject({
    at,
    user: v.literal('snooze'),
    seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
  ofApp: v.strictObject({ at, user: v.picklist(['resume', 'refresh-all']) }),
} as const;

function readLine(line: string, number: number): TraceEvent {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new TraceError(number, 'this is not JSON.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new TraceError(number, 'a JSON object is expected, such as {"at":0,"printer":"Voron","link":"up"}.');
  }
  const schema = schemaFor(json);
  if (schema === null) {
    const known = [...Object.keys(kinds), 'user'].join(', ');
    throw new TraceError(number, `nothing happens here; one of ${known} is expected.`);
  }
  const read = v.safeParse(schema, json);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const field = v.getDotPath(issue);
  const what = issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown field' : issue.message;
  throw new TraceError(number, field === null ? `${what}.` : `"${field}": ${what}.`);
}

function schemaFor(json: object): v.GenericSchema<unknown, TraceEvent> | null {
  const has = (field: string) => Object.hasOwn(json, field);
  if (has('user')) {
    if (has('printer')) return userKinds.ofPrinter;
    return 'user' in json && json.user === 'snooze' ? userKinds.snooze : userKinds.ofApp;
  }
  const kind = (Object.keys(kinds) as (keyof typeof kinds)[]).find(has);
  return kind === undefined ? null : kinds[kind];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
