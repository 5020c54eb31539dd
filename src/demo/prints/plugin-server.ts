import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Instant, type Milliseconds, SECOND } from '../../domain/time.ts';
import type { SimulatedState } from '../simulated-state.ts';
import { reasonFor } from '../status-reasons.ts';
import type { PrintChange } from './print-events.ts';
import { printAt, type SimulatedPrints } from './simulated-print.ts';
import { pictureOf } from './snapshot.ts';
import { type PluginBody, statusBody, statusText } from './status-body.ts';

/** The credentials for a printer's plugin, as returned by the portal. */
export interface SimulatedAccess {
  /** The first part of its path; the real plugin has its own host. */
  readonly path: string;
  readonly user: string;
  readonly password: string;
  readonly bearer: string;
}

/** How a webcam is mounted, in the fields of `webcam/list`; the rotation is in degrees, clockwise. */
export interface SimulatedMount {
  readonly Rotation: 0 | 90 | 180 | 270;
  readonly FlipH: boolean;
  readonly FlipV: boolean;
}

const upright: SimulatedMount = { Rotation: 0, FlipH: false, FlipV: false };

/** The prints of all printers, and how to change them. */
export interface SimulatedPlugins {
  prints(printer: string): SimulatedPrints;
  /** Null in a world whose events are fixed in advance. */
  happen: ((printer: string, change: PrintChange) => void) | null;
  /** How long a webcam takes to make a picture, ms; 0 by default. */
  readonly snapshotTime?: Milliseconds;
  /** How a printer's webcam is mounted; upright by default. */
  readonly mount?: (printer: string) => SimulatedMount | undefined;
}

/** One request to a plugin, Gadget or Live Link, without secrets. */
export interface LoggedPluginRequest {
  readonly at: Instant;
  readonly printer: string;
  /** Such as `status`, `webcam/snapshot`, `gadget`. */
  readonly command: string;
  readonly status: number;
}

export interface PluginRequestParts {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly state: SimulatedState;
  readonly connections: ReadonlyMap<
    string,
    { readonly printer: string; readonly access?: SimulatedAccess | undefined }
  >;
  readonly plugins: SimulatedPlugins;
  readonly log: (entry: LoggedPluginRequest) => void;
  /** When OctoEverywhere last reported on Gadget, by token. */
  readonly gadgetRequestedAt: Map<string, Instant>;
  readonly now: () => Instant;
}

const api = 'octoeverywhere-command-api';
const gadgetPath = '/api/gadget/GetStatusFromAppConnection';
const liveLinkPath = '/api/live/createfromappconnection';

/** The only rate limit that OctoEverywhere publishes. */
const gadgetInterval: Milliseconds = 10 * SECOND;

interface Reply {
  readonly status: number;
  readonly body: string | Buffer;
  readonly type: string;
}

export function isSnapshotPath(path: string): boolean {
  return path.endsWith(`/${api}/webcam/snapshot`);
}

/** Whether a path belongs to a plugin, to Gadget or to Live Link. */
export function isPluginPath(path: string): boolean {
  return path.split('/')[2] === api || path === gadgetPath || path === liveLinkPath;
}

/**
 * Responds like a printer's plugin, or OctoEverywhere about its print. OctoEverywhere's own response about the
 * connection or the printer takes precedence and is a real HTTP status; those of the plugin are in the body of a 200
 * (https://docs.octoeverywhere.com/plugin-api/plugin-api-errors/).
 */
export function answerPlugin(parts: PluginRequestParts): void {
  const { request, response, url, state, log, now } = parts;
  request.resume();
  const found = connectionOf(parts);
  const command = url.pathname === gadgetPath ? 'gadget' : url.pathname === liveLinkPath ? 'live-link' : commandOf(url);
  const reported =
    found === null ? own(603) : (refusal(found, parts) ?? answer(found.printer, found.token, command, parts));
  if (found !== null) log({ at: now(), printer: found.printer, command, status: reported.status });
  if (state.network() === 'down') {
    request.socket.destroy();
    return;
  }
  response.writeHead(reported.status, reasonFor(reported.status) ?? '', {
    'content-type': reported.type,
    date: new Date(now()).toUTCString(),
  });
  response.end(reported.body);
}

interface Found {
  readonly printer: string;
  readonly token: string;
  readonly access: SimulatedAccess | undefined;
}

function connectionOf({ request, url, connections }: PluginRequestParts): Found | null {
  const token = request.headers['apptoken'];
  const path = url.pathname.split('/')[1];
  for (const [known, { printer, access }] of connections) {
    if (known === token || (token === undefined && access !== undefined && access.path === path)) {
      return { printer, token: known, access };
    }
  }
  return null;
}

