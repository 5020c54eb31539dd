import { inOrder, type PrinterResponse, type ServiceState, type TraceEvent } from '../../../src/demo/trace.ts';
import { quietOf } from './quiet.ts';
import { Steps, together } from './steps.ts';

/** The meaning of a response about a printer; `nothing` if it says nothing about the printer. */
export type ReportedState = 'connected' | 'gone' | 'refused' | 'perks' | 'update' | 'nothing';

/** The truth about one printer. Times are seconds from the start. */
export interface PrinterTruth {
  readonly name: string;
  readonly appears: number;
  readonly link: Steps<'up' | 'down'>;
  /** The response regardless of the link. */
  readonly answer: Steps<PrinterResponse>;
  /** The meaning of OctoEverywhere's response to a request, if the service itself works. */
  readonly says: Steps<ReportedState>;
  /** Whether the server reports the true times. */
  readonly honest: Steps<boolean>;
  /** Since when the server claims that it is connected, whatever is true; 0 while it reports the true time. */
  readonly claimedSince: Steps<number>;
  /** Times before the start were reported at some point, which no sighting contradicts. */
  claimedBefore: boolean;
  /** Whether the user wants notifications about it: listed, not muted, not off on purpose. */
  readonly wanted: Steps<boolean>;
  readonly listed: Steps<boolean>;
  readonly off: Steps<boolean>;
  readonly muted: Steps<boolean>;
  readonly oftenOff: Steps<boolean>;
}

export interface Truth {
  readonly end: number;
  readonly printers: ReadonlyMap<string, PrinterTruth>;
  readonly poll: Steps<number>;
  readonly grace: Steps<number>;
  /** Whether the app runs and the computer is awake. */
  readonly running: Steps<boolean>;
  /** Whether OctoEverywhere is reachable and responds about printers. */
  readonly reachable: Steps<boolean>;
  readonly network: Steps<boolean>;
  /** Whether the system reports a network. */
  readonly networkHint: Steps<boolean>;
  readonly service: Steps<ServiceState>;
  /** Whether notifications may be shown at all: enabled, no quiet hours, not snoozed. */
  readonly loud: Steps<boolean>;
  /** Which kinds are switched off, as a text. */
  readonly topicsOff: Steps<string>;
  readonly clock: Steps<number>;
  readonly latency: Steps<number>;
  /** The longest `Retry-After` that may delay the app after a problem. */
  readonly retryAfter: Steps<number>;
  /** Until when an earlier `Retry-After` may still delay the app, whatever came after it. */
  readonly heldUntil: Steps<number>;
  /** When the user refreshed a printer, or all of them (null). */
  readonly refreshes: readonly { readonly at: number; readonly printer: string | null }[];
}

/** Derives the truth from the trace alone. */
export function truthOf(events: readonly TraceEvent[], end: number): Truth {
  const trace = inOrder(events);
  const printers = new Map<string, PrinterTruth>();
  const poll = new Steps(60);
  const grace = new Steps(90);
  const awake = new Steps(true);
  const app = new Steps(trace.find((event) => 'app' in event)?.app !== 'start');
  const network = new Steps(true);
  const hint = new Steps<'up' | 'down' | null>(null);
  const service = new Steps<ServiceState>('ok');
  const clock = new Steps(0);
  const latency = new Steps(200);
  const retryAfter = new Steps(0);
  const heldUntil = new Steps(0);
  const topicsOff = new Steps('');
  const snoozed = new Steps(false);
  let topics: Readonly<Record<string, boolean | undefined>> = {};
  for (const event of trace) {
    const { at } = event;
    if ('printer' in event) {
      const truth = printers.get(event.printer) ?? newPrinter(event.printer, at);
      printers.set(event.printer, truth);
      happenTo(truth, event);
    } else if ('service' in event) {
      // Until now it may have been sent, and the app may have asked just before.
      if (service.last() !== 'ok') heldUntil.change(at, Math.max(heldUntil.last(), at + retryAfter.last()));
      service.change(at, event.service === 200 ? 'ok' : event.service);
      if (event.retryAfter !== undefined) retryAfter.change(at, event.retryAfter);
    } else if ('network' in event) network.change(at, event.network === 'up');
    else if ('networkHint' in event) hint.change(at, event.networkHint);
    else if ('computer' in event) awake.change(at, event.computer === 'wake');
    else if ('app' in event) app.change(at, event.app === 'start');
    else if ('clock' in event) clock.change(at, event.clock);
    else if ('latency' in event) latency.change(at, event.latency);
    else if ('setting' in event) {
      poll.change(at, event.setting.pollSeconds ?? poll.last());
      grace.change(at, event.setting.graceSeconds ?? grace.last());
      topics = { ...topics, ...event.setting.topics };
      topicsOff.change(
        at,
        Object.keys(topics)
          .filter((topic) => topics[topic] === false)
          .join(),
      );
    } else if ('user' in event && event.user === 'snooze') {
      snooze(snoozed, at, at + event.seconds, trace);
    }
  }
  const shown = new Steps(true);
  for (const event of trace) {
    if ('setting' in event) shown.change(event.at, event.setting.notifications ?? shown.last());
  }
  const quiet = quietOf(trace, end);
  return {
    end,
    printers,
    poll,
    grace,
    running: together(end, awake, app),
    reachable: together(
      end,
      network,
      where(service, end, (state) => state === 'ok'),
    ),
    network,
    networkHint: together(
      end,
      network,
      where(hint, end, (says) => says !== 'down'),
    ),
    service,
    loud: together(
      end,
      shown,
      where(quiet, end, (is) => !is),
      where(snoozed, end, (is) => !is),
    ),
    topicsOff,
    clock,
    latency,
    retryAfter,
    heldUntil,
    refreshes: trace.flatMap((event): Truth['refreshes'] => {
      if (!('user' in event)) return [];
      if (event.user === 'refresh-all') return [{ at: event.at, printer: null }];
      return event.user === 'refresh' ? [{ at: event.at, printer: event.printer }] : [];
    }),
  };
}

