import type { Instant } from '../domain/time.ts';
import { infoBody, wrapped } from './info-body.ts';
import { reasonFor } from './status-reasons.ts';
import type { PrinterAnswer, ServiceState } from './trace.ts';
import type { SimulatedPrinter } from './world.ts';

/** What the simulated OctoEverywhere, or what stands before it, puts on the wire. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers: {
    readonly 'content-type': string;
    /** The server's time, to the second (RFC 9110 §6.6.1). */
    readonly date: string;
    readonly 'retry-after'?: string;
  };
  readonly body: string;
}

/** A request as the simulated OctoEverywhere gets it. */
export interface SimulatedQuestion {
  readonly name: string;
  /** False when it names no token at all. */
  readonly hasToken?: boolean;
  /** Null when no printer belongs to the token. */
  readonly printer: SimulatedPrinter | null;
  readonly service: { readonly state: ServiceState; readonly retryAfter: number | null };
  /** When it arrives, by the server's clock, UTC. */
  readonly at: Instant;
  /** Turns the world's seconds into UTC. */
  readonly instantOf: (seconds: number) => Instant;
  /** Where the printer's page is. */
  readonly origin?: string;
  readonly shape?: 'flat' | 'wrapped';
}

/**
 * The answer to a request: that of the service as a whole where it is not as usual, else that of the printer. A printer that
 * is not there is a connection that OctoEverywhere does not know: 603. Null while no answer comes.
 */
export function answerTo(question: SimulatedQuestion): SimulatedAnswer | null {
  const { printer, service } = question;
  const answer = service.state === 'ok' ? (printer?.answer ?? 603) : service.state;
  if (answer === 'timeout') return null;
  const retryAfter = service.state === 'ok' ? (printer?.retryAfter ?? null) : service.retryAfter;
  const noToken = service.state === 'ok' && question.hasToken === false;
  const { status, type, body } = noToken ? ownError(400) : contentOf(answer, question);
  const headers = { 'content-type': type, date: new Date(question.at).toUTCString() };
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

function contentOf(answer: Exclude<PrinterAnswer, 'timeout'>, question: SimulatedQuestion): Content {
  if (answer === 'html') return { status: 200, type: html, body: signInPage };
  if (answer === 'garbage') return { status: 200, type: json, body: infoText(question).slice(0, 40) };
  if (answer === 200) return { status: 200, type: json, body: infoText(question) };
  return answer >= 600 ? ownError(answer) : proxyError(answer);
}

const json = 'application/json; charset=utf-8';
const html = 'text/html; charset=utf-8';

function infoText({ name, printer, instantOf, origin, shape }: SimulatedQuestion): string {
  if (printer === null) return '{}';
  const body = infoBody(name, printer, instantOf, origin);
  return JSON.stringify(shape === 'wrapped' ? wrapped(body) : body);
}

/** OctoEverywhere's own form of an answer that says no. Bodies of errors are not documented; this is how its others look. */
function ownError(status: number): Content {
  const body = JSON.stringify({
    Status: status,
    Error: reasonFor(status) ?? 'Error',
    IsUserError: false,
    Result: null,
  });
  return { status, type: json, body };
}

/** What proxies, load balancers and the like say in their own words. */
function proxyError(status: number): Content {
  const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>gateway</body></html>\n`;
  return { status, type: html, body };
}

/** The page of a hotel's network that wants everybody to sign in first. */
const signInPage =
  '<!DOCTYPE html><html><head><title>Welcome</title><meta http-equiv="refresh" content="0; url=http://portal.example/">' +
  '</head><body>Please sign in to use this network.</body></html>\n';
