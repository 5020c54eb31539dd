import type { AlertLine } from '../../../src/demo/seen-by-user.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Answered, Heard, StatusLine } from './heard.ts';
import { reportedAt } from './heard.ts';
import { type PrinterTruth, type ReportedState, type Truth, truthOf } from './truth.ts';

const end = 25_200;
const printers = ['P0', 'P1', 'P2'];
const link = (at: number, state: 'up' | 'down', ...those: string[]) =>
  those.map((printer): TraceEvent => ({ at, printer, link: state }));
const answer = (at: number, status: number, ...those: string[]) =>
  those.map((printer): TraceEvent => ({ at, printer, answer: status }));
const drops = [20_000, 20_600, 21_200, 21_800, 22_400, 23_000];

/**
 * Two printers disconnect together, one is rejected for half an hour, perks lapse, the service fails, a link drops six
 * times.
 */
export const idealTrace: readonly TraceEvent[] = [
  ...link(0, 'up', ...printers),
  ...link(3_600, 'down', 'P0', 'P1'),
  ...link(5_400, 'up', 'P0', 'P1'),
  ...answer(7_200, 604, 'P2'),
  ...answer(9_000, 200, 'P2'),
  ...answer(10_000, 605, 'P1'),
  ...answer(12_000, 200, 'P1'),
  { at: 14_400, service: 503 },
  { at: 16_200, service: 'ok' },
  ...drops.flatMap((at) => [...link(at, 'down', 'P0'), ...link(at + 60, 'up', 'P0')]),
  { at: end, end: true },
];

const alerts: readonly AlertLine[] = [
  { at: 3_732, alert: 'disconnected', printers: ['P0', 'P1'], since: 3_600, notification: 1 },
  { at: 5_472, alert: 'recovered', printers: ['P0', 'P1'], since: 5_400, notification: 2 },
  { at: 7_272, alert: 'reconnect-needed', printers: ['P2'], since: 7_211, notification: 3 },
  { at: 9_012, alert: 'reconnect-healed', printers: ['P2'], since: 9_000, notification: 4 },
  { at: 10_092, alert: 'perks-needed', printers: ['P1'], since: 10_026, notification: 5 },
  { at: 12_012, alert: 'perks-restored', printers: ['P1'], since: 12_000, notification: 6 },
  { at: 15_312, alert: 'service-unreachable', printers: [], since: 14_400, notification: 7 },
  { at: 16_201, alert: 'service-reachable', printers: [], since: 16_201, notification: 8 },
  { at: 23_052, alert: 'unstable', printers: ['P0'], since: 20_000, notification: 9 },
];

/** An app that checks once a minute and reports everything correctly, written by hand without any code under test. */
export function ideal(trace: readonly TraceEvent[] = idealTrace): { readonly truth: Truth; readonly heard: Heard } {
  const truth = truthOf(trace, end);
  const responses = new Map<string, readonly Answered[]>();
  const statuses = new Map<string, readonly StatusLine[]>();
  for (const [index, name] of printers.entries()) {
    const requestTimes = Array.from({ length: end / 60 }, (_, round) => round * 60 + index * 5);
    const own = requestTimes.map((requestedAt) => ({
      requestedAt,
      at: requestedAt + 0.2,
      reported: reportedAt(truth, name, requestedAt),
    }));
    responses.set(name, own);
    const printer = truth.printers.get(name);
    if (printer !== undefined) statuses.set(name, shown(printer, own));
  }
  const history = Object.fromEntries(
    [...truth.printers.values()].map(({ name, link: own }) => [
      name,
      [...own.runs(end)].map(
        ({ from, to, value }) => [value === 'up' ? 'connected' : 'disconnected', from, to] as const,
      ),
    ]),
  );
  return {
    truth,
    heard: { alerts, unseen: [], stale: [], statuses, glances: [], history, responses, mostInOneSecond: 1 },
  };
}

const states: Readonly<Record<Exclude<ReportedState, 'nothing'>, StatusLine['status']>> = {
  connected: 'online',
  gone: 'offline',
  refused: 'reconnect-needed',
  perks: 'perks-needed',
  update: 'update-needed',
};

function shown({ name, link: own }: PrinterTruth, responses: readonly Answered[]): readonly StatusLine[] {
  const lines: StatusLine[] = [];
  let failures = 0;
  let silentSince = 0;
  for (const { at, reported, requestedAt } of responses) {
    const last = lines.at(-1);
    if (reported === 'nothing') {
      failures += 1;
      if (failures === 1) silentSince = at;
      if (last !== undefined && failures === 2) lines.push({ ...last, at: Math.ceil(at), stale: true });
      if (last !== undefined && at - silentSince >= 840 && last.status !== 'unknown') {
        lines.push({ ...last, at: Math.ceil(at), status: 'unknown', stale: false });
      }
      continue;
    }
    failures = 0;
    const isLink = reported === 'connected' || reported === 'gone';
    lines.push({
      at: Math.ceil(at),
      printer: name,
      status: states[reported],
      since: isLink ? own.since(requestedAt) : Math.ceil(at),
      stale: false,
    });
  }
  return lines;
}
