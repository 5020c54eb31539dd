import { parseConnectionInfo } from '../domain/connection-info.ts';
import { type Answered, outcomeAlone, type PollOutcome, type Problem } from '../domain/outcome.ts';
import type { Instant } from '../domain/time.ts';
import { readJson } from './read-json.ts';
import { readHttpDate, readRetryAfter } from './retry-after.ts';

/** An HTTP response as received. */
export interface ResponseContent {
  /** The status from the HTTP status line; OctoEverywhere sends its own 600–613 there. */
  readonly status: number;
  /** The headers `retry-after` and `date`. */
  readonly retryAfter: string | null;
  readonly date: string | null;
  readonly body: string;
}

/**
 * Interprets a response of the App Connection Info API, with any status and body. `now` (UTC) is when it arrived; it is
 * used when `Retry-After` has a date but the response has no `Date`. Never throws. The statuses are those of
 * OctoEverywhere's documentation (https://docs.octoeverywhere.com/error-codes/); only the body of a 200 is documented,
 * so all others are ignored.
 */
export function readResponse(response: ResponseContent, now: Instant): Answered {
  return { outcome: outcomeOf(response), ...readHeaders(response, now) };
}

/** Reads the headers of any response; `now` (UTC) as in {@link readResponse}. */
export function readHeaders({ retryAfter, date }: Pick<ResponseContent, 'retryAfter' | 'date'>, now: Instant) {
  const serverDate = date === null ? null : readHttpDate(date);
  return { serverDate, retryAfterSeconds: readRetryAfter(retryAfter, serverDate ?? now) };
}

/** Returns the result of a request without a usable response. */
export function noResponse(problem: Problem): Answered {
  return outcomeAlone({ kind: 'no-answer', problem });
}

/** Returns what a status and a body mean. Never throws. */
export function outcomeOf({ status, body }: Pick<ResponseContent, 'status' | 'body'>): PollOutcome {
  if (status !== 200) return meaningOf(status);
  const read = readJson(body);
  if (read.kind === 'malformed') return { kind: 'no-answer', problem: { type: 'malformed', what: read.what } };
  const parsed = parseConnectionInfo(read.value);
  switch (parsed.kind) {
    case 'info':
      return { kind: 'answered', info: parsed.info };
    case 'status':
      return meaningOf(parsed.status);
    case 'wrong-shape':
      return { kind: 'no-answer', problem: { type: 'malformed', what: 'wrong-shape' } };
  }
}

/**
 * Maps a status to an outcome. 400 is documented as "no token arrived". No request is sent without one, so it says
 * nothing about the connection: something on the way, usually a proxy that dropped the header, caused a temporary
 * failure.
 */
function meaningOf(status: number): PollOutcome {
  switch (status) {
    case 603:
    case 604:
    case 606:
      return { kind: 'refused', status };
    case 601:
      return { kind: 'printer-not-connected' };
    case 605:
      return { kind: 'perks-needed' };
    case 610:
      return { kind: 'update-needed' };
    default:
      return { kind: 'no-answer', problem: { type: 'http-status', status } };
  }
}
