import type { KyInstance } from 'ky';
import type { PollOutcome, Problem } from '../domain/outcome.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { discardBody, readBoundedBody } from './bounded-body.ts';
import { networkProblem } from './network-problem.ts';
import { belongsToOctoEverywhere } from './origin.ts';
import { noAnswer, readAnswer } from './read-answer.ts';
import { canBeToken } from './token.ts';

export interface InfoClientOptions {
  /** Where OctoEverywhere is, see origin.ts. */
  readonly origin: URL;
  /** Must report statuses 600–613 and 3xx as they are, and limits the time to connect by itself. */
  readonly fetch: typeof fetch;
  /** The app's version, for the user agent. */
  readonly version: string;
  readonly now?: () => Instant;
  /** For the whole question, redirects and body included. */
  readonly timeout?: Milliseconds;
}

export interface InfoClient {
  /** Asks the App Connection Info API once. Never rejects; the token is in no outcome. */
  ask(token: string): Promise<PollOutcome>;
}

const usualTimeout: Milliseconds = 15 * SECOND;

/** Bytes; the largest answer seen has less than one thousand. */
const largestBody = 256 * 1024;

const mostRedirects = 3;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A client of `GET /api/appconnection/info` (API §1). */
export function createInfoClient(options: InfoClientOptions): InfoClient {
  const { origin, version, now = Date.now, timeout = usualTimeout } = options;
  const address = new URL('/api/appconnection/info', origin);
  let http: Promise<KyInstance> | null = null;
  return {
    ask: async (token) => {
      // Such text never came from OctoEverywhere and cannot travel in a header; there is no token to ask with.
      if (!canBeToken(token)) return { kind: 'token-lost' };
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), timeout);
      try {
        http ??= createHttp(options.fetch, version);
        return await askFollowing({ http: await http, address, origin, token, now, signal: limit.signal });
      } catch (error) {
        return noAnswer(limit.signal.aborted ? { type: 'network', cause: 'timeout' } : networkProblem(error));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Loaded at the first question: ky brings Node's whole fetch with it, which the tray icon need not wait for. */
async function createHttp(transport: typeof fetch, version: string): Promise<KyInstance> {
  const { default: ky } = await import('ky');
  return ky.create({
    fetch: transport,
    headers: { Accept: 'application/json', 'User-Agent': `OctoGlance/${version}`, 'Cache-Control': 'no-store' },
    // When to ask again is for the schedule alone to say.
    retry: 0,
    throwHttpErrors: false,
    redirect: 'manual',
    // The one limit of a question also covers the body, which ky's does not.
    timeout: false,
  });
}

interface Question {
  readonly http: KyInstance;
  readonly address: URL;
  readonly origin: URL;
  readonly token: string;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}

/** Follows redirects by hand: left to itself, fetch would hand the token to whatever host a redirect names. */
async function askFollowing(question: Question): Promise<PollOutcome> {
  let address = question.address;
  for (let redirects = 0; ; redirects += 1) {
    const response = await question.http.get(address, {
      headers: { AppToken: question.token },
      signal: question.signal,
    });
    if (!redirectStatuses.has(response.status)) return await outcomeOf(response, question);
    discardBody(response);
    if (redirects === mostRedirects) return redirected('too-many');
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, address.href)) return redirected('unreadable');
    address = new URL(location, address);
    if (!belongsToOctoEverywhere(address, question.origin)) return redirected('foreign-host');
  }
}

async function outcomeOf(response: Response, { now }: Question): Promise<PollOutcome> {
  const { status } = response;
  const retryAfter = response.headers.get('retry-after');
  if (status !== 200) {
    discardBody(response);
    return readAnswer({ status, retryAfter, body: '' }, now());
  }
  const body = await readBoundedBody(response, largestBody);
  if (body === null) return noAnswer({ type: 'malformed', what: 'too-large' });
  return readAnswer({ status, retryAfter, body }, now());
}

function redirected(why: Extract<Problem, { type: 'redirect' }>['why']): PollOutcome {
  return noAnswer({ type: 'redirect', why });
}
