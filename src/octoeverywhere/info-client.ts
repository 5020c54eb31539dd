import { type Answered, outcomeAlone, type PollOutcome, type Problem } from '../domain/outcome.ts';
import type { Instant } from '../domain/time.ts';
import { readBoundedBody } from './bounded-body.ts';
import { LastBody } from './last-body.ts';
import { belongsToOctoEverywhere } from './origin.ts';
import { noResponse, outcomeOf, readHeaders } from './read-response.ts';
import { redactedOutcome, withoutKnownSecrets } from './redact-response.ts';
import {
  createServiceHttp,
  redirectStatuses,
  type Send,
  type ServiceHttpOptions,
  timeHeaders,
} from './service-http.ts';
import { canBeToken } from './token.ts';
import type { ServiceResponse } from './transport.ts';

export interface InfoClientOptions extends ServiceHttpOptions {
  /** Where OctoEverywhere is, see origin.ts. */
  readonly origin: URL;
  readonly now?: () => Instant;
  /** Whether a text contains a secret of this app; the client itself knows the one in the request. */
  readonly isKnownSecret?: (text: string) => boolean;
}

export interface InfoClient {
  /**
   * Sends one request to the App Connection Info API. Never rejects; no outcome contains the token, even if the service
   * sends it back. Resolves within the timeout or when `signal` aborts, whatever the request does. `last` is this
   * token's last response, which saves reading the same one again.
   */
  ask(token: string, signal?: AbortSignal, last?: LastBody): Promise<Answered>;
}

/** Bytes; the largest response seen has fewer than one thousand. */
const largestBody = 256 * 1024;

const mostRedirects = 3;

/** Creates a client of the App Connection Info API (https://docs.octoeverywhere.com/app-connections/apis/info-api/). */
export function createInfoClient(options: InfoClientOptions): InfoClient {
  const { origin, now = Date.now } = options;
  const address = new URL('/api/appconnection/info', origin);
  const service = createServiceHttp(options);
  return {
    ask: async (token, signal, last = new LastBody()) => {
      // Such text cannot be a token of OctoEverywhere and cannot be sent in a header.
      if (!canBeToken(token)) return outcomeAlone({ kind: 'token-lost' });
      const answered = await service.ask(
        (send) => askFollowing({ send, address, origin, token, now, last }),
        noResponse,
        signal,
      );
      return { ...answered, outcome: withoutKnownSecrets(answered.outcome, options.isKnownSecret) };
    },
  };
}

interface InfoRequest {
  readonly send: Send;
  readonly address: URL;
  readonly origin: URL;
  readonly token: string;
  readonly now: () => Instant;
  readonly last: LastBody;
}

/** Follows redirects manually: otherwise the token would go to whatever host a redirect points to. */
async function askFollowing(request: InfoRequest): Promise<Answered> {
  let address = request.address;
  for (let redirects = 0; ; redirects += 1) {
    const headers = { AppToken: request.token };
    const response = await request.send({ method: 'GET', address, headers, body: null });
    if (!redirectStatuses.has(response.status)) return await answerOf(response, request);
    response.discard();
    const failed = (why: Extract<Problem, { type: 'redirect' }>['why']) =>
      unusable({ type: 'redirect', why }, response, request);
    if (redirects === mostRedirects) return failed('too-many');
    const location = response.header('location');
    if (location === null || !URL.canParse(location, address.href)) return failed('unreadable');
    address = new URL(location, address);
    if (!belongsToOctoEverywhere(address, request.origin)) return failed('foreign-host');
  }
}

async function answerOf(response: ServiceResponse, request: InfoRequest): Promise<Answered> {
  const { status } = response;
  const answered = (outcome: PollOutcome) => ({ outcome, ...readHeaders(timeHeaders(response), request.now()) });
  if (status !== 200) {
    response.discard();
    return answered(outcomeOf({ status, body: '' }));
  }
  const body = await readBoundedBody(response, largestBody);
  if (body === null) return unusable({ type: 'malformed', what: 'too-large' }, response, request);
  return answered(request.last.outcomeOf(body, () => redactedOutcome(outcomeOf({ status, body }), request.token)));
}

function unusable(problem: Problem, response: ServiceResponse, { now }: InfoRequest): Answered {
  return { outcome: { kind: 'no-answer', problem }, ...readHeaders(timeHeaders(response), now()) };
}
