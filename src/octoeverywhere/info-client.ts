import type { KyInstance } from 'ky';
import { type Answered, outcomeAlone, type Problem } from '../domain/outcome.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { discardBody, readBoundedBody } from './bounded-body.ts';
import { concealed } from './conceal.ts';
import { networkProblem } from './network-problem.ts';
import { belongsToOctoEverywhere } from './origin.ts';
import { noAnswer, readAnswer, readHeaders } from './read-answer.ts';
import { canBeToken } from './token.ts';

export interface InfoClientOptions {
  /** Where OctoEverywhere is, see origin.ts. */
  readonly origin: URL;
  /** Must report statuses 600–613 and 3xx as they are, and limits the time to connect by itself. */
  readonly fetch: typeof fetch;
  /** The app's version, for the user agent. */
  readonly version: string;
  readonly now?: () => Instant;
  /** Whether a text has a secret in it that this app knows; of those asked with, the client knows by itself. */
  readonly isKnownSecret?: (text: string) => boolean;
  /** For the whole question, redirects and body included. */
  readonly timeout?: Milliseconds;
}

export interface InfoClient {
  /**
   * Asks the App Connection Info API once. Never rejects; the token is in no outcome, even if the service sends it back.
   * Comes back within the time-out or at an abort of `signal`, whatever the request does.
   */
  ask(token: string, signal?: AbortSignal): Promise<Answered>;
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
    ask: async (token, signal) => {
      // Such text never came from OctoEverywhere and cannot travel in a header; there is no token to ask with.
      if (!canBeToken(token)) return outcomeAlone({ kind: 'token-lost' });
      const limit = new AbortController();
      const giveUp = () => limit.abort();
      const timer = setTimeout(giveUp, timeout);
      signal?.addEventListener('abort', giveUp);
      if (signal?.aborted) giveUp();
      try {
        http ??= createHttp(options.fetch, version).catch((error) => {
          // Not to be remembered: the next question tries again.
          http = null;
          throw error;
        });
        const asked = http.then((ky) => askFollowing({ http: ky, address, origin, token, now, signal: limit.signal }));
        const answered = await orAborted(asked, limit.signal);
        return { ...answered, outcome: concealed(answered.outcome, token, options.isKnownSecret) };
      } catch (error) {
        return noAnswer(limit.signal.aborted ? { type: 'network', cause: 'timeout' } : networkProblem(error));
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      }
    },
  };
}

/** Does not wait for work that does not heed `signal`; its late result is nobody's any more. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
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
async function askFollowing(question: Question): Promise<Answered> {
  let address = question.address;
  for (let redirects = 0; ; redirects += 1) {
    const response = await question.http.get(address, {
      headers: { AppToken: question.token },
      signal: question.signal,
    });
    if (!redirectStatuses.has(response.status)) return await answerOf(response, question);
    discardBody(response);
    const failed = (why: Extract<Problem, { type: 'redirect' }>['why']) =>
      unusable({ type: 'redirect', why }, response, question);
    if (redirects === mostRedirects) return failed('too-many');
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, address.href)) return failed('unreadable');
    address = new URL(location, address);
    if (!belongsToOctoEverywhere(address, question.origin)) return failed('foreign-host');
  }
}

async function answerOf(response: Response, question: Question): Promise<Answered> {
  const { status } = response;
  if (status !== 200) {
    discardBody(response);
    return readAnswer({ status, ...headersOf(response), body: '' }, question.now());
  }
  const body = await readBoundedBody(response, largestBody);
  if (body === null) return unusable({ type: 'malformed', what: 'too-large' }, response, question);
  return readAnswer({ status, ...headersOf(response), body }, question.now());
}

function unusable(problem: Problem, response: Response, { now }: Question): Answered {
  return { outcome: { kind: 'no-answer', problem }, ...readHeaders(headersOf(response), now()) };
}

function headersOf({ headers }: Response) {
  return { retryAfter: headers.get('retry-after'), date: headers.get('date') };
}
