import { fieldIn, fieldsOf, isObject, textIn, wholeNumberIn } from '../domain/print/fields.ts';
import { failureKindOf, type PluginFailure } from '../domain/print/plugin-failure.ts';
import type { Instant } from '../domain/time.ts';
import { readPythonJson } from './read-json.ts';
import type { ResponseContent } from './read-response.ts';

/** The outcome of a request to a printer's plugin, or about its prints. */
export type PluginOutcome<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: PluginFailure };

/** The outcome, plus what every response carries regardless of its status; see `Answered`. */
export interface PluginAnswered<Value> {
  readonly outcome: PluginOutcome<Value>;
  readonly serverDate: Instant | null;
  readonly retryAfterSeconds: number | null;
}

/** Converts the plugin's result to a value; returns null when it is not usable. */
export type ReadResult<Value> = (result: unknown) => Value | null;

/**
 * Interprets a response of the Plugin API, with any status and body
 * (https://docs.octoeverywhere.com/plugin-api/plugin-api-errors/). An HTTP status other than 200 is decisive; in a 200
 * the plugin's own `Status` counts, and `Result` is passed to `read`. A body without an envelope is passed as a whole,
 * unless `mayBeBare` is false, for requests whose success only the status confirms. Never throws.
 */
export function readPluginResponse<Value>(
  { status, body }: Pick<ResponseContent, 'status' | 'body'>,
  read: ReadResult<Value>,
  mayBeBare = true,
): PluginOutcome<Value> {
  if (status !== 200) return failed(failureOf(status));
  const json = readPythonJson(body);
  if (json.kind === 'malformed') return malformed(json.what);
  const reported = fieldsOf(json.value);
  const inner = wholeNumberIn(reported, 'Status', 100, 999);
  if (inner !== null && inner !== 200) return failed(failureOf(inner, textIn(reported, 'Error')));
  const hasEnvelope = inner === 200 || (mayBeBare && isObject(fieldIn(reported, 'Result')));
  const isReadable = hasEnvelope || (mayBeBare && isObject(json.value));
  const value = isReadable ? read(hasEnvelope ? fieldIn(reported, 'Result') : json.value) : null;
  return value === null ? malformed('wrong-shape') : { kind: 'answered', value };
}

/** Returns the failure for a status other than 200; `words` is the text that came with it. */
export function failureOf(status: number, words: string | null = null): PluginFailure {
  const kind = failureKindOf(status);
  return kind === null ? { kind: 'no-answer', problem: { type: 'http-status', status } } : { kind, status, words };
}

export function failed(failure: PluginFailure): { readonly kind: 'failed'; readonly failure: PluginFailure } {
  return { kind: 'failed', failure };
}

export function malformed(what: 'empty' | 'html' | 'not-json' | 'wrong-shape' | 'too-large') {
  return failed({ kind: 'no-answer', problem: { type: 'malformed', what } });
}
