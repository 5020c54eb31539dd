import * as v from 'valibot';

/** What happens to the world, design "Virtual time". Times are seconds from the start. */
export type TraceEvent =
  | { readonly at: number; readonly printer: string; readonly link: 'up' | 'down' }
  /** From now on this status is the answer about the printer; 200 is normal again. */
  | { readonly at: number; readonly printer: string; readonly answer: number }
  | { readonly at: number; readonly service: ServiceState }
  | { readonly at: number; readonly network: 'up' | 'down' }
  | { readonly at: number; readonly computer: 'sleep' | 'wake' }
  | { readonly at: number; readonly setting: TraceSettings }
  | { readonly at: number; readonly end: true };

/** OctoEverywhere as a whole: as usual, silent, or answering everything with one HTTP status. */
export type ServiceState = 'ok' | 'timeout' | number;

export interface TraceSettings {
  readonly pollSeconds?: number | undefined;
  readonly graceSeconds?: number | undefined;
}

/** A line of a trace that cannot be read; the message names the line and says what is wrong with it. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
  readonly line: number;

  constructor(line: number, what: string) {
    super(`Line ${line}: ${what}`);
    this.line = line;
  }
}

/**
 * Reads a trace: one JSON object a line, empty lines allowed. Lines may come in any order of time (several lives can
 * simply be written one after the other); the result is in order of time, and of lines where times are the same. Throws
 * {@link TraceError} for the first line that is broken or has an unknown or missing field.
 */
export function readTrace(text: string): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') events.push(readLine(line, index + 1));
  }
  return inOrder(events);
}

/** Events in order of time; those of the same time keep their order. */
export function inOrder(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}

const at = v.pipe(v.number(), v.finite(), v.minValue(0));
const printer = v.pipe(v.string(), v.minLength(1));

/** By the field that tells the kinds of events apart. */
const kinds = {
  link: v.strictObject({ at, printer, link: v.picklist(['up', 'down']) }),
  answer: v.strictObject({ at, printer, answer: v.picklist([200, 603, 604, 605, 606, 610]) }),
  service: v.strictObject({
    at,
    service: v.union([
      v.picklist(['ok', 'timeout']),
      v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(999)),
    ]),
  }),
  network: v.strictObject({ at, network: v.picklist(['up', 'down']) }),
  computer: v.strictObject({ at, computer: v.picklist(['sleep', 'wake']) }),
  setting: v.strictObject({
    at,
    setting: v.strictObject({
      pollSeconds: v.optional(v.pipe(v.number(), v.minValue(30), v.maxValue(3600))),
      graceSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1800))),
    }),
  }),
  end: v.strictObject({ at, end: v.literal(true) }),
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
  const kind = (Object.keys(kinds) as (keyof typeof kinds)[]).find((field) => Object.hasOwn(json, field));
  if (kind === undefined) {
    throw new TraceError(number, `nothing happens here; one of ${Object.keys(kinds).join(', ')} is expected.`);
  }
  const read = v.safeParse(kinds[kind], json);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const field = v.getDotPath(issue);
  const what = issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown field' : issue.message;
  throw new TraceError(number, field === null ? `${what}.` : `"${field}": ${what}.`);
}
