import type { InfoRequests } from '../connections/info-requests.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { SleepAwareClock, Timer } from '../domain/time.ts';
import type { MonitorPorts } from '../monitor/ports.ts';
import type { AlertStateStore } from '../storage/alert-state-store.ts';
import type { AlertNotifier } from './alert-notifier.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { PrintService } from './print-service.ts';

export interface MonitorPortsParts {
  readonly clock: SleepAwareClock;
  readonly timer: Timer;
  readonly requests: InfoRequests;
  /** The network state as reported by the system. */
  readonly network: () => 'up' | 'down';
  readonly intervals: () => Intervals;
  readonly quiet: DoNotDisturb;
  readonly alertNotifier: AlertNotifier;
  readonly alerts: AlertStateStore;
  readonly prints: PrintService;
}

/** Connects the monitor's ports to the parts of the app that implement them. */
export function monitorPorts(parts: MonitorPortsParts): MonitorPorts {
  const { clock, timer, requests, network, intervals, quiet, alertNotifier, alerts, prints } = parts;
  return {
    clock,
    timer,
    random: Math.random,
    ask: (printer, signal) => requests.ask(printer, signal),
    network,
    intervals,
    policy: () => quiet.policy(),
    show: (shown) => alertNotifier.notify(shown),
    alertsChanged: (kept) => {
      alertNotifier.closeOver(kept);
      void alerts.save({ ...alerts.value(), alerts: kept });
    },
    prints: prints.ports(),
  };
}
