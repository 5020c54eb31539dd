import type { Alert } from '../domain/alerts/alert.ts';
import type { KeptAlertState } from '../domain/alerts/alert-state.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { PrintAlert } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { History } from '../domain/spans.ts';
import { type Clock, type Instant, SECOND } from '../domain/time.ts';
import { segments } from '../domain/uptime.ts';
import type { Glance } from '../i18n/glance-text.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
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

/** Part of a printer's history; times are seconds from the start. */
export type HistorySegment = readonly [state: 'connected' | 'disconnected' | 'unknown', from: number, to: number];

/** A line of a replay: what the user saw, and at the end the recorded history and the number of requests. */
export type ReplayLine =
  | SeenLine
  | { readonly history: Readonly<Record<string, readonly HistorySegment[]>> }
  | {
      readonly requests: number;
      readonly perPrinter: Readonly<Record<string, number>>;
      /**
       * Most new requests within one second, without those of the first round after a start, a wake-up or a refresh.
       */
      readonly mostInOneSecond: number;
      /** Requests to plugins about prints, not included above; absent when there were none. */
      readonly printRequests?: number;
    };

/** When a replay begins, UTC. Any time will do; a fixed one makes replays reproducible. */
export const epoch: Instant = Date.UTC(2026, 0, 5);

/** The time zone if the trace specifies none. */
const usualZone = 'UTC';

/** A request and its outcome; times are milliseconds of true time from the start. */
export interface Asked {
  readonly printer: PrinterId;
  readonly requestedAt: number;
  readonly answeredAt: number;
  readonly outcome: PollOutcome;
}

/** What the monitor reports to the app's notifier, in the same order. */
export interface AlertObserver {
  notify(alerts: readonly Alert[]): void;
  closeOver(kept: KeptAlertState): void;
  notifyOfPrint?(alert: PrintAlert): void;
}

/** Observes more than is printed. */
export interface Onlooker {
  /** Called at each start of the app. */
  started?(run: {
    readonly fleet: Fleet;
    readonly settings: Pick<SettingsStore, 'value'>;
    readonly clock: Pick<Clock, 'now'>;
  }): AlertObserver;
  answered?(requested: Asked): void;
  /** Called with the icon whenever it is recomputed. */
  glanced?(glance: Glance): void;
}

/**
 * Runs the real client, monitor, status, alerts and history against a trace in virtual time and passes each line to
 * `print` as it occurs. The same trace always produces the same lines.
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
      onlooker,
      random,
      printRandom,
      ask: (printer, process, signal) => service.ask(printer, process, signal),
      askPrint: (printer, process, signal) => service.askPrint(printer, process, signal),
      // Only printers with print events: the others were added without plugin credentials.
      hasPlugin: (printer) => prints.has(printer),
      network: () => world.networkHint(time.since() / SECOND),
      wallClock: () => wallClock,
    });

  let app: VirtualApp | null = null;
  let asleep = false;
  /** User actions while the app was not running or the computer slept; they take effect afterwards. */
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
    const hasChanged = 'user' in event || 'setting' in event || !named.has(event.printer);
    if (!hasChanged) return;
    if (app === null || asleep) {
      missed.push(event);
      return;
    }
    const isAgain = 'user' in event && event.user === 'add' && !app.printers().includes(event.printer);
    if ('printer' in event && (isAgain || !named.has(event.printer))) {
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
  const historyOf = (printer: PrinterId) => app?.history(printer) ?? disk.history(printer, end);
  const histories: Record<PrinterId, readonly HistorySegment[]> = {};
  for (const printer of named) histories[printer] = inSeconds(await historyOf(printer), end);
  print({ history: histories });
  print(requests.figures());
}

/** If the first app event is a start, the app does not run before it. */
function beginsRunning(trace: readonly TraceEvent[]): boolean {
  const first = trace.find((event) => 'app' in event);
  return first === undefined || first.app !== 'start';
}

/** Returns the history from its beginning until `end`, without gaps; where nothing is known the state is `unknown`. */
function inSeconds(history: History, end: Instant): readonly HistorySegment[] {
  const [first] = history;
  if (first === undefined) return [];
  const whole = (at: Instant) => Math.round((at - epoch) / SECOND);
  return segments(history, first.from, end)
    .map(({ state, from, to }): HistorySegment => [state, whole(from), whole(to)])
    .filter(([, from, to]) => from < to);
}
