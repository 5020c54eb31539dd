import type { Problem } from '../domain/outcome.ts';
import { type GadgetState, parseGadgetState } from '../domain/print/gadget.ts';
import type { PrintAction } from '../domain/print/print-action.ts';
import { type PrintReport, parsePrintReport } from '../domain/print/print-report.ts';
import { parseWebcams, type Snapshot, type Webcams } from '../domain/print/webcam.ts';
import type { Instant } from '../domain/time.ts';
import { readBoundedBody, readBoundedBytes } from './bounded-body.ts';
import { liveLinkRequest, readLiveLink } from './live-link.ts';
import { belongsToOctoEverywhere } from './origin.ts';
import { pictureOf } from './picture-size.ts';
import type { PluginAccess } from './plugin-access.ts';
import {
  failed,
  failureOf,
  malformed,
  type PluginAnswered,
  type PluginOutcome,
  type ReadResult,
  readPluginResponse,
} from './plugin-response.ts';
import { readHeaders } from './read-response.ts';
import { redactedTexts } from './redact-response.ts';
import {
  createServiceHttp,
  redirectStatuses,
  type Send,
  type ServiceHttpOptions,
  timeHeaders,
} from './service-http.ts';
import { canBeToken } from './token.ts';
import type { ServiceResponse } from './transport.ts';
import { carriesSecret } from './without-secret.ts';

export interface PluginClientOptions extends ServiceHttpOptions {
  /** Where OctoEverywhere is, see origin.ts; Gadget and Live Link requests go there. */
  readonly origin: URL;
  readonly now?: () => Instant;
  /** Whether a text contains a secret of this app; the client itself knows those in the request. */
  readonly isKnownSecret?: (text: string) => boolean;
}

type Asked<Value> = Promise<PluginAnswered<Value>>;

/**
 * Sends requests to a printer's plugin (https://docs.octoeverywhere.com/plugin-api/printer-status/), and to
 * OctoEverywhere about its prints, one per call. No call rejects; each resolves within the timeout or when `signal`
 * aborts. No returned text contains the request's secrets. Redirects are not followed.
 */
export interface PluginClient {
  status(access: PluginAccess, signal?: AbortSignal): Asked<PrintReport>;
  webcams(access: PluginAccess, signal?: AbortSignal): Asked<Webcams>;
  /** Takes one picture of the webcam `index`. It may count against the account's limits: 607, 609. */
  snapshot(access: PluginAccess, index: number, signal?: AbortSignal): Asked<Snapshot>;
  /** Controls the print. Sent at most once; without a response it is unknown whether it was done. */
  control(access: PluginAccess, action: PrintAction, signal?: AbortSignal): Asked<'done'>;
  /** At most once per 10 s and token, as OctoEverywhere requires; the caller has to ensure that. */
  gadget(appApiToken: string, signal?: AbortSignal): Asked<GadgetState>;
  /** Creates an address that shows the running print to anyone who has it, until the print ends. */
  liveLink(appApiToken: string, signal?: AbortSignal): Asked<URL>;
}

/** Bytes. */
const largestBody = 256 * 1024;
const largestSnapshot = 8 * 1024 * 1024;

/** Pixels: a picture with more is not from a webcam but an attempt to exhaust memory. */
const largestPicture = 50_000_000;

interface InfoRequest {
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: 'GET' | 'POST';
  readonly body?: object | undefined;
  readonly secrets: readonly string[];
}

