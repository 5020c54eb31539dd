import { fieldIn, fieldsOf, isObject, textIn, wholeNumberIn } from '../domain/print/fields.ts';
import { failureKindOf, type PluginFailure } from '../domain/print/plugin-failure.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer } from './read-answer.ts';
import { readPythonJson } from './read-json.ts';

/** What came of a request to a printer's plugin, or about it. */
export type PluginOutcome<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: PluginFailure };

/** The same, and what an answer says whatever its status; see {@link Answered}. */
export interface PluginAnswered<Value> {
  readonly outcome: PluginOutcome<Value>;
  readonly serverDate: Instant | null;
  readonly retryAfterSeconds: number | null;
}

/** Makes a value of what the plugin said; null when it makes no sense. */
export type ReadResult<Value> = (result: unknown) => Value | null;

/**
 * What an answer of the Plugin API means, for every status and body (API §6): an HTTP status other than 200 says it all;
 * in a 200 the plugin's own `Status` counts, and `Result` is given to `read`. An answer without an envelope is given to it
 * whole, unless `mayBeBare` is false: where only the status says that something was done. Never throws.
 */
export function readPluginAnswer<Value>(
  { status, body }: Pick<Answer, 'status' | 'body'>,
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

/** What a status other than 200 means; `words` are what came with it. */
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
