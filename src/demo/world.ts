import type { Instant } from '../domain/time.ts';
import { SECOND } from '../domain/time.ts';
import { infoBody } from './info-body.ts';
import { Timeline } from './timeline.ts';
import { inOrder, type ServiceState, type TraceEvent, type TraceSettings } from './trace.ts';

/** A printer as OctoEverywhere knows it. Times are seconds from the start; null means never. */
export interface SimulatedPrinter {
  readonly link: 'up' | 'down';
  readonly lastConnectionAt: number | null;
  readonly lastDisconnectAt: number | null;
  /** The status that is answered whatever the link does; 200 is the normal answer. */
  readonly answer: number;
  /** When that answer was decided on; null while it has always been the normal one. */
  readonly answerSince: number | null;
}

/** Everything at one moment. */
export interface WorldState {
  /** Those that have been named by then. */
  readonly printers: ReadonlyMap<string, SimulatedPrinter>;
  readonly service: ServiceState;
  readonly network: 'up' | 'down';
  readonly computer: 'awake' | 'asleep';
  readonly settings: TraceSettings;
}

/** A whole timeline, to be looked up at any moment (seconds from the start). Pure: the same moment, the same answer. */
export interface World {
  /** Every printer there will ever be, in order of appearance. */
  readonly printers: readonly string[];
  /** The first `end` event, else the last event. */
  readonly endsAt: number;
  at(seconds: number): WorldState;
  /** Null before the printer is first named. */
  printer(name: string, seconds: number): SimulatedPrinter | null;
  service(seconds: number): ServiceState;
  network(seconds: number): 'up' | 'down';
  computer(seconds: number): 'awake' | 'asleep';
  settings(seconds: number): TraceSettings;
}

/** Builds a world from events in any order of time. What comes after the first `end` does not happen. */
export function createWorld(events: readonly TraceEvent[]): World {
  const printers = new Map<string, Timeline<SimulatedPrinter | null>>();
  const service = new Timeline<ServiceState>('ok');
  const network = new Timeline<'up' | 'down'>('up');
  const computer = new Timeline<'awake' | 'asleep'>('awake');
  const settings = new Timeline<TraceSettings>({});
  let endsAt = 0;
  for (const event of inOrder(events)) {
    endsAt = event.at;
    if ('end' in event) break;
    if ('printer' in event) {
      const life = printers.get(event.printer) ?? new Timeline<SimulatedPrinter | null>(null);
      printers.set(event.printer, life);
      life.change(event.at, printerAfter(life.last(), event));
    } else if ('service' in event) service.change(event.at, event.service === 200 ? 'ok' : event.service);
    else if ('network' in event) network.change(event.at, event.network);
    else if ('computer' in event) computer.change(event.at, event.computer === 'sleep' ? 'asleep' : 'awake');
    else settings.change(event.at, { ...settings.last(), ...event.setting });
  }
  const printer = (name: string, seconds: number) => printers.get(name)?.at(seconds) ?? null;
  const world: World = {
    printers: [...printers.keys()],
    endsAt,
    printer,
    service: (seconds) => service.at(seconds),
    network: (seconds) => network.at(seconds),
    computer: (seconds) => computer.at(seconds),
    settings: (seconds) => settings.at(seconds),
    at: (seconds) => ({
      printers: new Map(
        [...printers.keys()].flatMap((name) => {
          const state = printer(name, seconds);
          return state === null ? [] : [[name, state] as const];
        }),
      ),
      service: service.at(seconds),
      network: network.at(seconds),
      computer: computer.at(seconds),
      settings: settings.at(seconds),
    }),
  };
  return world;
}

/**
 * A printer after something happened to it. One that is first named by an answer, or as down, has never been connected as
 * far as this world knows; being told twice to be up does not make it connect again.
 */
export function printerAfter(
  before: SimulatedPrinter | null,
  event: { readonly at: number } & ({ readonly link: 'up' | 'down' } | { readonly answer: number }),
): SimulatedPrinter {
  const printer = before ?? {
    link: 'up',
    lastConnectionAt: null,
    lastDisconnectAt: null,
    answer: 200,
    answerSince: null,
  };
  if ('answer' in event) return { ...printer, answer: event.answer, answerSince: event.at };
  if (before !== null && printer.link === event.link) return printer;
  return event.link === 'up'
    ? { ...printer, link: 'up', lastConnectionAt: event.at }
    : { ...printer, link: 'down', lastDisconnectAt: event.at };
}

/** What a question about a printer brings: an HTTP answer, nothing until the asker gives up, or nothing at all. */
export type SimulatedAnswer = { readonly status: number; readonly body: string } | 'timeout' | 'no-network';

/**
 * The answer to a question about `printer` at `seconds` after `epoch` (UTC). A printer that is not there yet is a
 * connection that OctoEverywhere does not know: 603.
 */
export function answerAt(world: World, printer: string, seconds: number, epoch: Instant): SimulatedAnswer {
  if (world.network(seconds) === 'down') return 'no-network';
  const service = world.service(seconds);
  if (service === 'timeout') return 'timeout';
  if (service !== 'ok') return { status: service, body: '' };
  const state = world.printer(printer, seconds);
  const status = state?.answer ?? 603;
  if (state === null || status !== 200) return { status, body: '' };
  return { status, body: JSON.stringify(infoBody(printer, state, (at) => epoch + at * SECOND)) };
}
