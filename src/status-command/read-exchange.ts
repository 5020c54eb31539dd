import * as v from 'valibot';
import {
  actionWord,
  launchWord,
  longestRequest,
  type SocketRequest,
  statusRequest,
  watchRequests,
} from './exchange.ts';

const launchSchema = v.object({
  show: v.boolean(),
  link: v.nullable(v.pipe(v.string(), v.maxLength(16_384), v.regex(/^octoglance:/i))),
});

const actionSchema = v.object({
  do: v.picklist(['open', 'refresh']),
  name: v.pipe(v.string(), v.maxLength(1_000)),
});

const actionResponseSchema = v.object({
  /** Readable lines in the app's language. */
  lines: v.array(v.string()),
  /** 0: done; 1: failed; 2: no printer, or more than one, has that name. */
  code: v.picklist([0, 1, 2]),
});

export type ActionResponse = v.InferOutput<typeof actionResponseSchema>;

/**
 * Parses what has arrived so far: a complete request, an incomplete one (`more`), or something that isn't one
 * (`wrong`).
 */
export function readRequest(received: string): SocketRequest | 'more' | 'wrong' {
  if (received === statusRequest) return { asks: 'status' };
  if (received === watchRequests.lines) return { asks: 'watch', as: 'lines' };
  if (received === watchRequests.json) return { asks: 'watch', as: 'json' };
  const whole = [statusRequest, watchRequests.lines, watchRequests.json];
  if ([...whole, launchWord, actionWord].some((request) => request.startsWith(received))) return 'more';
  const word = [launchWord, actionWord].find((one) => received.startsWith(one));
  if (word === undefined || received.length > longestRequest) return 'wrong';
  if (!received.endsWith('\n')) return 'more';
  if (word === launchWord) {
    const launch = readJson(launchSchema, received.slice(word.length));
    return launch === null ? 'wrong' : { asks: 'launch', launch };
  }
  const action = readJson(actionSchema, received.slice(word.length));
  return action === null ? 'wrong' : { asks: 'action', action };
}

const responseSchema = v.object({
  /** The output of `--json`: the lines of the status stream for the current state. */
  status: v.object({
    glance: v.looseObject({ type: v.string(), state: v.string() }),
    printers: v.array(v.looseObject({})),
    /** Absent while no print is known. */
    prints: v.exactOptional(v.array(v.looseObject({}))),
    /** Why tokens can't be read; absent while they can. */
    keychain: v.exactOptional(v.string()),
  }),
  /** Readable lines in the app's language. */
  lines: v.array(v.string()),
});

export type StatusResponse = v.InferOutput<typeof responseSchema>;

/** Null if it isn't a response from OctoGlance. */
export function readResponse(text: string): StatusResponse | null {
  return readJson(responseSchema, text);
}

/** Null if it isn't OctoGlance's response to an action. */
export function readActionResponse(text: string): ActionResponse | null {
  return readJson(actionResponseSchema, text);
}

function readJson<Read>(schema: v.GenericSchema<unknown, Read>, text: string): Read | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
