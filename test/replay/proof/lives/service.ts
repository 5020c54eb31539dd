import type { PrinterResponse, ServiceState, TraceEvent } from '../../../../src/demo/trace.ts';
import { type Draft, day, hour, minute, type Trouble } from '../life.ts';

function outage({ add, pick, between }: Draft, at: number, states: readonly ServiceState[]): void {
  const length = pick([20, 90, 10 * minute, 40 * minute, 3 * hour]);
  const retryAfter = pick([undefined, undefined, 30, 600, 3_600]);
  const service = pick(states);
  const event: TraceEvent = { at, service };
  add(retryAfter === undefined ? event : { ...event, retryAfter }, { at: at + length + between(0, 60), service: 'ok' });
}

function odd({ add }: Draft, printers: readonly string[], at: number, length: number, answer: PrinterResponse): void {
  for (const printer of printers) add({ at, printer, answer }, { at: at + length, printer, answer: 200 });
}

/** Problems of OctoEverywhere and of the network. */
export const serviceTroubles: Readonly<Record<string, Trouble>> = {
  'outages of the service': (draft) => {
    draft.every(4 * hour, day, (at) => outage(draft, at, [503, 600, 502, 'timeout', 429]));
  },
  'a proxy or a sign-in page': (draft) => {
    draft.every(6 * hour, 2 * day, (at) => outage(draft, at, ['html', 400, 403, 407, 511]));
  },
  '602 and the like about some': (draft) => {
    draft.every(3 * hour, day, (at) => {
      const answer = draft.pick<PrinterResponse>([602, 600, 612, 613, 'timeout', 'garbage', 'html', 503]);
      odd(draft, draft.some(), at, draft.pick([30, 5 * minute, 30 * minute, 2 * hour]), answer);
    });
  },
  '601 while it is gone': (draft) => {
    for (const printer of draft.some()) {
      draft.every(6 * hour, day, (at) => {
        const length = draft.pick([40, 4 * minute, 2 * hour]);
        draft.add({ at, printer, link: 'down' }, { at, printer, answer: 601 });
        draft.add({ at: at + length, printer, link: 'up' }, { at: at + length, printer, answer: 200 });
      });
    }
  },
  latencies: (draft) => {
    draft.every(2 * hour, day, (at) => draft.add({ at, latency: draft.pick([50, 200, 500, 1_000, 2_000]) }));
  },
  'a Date that stands still': (draft) => {
    draft.every(4 * hour, 2 * day, (at) => {
      const date = draft.pick([at, at, at - 40, at - 7_200, at - 3 * day, 'missing'] as const);
      draft.add({ at, date }, { at: at + draft.between(minute, 10 * hour), date: null });
    });
  },
  names: (draft) => {
    draft.every(2 * hour, day, (at) => {
      const printer = draft.pick(draft.printers);
      draft.add({ at, printer, name: draft.pick([null, 7, '', 'Voron 2.4', 'Ein anderer Name']) });
    });
  },
  'wrong times': (draft) => {
    for (const printer of draft.some()) {
      draft.every(6 * hour, 2 * day, (at) => {
        const time = () => draft.pick([null, 'zero', 'missing', -86_400 * 400, 0, at - 7_000, at + 90_000] as const);
        draft.add({ at, printer, times: { connected: time(), disconnected: time() } });
        draft.add({ at: at + draft.between(10 * minute, 8 * hour), printer, times: null });
      });
    }
  },
};
