import { isPrintEvent } from './prints/print-events.ts';
import { Timeline } from './timeline.ts';
import {
  type ClaimedDate,
  type ClaimedTimes,
  inOrder,
  type PrinterChange,
  type PrinterResponse,
  type ServiceState,
  type TraceEvent,
} from './trace.ts';

/** A printer as known to OctoEverywhere. Times are seconds from the start; null means never. */
export interface SimulatedPrinter {
  readonly link: 'up' | 'down';
  readonly lastConnectionAt: number | null;
  readonly lastDisconnectAt: number | null;
  /** The response regardless of the link; 200 is the normal response. */
  readonly answer: PrinterResponse;
  /** When that response was set; null if it has always been the normal one. */
  readonly answerSince: number | null;
  /** The `Retry-After` of that response, in seconds. */
  readonly retryAfter: number | null;
  /** The times reported instead of the true ones. */
  readonly claims: ClaimedTimes | null;
  /** The name OctoEverywhere reports; undefined for the original one. */
  readonly reportedName: string | number | null | undefined;
}

/** OctoEverywhere as a whole, and the `Retry-After` (seconds) of its responses. */
export interface SimulatedService {
  readonly state: ServiceState;
  readonly retryAfter: number | null;
}

/** A complete timeline that can be looked up at any time (seconds from the start). Pure. */
export interface World {
  /** Every printer there will ever be, in order of appearance. */
  readonly printers: readonly string[];
  /** The first `end` event, else the last event. */
  readonly endsAt: number;
  /** Null before the printer's first event. */
  printer(name: string, seconds: number): SimulatedPrinter | null;
  service(seconds: number): SimulatedService;
  /** What every response's `Date` says; null for the truth. */
  date(seconds: number): ClaimedDate | null;
  network(seconds: number): 'up' | 'down';
  /** What the system reports about the network. */
  networkHint(seconds: number): 'up' | 'down';
  computer(seconds: number): 'awake' | 'asleep';
  /** How long a response takes, ms. */
  latency(seconds: number): number;
}

/** How long a response takes unless the trace specifies otherwise, ms. */
export const usualLatency = 200;

/** Builds a world from events in any order. Events after the first `end` are ignored. */
export function createWorld(events: readonly TraceEvent[]): World {
  const printers = new Map<string, Timeline<SimulatedPrinter | null>>();
  const service = new Timeline<SimulatedService>({ state: 'ok', retryAfter: null });
  const date = new Timeline<ClaimedDate | null>(null);
  const network = new Timeline<'up' | 'down'>('up');
  const hint = new Timeline<'up' | 'down' | null>(null);
  const computer = new Timeline<'awake' | 'asleep'>('awake');
  const latency = new Timeline<number>(usualLatency);
  let endsAt = 0;
  for (const event of inOrder(events)) {
    endsAt = event.at;
    if ('end' in event) break;
    if ('printer' in event) {
      const life = printers.get(event.printer) ?? new Timeline<SimulatedPrinter | null>(null);
      printers.set(event.printer, life);
      // User actions and print events do not change the connection, but they make the printer appear.
      life.change(
        event.at,
        'user' in event || isPrintEvent(event) ? (life.last() ?? newPrinter) : printerAfter(life.last(), event),
      );
    } else if ('service' in event) {
      const state = event.service === 200 ? 'ok' : event.service;
      service.change(event.at, { state, retryAfter: event.retryAfter ?? null });
    } else if ('date' in event) date.change(event.at, event.date);
    else if ('network' in event) network.change(event.at, event.network);
    else if ('networkHint' in event) hint.change(event.at, event.networkHint);
    else if ('computer' in event) computer.change(event.at, event.computer === 'sleep' ? 'asleep' : 'awake');
    else if ('latency' in event) latency.change(event.at, event.latency);
  }
  return {
    printers: [...printers.keys()],
    endsAt,
    printer: (name, seconds) => printers.get(name)?.at(seconds) ?? null,
    service: (seconds) => service.at(seconds),
    date: (seconds) => date.at(seconds),
    network: (seconds) => network.at(seconds),
    networkHint: (seconds) => hint.at(seconds) ?? network.at(seconds),
    computer: (seconds) => computer.at(seconds),
    latency: (seconds) => latency.at(seconds),
  };
}

const newPrinter: SimulatedPrinter = {
  link: 'up',
  lastConnectionAt: null,
  lastDisconnectAt: null,
  answer: 200,
  answerSince: null,
  retryAfter: null,
  claims: null,
  reportedName: undefined,
};

/**
 * Returns a printer after an event. If its first event is not `"link": "up"`, it has never been connected in this
 * world; a repeated "up" is not a new connection.
 */
export function printerAfter(
  before: SimulatedPrinter | null,
  event: { readonly at: number } & PrinterChange,
): SimulatedPrinter {
  const printer = before ?? newPrinter;
  if ('answer' in event) {
    return { ...printer, answer: event.answer, answerSince: event.at, retryAfter: event.retryAfter ?? null };
  }
  if ('times' in event) return { ...printer, claims: event.times };
  if ('name' in event) return { ...printer, reportedName: event.name };
  const isNew = printer.lastConnectionAt === null && printer.lastDisconnectAt === null;
  if (!isNew && printer.link === event.link) return printer;
  return event.link === 'up'
    ? { ...printer, link: 'up', lastConnectionAt: event.at }
    : { ...printer, link: 'down', lastDisconnectAt: event.at };
}
