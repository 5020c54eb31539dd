import type { PollOutcome } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { History } from '../domain/spans.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import { segments } from '../domain/uptime.ts';
import type { Glance } from '../i18n/glance-text.ts';
import { createPrintWorld } from './prints/print-world.ts';
import { RequestLog } from './request-log.ts';
import { seededRandom } from './seeded-random.ts';
import { SeenByUser, type SeenLine } from './seen-by-user.ts';
import type { TraceEvent } from './trace.ts';
import { VirtualApp } from './virtual-app.ts';
import { VirtualDisk } from './virtual-disk.ts';
import { VirtualService } from './virtual-service.ts';
import { VirtualTime } from './virtual-time.ts';
import { createWorld } from './world.ts';
import { clockOf } from './zone-clock.ts';

/** A stretch of a printer's past: what it was, from when until when, in seconds from the start. */
export type PastStretch = readonly [state: 'connected' | 'disconnected' | 'unknown', from: number, to: number];

/** A line of a replay: what the user saw, and at the end what was recorded and how often was asked. */
export type ReplayLine =
  | SeenLine
  | { readonly history: Readonly<Record<string, readonly PastStretch[]>> }
  | {
      readonly requests: number;
      readonly perPrinter: Readonly<Record<string, number>>;
      /** New requests within one second; those of the first round after a start, a wake or a refresh do not count. */
      readonly mostInOneSecond: number;
      /** Questions to plugins about prints, which are none of the above; left out where there were none. */
      readonly printRequests?: number;
    };

/** When a replay begins, UTC. Any moment will do; a fixed one keeps replays the same. */
export const epoch: Instant = Date.UTC(2026, 0, 5);

/** The time zone of a computer of which the trace says nothing. */
const usualZone = 'UTC';

/** A request and what came of it; times are milliseconds from the start, true time. */
export interface Asked {
  readonly printer: PrinterId;
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly outcome: PollOutcome;
}

/** Hears of more than is printed. */
export interface Onlooker {
  answered?(asked: Asked): void;
  /** The icon, whenever it is looked at again. */
  glanced?(glance: Glance): void;
}

/**
 * Lets the real client, monitor, status, alerts and history live through a trace in virtual time and hands each line to
 * `print` as it comes about. The same trace always gives the same lines.
 */
export async function replay(
  trace: readonly TraceEvent[],
  print: (line: ReplayLine) => void,
  onlooker: Onlooker = {},
): Promise<void> {
  const world = createWorld(trace);
  const time = new VirtualTime(epoch);
  const requests = new RequestLog();
  const prints = createPrintWorld(trace);
  const service = new VirtualService({ world, prints, time, epoch, requests, onlooker });
  const secondsOf = (at: Instant) => (at - epoch) / SECOND;
  const seen = new SeenByUser(print, () => time.since() / SECOND, secondsOf, onlooker);
  const disk = new VirtualDisk();
  const random = seededRandom(1);
  const printRandom = seededRandom(2);
  let wallClock = clockOf(usualZone);
  const start = () =>
    new VirtualApp({
      time,
      disk,
      seen,
      random,
      printRandom,
      ask: (printer, process, signal) => service.ask(printer, process, signal),
      askPrint: (printer, process, signal) => service.askPrint(printer, process, signal),
      // Of which the trace tells something: the others were added without what opens their plugin.
      hasPlugin: (printer) => prints.has(printer),
      network: () => world.networkHint(time.since() / SECOND),
      wallClock: () => wallClock,
    });

  let app: VirtualApp | null = null;
  let asleep = false;
  /** What the user did while there was no app to do it to, or a sleeping one; it takes effect when that is back. */
  const missed: TraceEvent[] = [];
  const named = new Set<PrinterId>();

  const begin = () => {
    if (app !== null) return;
    app = start();
    requests.beginRound(app.printers());
    app.begin();
    catchUp();
  };
  const catchUp = () => {
    for (const event of missed.splice(0)) happen(event);
  };

  function happen(event: TraceEvent): void {
    if ('computer' in event) {
      if (event.computer === 'sleep') fallAsleep();
      else wakeUp();
    } else if ('clock' in event) time.setClock(event.clock * SECOND);
    else if ('timezone' in event) wallClock = clockOf(event.timezone);
    else if ('app' in event) runOrEnd(event);
    else if ('printer' in event || 'user' in event || 'setting' in event) reachApp(event);
  }

  function fallAsleep(): void {
    if (asleep) return;
    asleep = true;
    app?.sleep();
    time.sleep();
  }

  function wakeUp(): void {
    if (!asleep) return;
    asleep = false;
    time.wake();
    if (app !== null) requests.beginRound(app.printers());
    app?.wake();
    catchUp();
  }

  function runOrEnd(event: Extract<TraceEvent, { app: string }>): void {
    if (event.app === 'kill') {
      app?.kill();
      app = null;
    } else if (asleep) missed.push(event);
    else if (event.app === 'start') begin();
    else {
      void app?.quit();
      app = null;
    }
  }

  function reachApp(event: Extract<TraceEvent, { printer: string } | { user: string } | { setting: object }>): void {
    if ('printer' in event) requests.name(event.printer);
    const isNews = 'user' in event || 'setting' in event || !named.has(event.printer);
    if (!isNews) return;
    if (app === null || asleep) {
      missed.push(event);
      return;
    }
    if ('printer' in event && !named.has(event.printer)) {
      named.add(event.printer);
      requests.beginRound([event.printer]);
      app.add(event.printer);
    }
    if ('setting' in event) app.change(event.setting);
    if (!('user' in event)) return;
    if (event.user === 'refresh') requests.beginRound([event.printer]);
    if (event.user === 'refresh-all') requests.beginRound(app.printers());
    app.act(event);
  }

  for (const event of trace) time.happen(event.at * SECOND, () => happen(event));
  if (beginsRunning(trace)) begin();
  await time.run(world.endsAt * SECOND);
  const end = epoch + world.endsAt * SECOND;
  const pastOf = (printer: PrinterId) => app?.history(printer) ?? disk.history(printer, end);
  const pasts: Record<PrinterId, readonly PastStretch[]> = {};
  for (const printer of named) pasts[printer] = inSeconds(await pastOf(printer), end);
  print({ history: pasts });
  print(requests.figures());
}

/** An app that is started before it ever ended was not there yet. */
function beginsRunning(trace: readonly TraceEvent[]): boolean {
  const first = trace.find((event) => 'app' in event);
  return first === undefined || first.app !== 'start';
}

/** From the first that is known until `end`, without gaps: what nobody can tell is `unknown`. */
function inSeconds(history: History, end: Instant): readonly PastStretch[] {
  const [first] = history;
  if (first === undefined) return [];
  const whole = (at: Instant) => Math.round((at - epoch) / SECOND);
  return segments(history, first.from, end)
    .map(({ state, from, to }): PastStretch => [state, whole(from), whole(to)])
    .filter(([, from, to]) => from < to);
}