function commandOf(url: URL): string {
  return url.pathname.split('/').slice(3).join('/');
}

/** Returns an error that occurs before the printer is even reached; null when there is none. */
function refusal({ printer, access }: Found, { request, state }: PluginRequestParts): Reply | null {
  const { state: service } = state.service();
  if (typeof service === 'number') return own(service);
  if (service === 'html') return { status: 200, type: 'text/html', body: '<html>Please sign in</html>' };
  const isOwn = request.headers['apptoken'] !== undefined;
  if (!isOwn && !isLetIn(request.headers.authorization, access)) return own(606);
  const known = state.printer(printer);
  if (known === null) return own(603);
  if (typeof known.answer === 'number' && known.answer !== 200) return own(known.answer);
  return known.link === 'down' && !isOwn ? own(601) : null;
}

function isLetIn(authorization: string | undefined, access: SimulatedAccess | undefined): boolean {
  if (access === undefined) return false;
  const basic = Buffer.from(`${access.user}:${access.password}`).toString('base64');
  return authorization === `Bearer ${access.bearer}` || authorization === `Basic ${basic}`;
}

function answer(printer: string, token: string, command: string, parts: PluginRequestParts): Reply {
  const { state, plugins, request, url, now } = parts;
  const prints = plugins.prints(printer);
  const seconds = (now() - state.epoch) / SECOND;
  const moment = printAt(prints, seconds);
  const isPost = request.method === 'POST';
  switch (command) {
    case 'status': {
      const body = statusBody(prints, seconds, (at) => state.epoch + at * SECOND);
      return { status: 200, type: json, body: statusText(body, prints.habit) };
    }
    case 'pause':
    case 'resume':
    case 'cancel': {
      if (!isPost) return plugin({ Status: 751, Error: 'POST is expected.' });
      if (prints.host !== 'ok') return plugin({ Status: prints.host, Error: 'The printer does not answer.' });
      const fits = command === 'resume' ? ['paused'] : command === 'pause' ? ['printing', 'warmingup'] : running;
      if (!fits.includes(moment?.phase ?? 'idle')) return plugin({ Status: 786, Error: 'Not in this state.' });
      if (plugins.happen === null) return plugin({ Status: 788, Error: 'This printer only shows what it does.' });
      plugins.happen(printer, { print: command });
      return plugin({ Status: 200, Result: null });
    }
    case 'webcam/list':
      return plugin({
        Status: 200,
        Result: {
          DefaultIndex: 0,
          Webcams: [{ Name: 'Camera', Enabled: true, ...(plugins.mount?.(printer) ?? upright) }],
        },
      });
    case 'webcam/snapshot':
      if (prints.host !== 'ok' || url.searchParams.get('index') !== '0') return own(752);
      return { status: 200, type: 'image/jpeg', body: pictureOf(moment) };
    case 'gadget': {
      const last = parts.gadgetRequestedAt.get(token);
      if (last !== undefined && now() - last < gadgetInterval) return own(429);
      parts.gadgetRequestedAt.set(token, now());
      return {
        status: 200,
        type: json,
        body: JSON.stringify({ Status: 200, Result: gadgetOf(prints, moment?.phase) }),
      };
    }
    case 'live-link': {
      if (!running.includes(moment?.phase ?? 'idle')) return own(613);
      const Url = `${url.origin}/live/example-${printer.length}`;
      return {
        status: 200,
        type: json,
        body: JSON.stringify({ LiveId: 'example', Url, ShortUrl: `${url.origin}/l/e` }),
      };
    }
    default:
      return plugin({ Status: 754, Error: 'Unknown command.' });
  }
}

const running: readonly string[] = ['warmingup', 'printing', 'paused'];
const json = 'application/json; charset=utf-8';

function gadgetOf({ print }: SimulatedPrints, phase: string | undefined) {
  const isWatching = phase === 'printing';
  const isWarned = print?.warnedAt != null;
  if (phase === 'paused' && print?.gadgetPausedAt != null) {
    return { State: 4, Status: 'Paused the print', StatusColor: 'r', Rating: 1 };
  }
  if (!isWatching) return { State: 2, Status: '', StatusColor: 'w', Rating: 10 };
  return isWarned
    ? { State: 3, Status: 'A failure is likely', StatusColor: 'r', Rating: 2 }
    : { State: 3, Status: 'Looking good', StatusColor: 'g', Rating: 9 };
}

function plugin(body: PluginBody): Reply {
  return { status: 200, type: json, body: JSON.stringify(body) };
}

function own(status: number): Reply {
  return {
    status,
    type: json,
    body: JSON.stringify({ Status: status, Error: reasonFor(status) ?? 'Error', Result: null }),
  };
}
