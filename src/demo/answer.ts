import type { Instant } from '../domain/time.ts';
import { infoBody, wrapped } from './info-body.ts';
import { reasonFor } from './status-reasons.ts';
import type { PrinterResponse, ServiceState } from './trace.ts';
import type { SimulatedPrinter } from './world.ts';

/** The raw response of the simulated OctoEverywhere, or of a portal or proxy in front of it. */
export interface SimulatedResponse {
  readonly status: number;
  readonly headers: {
    readonly 'content-type': string;
    /** The server's time, to the second (RFC 9110 §6.6.1). */
    readonly date?: string;
    readonly 'retry-after'?: string;
  };
  readonly body: string;
}

/** A request to the simulated OctoEverywhere. */
export interface SimulatedRequest {
  readonly name: string;
  /** False when it has no token at all. */
  readonly hasToken?: boolean;
  /** Null when no printer belongs to the token. */
  readonly printer: SimulatedPrinter | null;
  readonly service: { readonly state: ServiceState; readonly retryAfter: number | null };
  /** When it arrives, by the server's clock, UTC. */
  readonly at: Instant;
  /** What the response's `Date` says, if not that; null for none. */
  readonly date?: Instant | null;
  /** Converts the world's seconds to UTC. */
  readonly instantOf: (seconds: number) => Instant;
  /** The origin of the printer's page. */
  readonly origin?: string;
  readonly shape?: 'flat' | 'wrapped';
}

/**
 * Returns the response to a request: that of the service as a whole if it is not `ok`, else that of the printer.
 * Without a printer the connection is unknown: 603. Null when there is no response.
 */
export function answerTo(request: SimulatedRequest): SimulatedResponse | null {
  const { printer, service } = request;
  const answer = service.state === 'ok' ? (printer?.answer ?? 603) : service.state;
  if (answer === 'timeout') return null;
  const retryAfter = service.state === 'ok' ? (printer?.retryAfter ?? null) : service.retryAfter;
  const noToken = service.state === 'ok' && request.hasToken === false;
  const { status, type, body } = noToken ? ownError(400) : contentOf(answer, request);
  const { date = request.at } = request;
  const headers = {
    'content-type': type,
    ...(date === null ? {} : { date: new Date(date).toUTCString() }),
  };
  return {
    status,
    headers: retryAfter === null ? headers : { ...headers, 'retry-after': String(retryAfter) },
    body,
  };
}

interface Content {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function contentOf(answer: Exclude<PrinterResponse, 'timeout'>, request: SimulatedRequest): Content {
  if (answer === 'html') return { status: 200, type: html, body: signInPage };
  if (answer === 'garbage') return { status: 200, type: json, body: infoText(request).slice(0, 40) };
  if (answer === 200) return { status: 200, type: json, body: infoText(request) };
  return answer >= 600 ? ownError(answer) : proxyError(answer);
}

const json = 'application/json; charset=utf-8';
const html = 'text/html; charset=utf-8';

function infoText({ name, printer, instantOf, origin, shape }: SimulatedRequest): string {
  if (printer === null) return '{}';
  const body = infoBody(name, printer, instantOf, origin);
  return JSON.stringify(shape === 'wrapped' ? wrapped(body) : body);
}

/** An error in OctoEverywhere's own format. Bodies of errors are not documented; this follows its other responses. */
function ownError(status: number): Content {
  const body = JSON.stringify({
    Status: status,
    Error: reasonFor(status) ?? 'Error',
    IsUserError: false,
    Result: null,
  });
  return { status, type: json, body };
}

/** An error page of a proxy, a load balancer or the like. */
function proxyError(status: number): Content {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>gateway</body></html>\n`;
  return { status, type: html, body };
}

/** The sign-in page of a hotel network. */
const signInPage =
  '<!DOCTYPE html><html><head><title>Welcome</title><meta http-equiv="refresh" content="0; url=http://portal.example/">' +
  '</head><body>Please sign in to use this network.</body></html>\n';
