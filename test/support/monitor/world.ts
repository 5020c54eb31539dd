import { VirtualTime } from '../../../src/demo/virtual-time.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { type KeptAlertState, noAlerts } from '../../../src/domain/alerts/alert-state.ts';
import { type Intervals, intervalsFor } from '../../../src/domain/intervals.ts';
import { type NotificationPolicy, unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { Answered, PollOutcome } from '../../../src/domain/outcome.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { Monitor } from '../../../src/monitor/monitor.ts';
import type { PrintPorts } from '../../../src/monitor/ports.ts';
import { info } from '../domain/statuses.ts';

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;

export const epoch = Date.UTC(2026, 5, 1, 12);

/** A response of OctoEverywhere: an outcome alone, or with its headers. */
export type TestResponse = PollOutcome | Answered;

/** Runs the real monitor and fleet on a virtual clock; the test provides OctoEverywhere's response at any time. */
export function monitored(options: {
  readonly answer: (printer: string, at: number) => TestResponse;
  /** Milliseconds until the response; the client gives up after 15 s. */
  readonly latency?: number | ((printer: string, at: number) => number);
  readonly settings?: { readonly pollSeconds?: number; readonly graceSeconds?: number };
  readonly random?: () => number;
  /** The saved alert state of the previous run. */
  readonly kept?: KeptAlertState;
  /** The user's notification policy, by milliseconds from the start. */
  readonly policy?: (at: number) => NotificationPolicy;
  /** Whether responses contain the server's time; true by default. */
  readonly dated?: boolean;
  /** This computer's network at the start, both real and as reported by the system. */
  readonly network?: 'up' | 'down';
  /** Called for a response after its request was given up. */
  readonly late?: (printer: string, at: number) => void;
  /** The ports for watching prints; by default prints are not watched. */
  readonly prints?: (time: VirtualTime) => PrintPorts;
  /** Error of this computer's clock, ms, by milliseconds from the start; OctoEverywhere's clock is always right. */
  readonly clockOff?: (at: number) => number;
}) {
  const time = new VirtualTime(epoch);
  const clock = { ...time.clock, now: () => time.clock.now() + (options.clockOff?.(time.since()) ?? 0) };
  const fleet = new Fleet();
  const requests: { printer: string; at: number }[] = [];
  const alerts: (Alert & { at: number })[] = [];
  const notifications: number[] = [];
  let kept: KeptAlertState = options.kept ?? noAlerts;
  const intervals: Intervals = intervalsFor({ ...defaultSettings, ...options.settings }, null);
  let network: 'up' | 'down' = options.network ?? 'up';
  let hint = network;
  let underWay = 0;
  let mostUnderWay = 0;
  const monitor = new Monitor(
    fleet,
    {
      clock,
      timer: time.timer,
      random: options.random ?? (() => 0),
      network: () => hint,
      intervals: () => intervals,
      policy: () => options.policy?.(time.since()) ?? unrestrictedPolicy,
      show: (shown) => {
        notifications.push(shown.length);
        alerts.push(...shown.map((alert) => ({ ...alert, at: time.since() })));
      },
      alertsChanged: (changed) => {
        kept = changed;
      },
      prints: options.prints?.(time) ?? null,
      ask: (printer, signal) => {
        requests.push({ printer, at: time.since() });
        underWay += 1;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        const ended = () => {
          underWay -= 1;
        };
        signal.addEventListener('abort', ended, { once: true });
        const { latency = 200 } = options;
        return new Promise((resolve) => {
          time.after(typeof latency === 'number' ? latency : latency(printer, time.since()), () => {
            if (signal.aborted) options.late?.(printer, time.since());
            else ended();
            signal.removeEventListener('abort', ended);
            const result = network === 'down' ? unreachable : options.answer(printer, time.since());
            const isDated = options.dated !== false && network === 'up';
            const serverDate = isDated ? Math.floor((epoch + time.since()) / 1_000) * 1_000 : null;
            resolve({ serverDate, ...('outcome' in result ? result : { outcome: result, retryAfterSeconds: null }) });
          });
        });
      },
    },
    options.kept,
  );
  return {
    time,
    clock,
    fleet,
    monitor,
    intervals,
    requests,
    alerts,
    /** The number of alerts in each notification. */
    notifications,
    kept: () => kept,
    mostUnderWay: () => mostUnderWay,
    add: (...names: string[]) => {
      for (const name of names) monitor.watch(newPrinter(name, name, epoch), null);
    },
    requestedAt: (printer: string) => requests.filter((one) => one.printer === printer).map((one) => one.at),
    status: (printer: string) => fleet.get(printer)?.status.kind,
    /** Changes the network, as reported by the system. */
    setNetwork: (state: 'up' | 'down') => {
      network = state;
      hint = state;
    },
    /** Changes only what the system reports about the network. */
    setHint: (state: 'up' | 'down') => {
      hint = state;
    },
    /** Changes the network without a report by the system. */
    setReach: (state: 'up' | 'down') => {
      network = state;
    },
  };
}

const unreachable: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'network', cause: 'no-network' },
};

/** Returns a response whose times are milliseconds from the start of the world. */
export function link(isOnline: boolean, lastConnected: number | null, lastDisconnected: number | null): PollOutcome {
  const reported = info({
    printerName: '',
    isOnline,
    lastConnectedAt: lastConnected === null ? null : epoch + lastConnected,
    lastDisconnectedAt: lastDisconnected === null ? null : epoch + lastDisconnected,
  });
  return { kind: 'answered', info: reported };
}

/** Returns a response with a status that says nothing about the printer, with or without a `Retry-After`. */
export const silent = (status: number, retryAfterSeconds: number | null = null): Answered => ({
  outcome: { kind: 'no-answer', problem: { type: 'http-status', status } },
  serverDate: null,
  retryAfterSeconds,
});

/**
 * Returns the responses for a printer that is connected except between the given times (milliseconds from the start).
 */
export function gone(...outages: readonly (readonly [from: number, to: number])[]) {
  return (at: number): PollOutcome => {
    const loss = outages.find(([from, to]) => at >= from && at < to);
    const before = outages.filter(([, to]) => to <= at).at(-1);
    if (loss !== undefined) return link(false, before?.[1] ?? -hours(5), loss[0]);
    return link(true, before?.[1] ?? -hours(5), before?.[0] ?? null);
  };
}

/** Returns the pauses between requests, in whole seconds. */
export function pauses(requests: readonly number[]): number[] {
  return requests.slice(1).map((at, index) => Math.round((at - (requests[index] ?? 0)) / 1_000));
}