/** Creates the client; nothing is loaded before the first request. */
export function createPluginClient(options: PluginClientOptions): PluginClient {
  const { origin, now = Date.now, isKnownSecret } = options;
  const service = createServiceHttp(options);

  /** `read` is called with responses other than redirects. */
  async function ask<Value>(
    request: InfoRequest,
    read: (response: ServiceResponse) => Promise<PluginOutcome<Value>>,
    signal: AbortSignal | undefined,
  ): Asked<Value> {
    const answered = await service.ask<PluginAnswered<Value>>(
      async (send) => {
        const response = await sendQuestion(send, request);
        const outcome = redirectStatuses.has(response.status)
          ? notFollowed(response, request.address)
          : await read(response);
        return { outcome, ...readHeaders(timeHeaders(response), now()) };
      },
      (problem) => unasked({ kind: 'no-answer', problem }),
      signal,
    );
    return { ...answered, outcome: redactedTexts(answered.outcome, request.secrets, isKnownSecret) };
  }

  const plugin = (
    access: PluginAccess,
    path: string,
    method: InfoRequest['method'] = 'GET',
    body?: object,
  ): InfoRequest => ({
    address: new URL(path, access.base),
    headers: { Authorization: access.authorization },
    method,
    body,
    secrets: access.secrets,
  });
  const ofService = (path: string, token: string, body?: object): InfoRequest => ({
    address: new URL(path, origin),
    headers: { AppToken: token },
    method: 'POST',
    body,
    secrets: [token],
  });

  return {
    status: (access, signal) => ask(plugin(access, 'status'), (response) => textOf(response, parsePrintReport), signal),
    webcams: (access, signal) =>
      ask(plugin(access, 'webcam/list'), (response) => textOf(response, parseWebcams), signal),
    snapshot: (access, index, signal) => ask(plugin(access, `webcam/snapshot?index=${index}`), snapshotOf, signal),
    control: (access, action, signal) =>
      ask(
        plugin(access, action, 'POST', controlBodies[action]),
        (response) => textOf(response, () => 'done', false),
        signal,
      ),
    gadget: async (token, signal) => {
      if (!canBeToken(token)) return unasked({ kind: 'no-credentials' });
      const request = ofService('/api/gadget/GetStatusFromAppConnection', token);
      return ask(request, (response) => textOf(response, parseGadgetState), signal);
    },
    liveLink: async (token, signal) => {
      if (!canBeToken(token)) return unasked({ kind: 'no-credentials' });
      const request = ofService('/api/live/createfromappconnection', token, liveLinkRequest);
      const readLink = (body: unknown) => linkOf(body, origin, token, isKnownSecret);
      return ask(request, (response) => textOf(response, readLink), signal);
    },
  };
}

/** An empty body for `pause` would suppress the owner's other notifications. */
const controlBodies: Readonly<Record<PrintAction, object | undefined>> = {
  pause: { SmartPause: false, SuppressNotification: false },
  resume: undefined,
  cancel: undefined,
};

/** Returns null for a link with a secret: it would get into the clipboard, and to whoever the user sends it. */
function linkOf(
  body: unknown,
  origin: URL,
  token: string,
  isKnownSecret: (text: string) => boolean = () => false,
): URL | null {
  const link = readLiveLink(body, origin);
  if (link === null || isKnownSecret(link.href)) return null;
  return carriesSecret(link.href, token) ? null : link;
}

function unasked(failure: Parameters<typeof failed>[0]) {
  return { outcome: failed(failure), serverDate: null, retryAfterSeconds: null };
}

function sendQuestion(send: Send, { address, headers, method, body }: InfoRequest): Promise<ServiceResponse> {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const text = body === undefined ? null : JSON.stringify(body);
  return send({ method, address, headers: { ...headers, ...type }, body: text });
}

/** Credentials never follow a redirect, not even within the service. */
function notFollowed(response: ServiceResponse, from: URL): PluginOutcome<never> {
  response.discard();
  const location = response.header('location');
  const why = (): Extract<Problem, { type: 'redirect' }>['why'] => {
    if (location === null || !URL.canParse(location, from.href)) return 'unreadable';
    return belongsToOctoEverywhere(new URL(location, from), from) ? 'too-many' : 'foreign-host';
  };
  return failed({ kind: 'no-answer', problem: { type: 'redirect', why: why() } });
}

async function textOf<Value>(
  response: ServiceResponse,
  read: ReadResult<Value>,
  mayBeBare = true,
): Promise<PluginOutcome<Value>> {
  const { status } = response;
  if (status !== 200) {
    response.discard();
    return failed(failureOf(status));
  }
  const body = await readBoundedBody(response, largestBody);
  return body === null ? malformed('too-large') : readPluginResponse({ status, body }, read, mayBeBare);
}

/** Snapshots use real HTTP statuses; a 200 that is not a picture explains in its body why there is none. */
async function snapshotOf(response: ServiceResponse): Promise<PluginOutcome<Snapshot>> {
  const { status } = response;
  if (status !== 200) {
    response.discard();
    return failed(failureOf(status));
  }
  const bytes = await readBoundedBytes(response, largestSnapshot);
  if (bytes === null) return malformed('too-large');
  const picture = pictureOf(bytes);
  if (picture === null) {
    const body = new TextDecoder().decode(bytes.subarray(0, largestBody));
    return readPluginResponse<Snapshot>({ status, body }, () => null);
  }
  if (picture.width * picture.height > largestPicture) return malformed('too-large');
  return { kind: 'answered', value: { bytes, ...picture } };
}
