import { parseConnectionInfo } from '../domain/connection-info.ts';
import type { PollOutcome, Problem } from '../domain/outcome.ts';
import type { Instant } from '../domain/time.ts';
import { readRetryAfter } from './retry-after.ts';

/** An HTTP answer as it came in. */
export interface Answer {
  /** The status of the HTTP status line; OctoEverywhere sends its own 600–613 there. */
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * What an answer of the App Connection Info API means, for every status and every body; `now` (UTC) is when it arrived,
 * for a `Retry-After` that names a date. Never throws. The statuses are those of OctoEverywhere's documentation
 * (https://docs.octoeverywhere.com/error-codes/); of bodies only that of a 200 is documented, so no other is looked at.
 */
export function readAnswer(answer: Answer, now: Instant): PollOutcome {
  const retryAfterSeconds = readRetryAfter(answer.retryAfter, now);
  if (answer.status !== 200) return meaningOf(answer.status, retryAfterSeconds);
  const body = readJson(answer.body);
  if (body.kind === 'malformed') return noAnswer({ type: 'malformed', what: body.what }, retryAfterSeconds);
  const parsed = parseConnectionInfo(body.value);
  switch (parsed.kind) {
    case 'info':
      return { kind: 'answered', info: parsed.info };
    case 'status':
      return meaningOf(parsed.status, retryAfterSeconds);
    case 'wrong-shape':
      return noAnswer({ type: 'malformed', what: 'wrong-shape' }, retryAfterSeconds);
  }
}

/** A question that brought nothing usable. */
export function noAnswer(problem: Problem, retryAfterSeconds: number | null = null): PollOutcome {
  return { kind: 'no-answer', problem, retryAfterSeconds };
}

function meaningOf(status: number, retryAfterSeconds: number | null): PollOutcome {
  switch (status) {
    case 400:
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
      return noAnswer({ type: 'http-status', status }, retryAfterSeconds);
  }
}

type ReadJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly what: 'empty' | 'html' | 'not-json' };

function readJson(body: string): ReadJson {
  // Also drops a byte order mark, which JSON.parse refuses.
  const text = body.trim();
  if (text === '') return { kind: 'malformed', what: 'empty' };
  if (text.startsWith('<')) return { kind: 'malformed', what: 'html' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'malformed', what: 'not-json' };
  }
}