/** Adds a snooze, which ends automatically, or when the user ends it or starts another. */
function snooze(snoozed: Steps<boolean>, at: number, until: number, trace: readonly TraceEvent[]): void {
  const next = trace.find(
    (event) => 'user' in event && (event.user === 'resume' || event.user === 'snooze') && event.at > at,
  );
  snoozed.change(at, true);
  snoozed.change(next !== undefined && next.at < until ? next.at : until, false);
}

export function where<Value>(steps: Steps<Value>, end: number, is: (value: Value) => boolean): Steps<boolean> {
  const result = new Steps(is(steps.at(0)));
  for (const { from, value } of steps.runs(end)) result.change(from, is(value));
  return result;
}

function newPrinter(name: string, at: number): PrinterTruth {
  return {
    name,
    appears: at,
    link: new Steps<'up' | 'down'>('up'),
    answer: new Steps<PrinterResponse>(200),
    says: new Steps<ReportedState>('connected'),
    honest: new Steps(true),
    claimedSince: new Steps(0),
    claimedBefore: false,
    wanted: new Steps(true),
    listed: new Steps(true),
    off: new Steps(false),
    muted: new Steps(false),
    oftenOff: new Steps(false),
  };
}

function happenTo(truth: PrinterTruth, event: Extract<TraceEvent, { printer: string }>): void {
  const { at } = event;
  if ('link' in event) truth.link.change(at, event.link);
  else if ('answer' in event) truth.answer.change(at, event.answer);
  else if ('times' in event) {
    truth.honest.change(at, event.times === null);
    const { connected, disconnected } = event.times ?? {};
    truth.claimedSince.change(at, typeof connected === 'number' ? connected : 0);
    const areBefore = typeof connected === 'number' && typeof disconnected === 'number' && connected <= truth.appears;
    if (areBefore && disconnected < connected) truth.claimedBefore = true;
  } else if ('user' in event) {
    if (event.user === 'mute' || event.user === 'unmute') truth.muted.change(at, event.user === 'mute');
    if (event.user === 'often-off' || event.user === 'not-often-off')
      truth.oftenOff.change(at, event.user === 'often-off');
    if (event.user === 'off-on-purpose') truth.off.change(at, true);
    if (event.user === 'remove') truth.listed.change(at, false);
    if (event.user === 'add' && !truth.listed.last()) addAgain(truth, at);
  }
  const reported = saying(truth.answer.last(), truth.link.last());
  const isBack = reported === 'connected' && truth.says.last() !== 'connected';
  truth.says.change(at, reported);
  // When it is seen to connect again, that ends "off on purpose".
  if (isBack && truth.link.since(at) >= truth.off.since(at)) truth.off.change(at, false);
  const wanted = truth.listed.last() && !truth.muted.last() && !truth.off.last();
  truth.wanted.change(at, wanted);
}

/** A printer that is added again is a new one to the app. */
function addAgain({ listed, muted, off, oftenOff }: PrinterTruth, at: number): void {
  listed.change(at, true);
  for (const choice of [muted, off, oftenOff]) choice.change(at, false);
}

function saying(answer: PrinterResponse, link: 'up' | 'down'): ReportedState {
  switch (answer) {
    case 200:
      return link === 'up' ? 'connected' : 'gone';
    case 601:
      return 'gone';
    case 603:
    case 604:
    case 606:
      return 'refused';
    case 605:
      return 'perks';
    case 610:
      return 'update';
    default:
      return 'nothing';
  }
}
