import { OffOnPurpose } from '../connections/off-on-purpose.ts';
import type { Alert } from '../domain/alerts/alert.ts';
import { WithheldAlerts } from '../domain/alerts/withheld-alerts.ts';
import { intervalsOf } from '../domain/intervals.ts';
import { type NotificationPolicy, policyAt } from '../domain/notification-policy.ts';
import type { Answered } from '../domain/outcome.ts';
import { newPrinter, type PrinterId, watchesPrints } from '../domain/printer.ts';
import type { WallClock } from '../domain/quiet-hours.ts';
import type { History } from '../domain/spans.ts';
import { HistoryRecorder } from '../history/history-recorder.ts';
import { Fleet } from '../monitor/fleet.ts';
import { Monitor } from '../monitor/monitor.ts';
import type { PrintAnswered } from '../monitor/print-watch-ports.ts';
import type { Onlooker } from './replay.ts';
import type { SeenByUser } from './seen-by-user.ts';
import type { TraceSettings, UserEvent } from './trace.ts';
import { type ActedOn, act, setPrinter } from './user-actions.ts';
import type { VirtualDisk, VirtualStores } from './virtual-disk.ts';
import type { VirtualProcess, VirtualTime } from './virtual-time.ts';

export interface VirtualAppParts {
  readonly time: VirtualTime;
  readonly disk: VirtualDisk;
  readonly seen: SeenByUser;
  readonly onlooker: Pick<Onlooker, 'started'>;
  readonly random: () => number;
  readonly printRandom: () => number;
  /** Requests a printer's status; `process` is the run of the app, with which pending responses end. */
  readonly ask: (printer: PrinterId, process: VirtualProcess, signal: AbortSignal) => Promise<Answered>;
  /** Requests a print from a printer's plugin, likewise. */
  readonly askPrint: (printer: PrinterId, process: VirtualProcess, signal: AbortSignal) => Promise<PrintAnswered>;
  readonly hasPlugin: (printer: PrinterId) => boolean;
  /** Returns what the system reports about the network. */
  readonly network: () => 'up' | 'down';
  /** Returns the user's local clock. */
  readonly wallClock: () => WallClock;
}

/** One run of the app from start to end: the real monitor, alerts and history, connected as in compose.ts. */
export class VirtualApp {
  readonly #parts: VirtualAppParts;
  readonly #process: VirtualProcess;
  readonly #stores: VirtualStores;
  readonly #fleet = new Fleet();
  readonly #monitor: Monitor;
  readonly #history: HistoryRecorder;
  readonly #offOnPurpose: OffOnPurpose;
  readonly #policy: () => NotificationPolicy;
  readonly #withheld = new WithheldAlerts();
  #runs = true;

  constructor(parts: VirtualAppParts) {
    const { time, disk, seen } = parts;
    this.#parts = parts;
    this.#process = time.process();
    this.#stores = disk.open(this.#process);
    const { settings, alerts, prints, history } = this.#stores;
    const { now } = time.clock;
    const intervalsFor = intervalsOf(null);
    const intervals = () => intervalsFor(settings.value());
    const observer = parts.onlooker.started?.({ fleet: this.#fleet, settings, clock: time.clock });
    this.#policy = () => {
      const { snoozedUntil } = alerts.value();
      const until = snoozedUntil === null ? null : snoozedUntil + this.#fleet.clockAhead();
      return policyAt(settings.value(), until, this.#fleet.policy(), now(), parts.wallClock());
    };
    this.#monitor = new Monitor(
      this.#fleet,
      {
        clock: time.clock,
        timer: this.#process.timer(),
        random: parts.random,
        ask: (printer, signal) => parts.ask(printer, this.#process, signal),
        network: parts.network,
        intervals,
        policy: this.#policy,
        show: (shown) => {
          this.#show(shown);
          observer?.notify(shown);
        },
        alertsChanged: (kept) => {
          this.#withheld.removeOver(kept);
          observer?.closeOver(kept);
          void alerts.save({ ...alerts.value(), alerts: kept });
        },
        prints: {
          kept: prints.value(),
          random: parts.printRandom,
          ask: (printer, signal) => parts.askPrint(printer, this.#process, signal),
          isWatched: (printer) =>
            parts.hasPlugin(printer) && watchesPrints(settings.value(), this.#fleet.get(printer)?.printer),
          isWindowOpen: () => false,
          kinds: () => settings.value().printTopics,
          show: (alert) => {
            if (settings.value().notifications && !alert.again) seen.notifiedOfPrint(alert);
            observer?.notifyOfPrint?.(alert);
          },
          keep: (kept) => void prints.save(kept),
        },
      },
      alerts.value().alerts,
    );
    this.#history = new HistoryRecorder({
      fleet: this.#fleet,
      files: history,
      mergeGap: () => 3 * intervals().poll,
      timer: this.#process.timer(),
      clock: this.#monitor,
    });
    this.#offOnPurpose = new OffOnPurpose(this.#fleet, (printer) => {
      this.#monitor.endLossQuietly(printer);
      setPrinter(printer, { offOnPurpose: false }, this.#acted());
    });
    this.#fleet.subscribe((changed) => {
      if (!this.#runs) return;
      this.#offOnPurpose.check(changed);
      this.#saveNames(changed);
      seen.show(this.#fleet, changed);
    });
  }

  /** Starts watching all printers. */
  begin(): void {
    for (const printer of this.#stores.printers.value()) this.#monitor.watch(printer, null);
    this.#monitor.start();
  }

  printers(): readonly PrinterId[] {
    return this.#stores.printers.value().map(({ id }) => id);
  }

  /** Adds a printer that was just connected; it is on disk before it is watched. */
  add(id: PrinterId): void {
    const printer = newPrinter(id, id, this.#parts.time.clock.now());
    void this.#stores.printers.save([...this.#stores.printers.value(), printer]);
    this.#stores.printers.flush();
    this.#monitor.watch(printer, null);
  }

  change(changes: TraceSettings): void {
    const { settings } = this.#stores;
    const before = settings.value();
    const topics = { ...before.topics, ...changes.topics };
    const quietHours = { ...before.quietHours, ...changes.quietHours };
    const printTopics = { ...before.printTopics, ...changes.printTopics };
    void settings.save(Object.assign({}, before, changes, { topics, printTopics, quietHours }));
    for (const { printer, print } of this.#fleet.members()) {
      if (print !== null && !watchesPrints(settings.value(), printer)) this.#monitor.forgetPrints(printer.id);
    }
    this.#monitor.rulesChanged();
    this.#catchUp();
  }

  #show(alerts: readonly Alert[]): void {
    const isWantedNow = this.#stores.settings.value().notifications;
    this.#withheld.note(alerts, isWantedNow);
    if (isWantedNow) this.#parts.seen.notified(alerts);
  }

  #catchUp(): void {
    const policy = this.#policy();
    const { seen, time } = this.#parts;
    if (!this.#stores.settings.value().notifications || time.clock.now() < (policy.quietUntil ?? 0)) return;
    const taken = this.#withheld.take((printer) => this.#fleet.get(printer)?.status.kind ?? null, policy);
    for (const alert of taken) seen.notified([alert]);
  }

  act(event: UserEvent): void {
    act(event, this.#acted());
  }

  #acted(): ActedOn {
    return {
      fleet: this.#fleet,
      monitor: this.#monitor,
      offOnPurpose: this.#offOnPurpose,
      stores: this.#stores,
      now: this.#parts.time.clock.now,
    };
  }

  sleep(): void {
    this.#monitor.sleep();
  }

  wake(): void {
    this.#monitor.wake();
  }

  /** Quits normally: everything is written. */
  async quit(): Promise<void> {
    this.#monitor.stop();
    const { settings, printers, alerts, prints } = this.#stores;
    for (const document of [settings, printers, alerts, prints]) document.flush();
    await this.#history.flush();
    this.kill();
  }

  /** Ends at once: what has not been written is lost. */
  kill(): void {
    this.#runs = false;
    this.#process.end();
    this.#parts.seen.end();
  }

  /** Resolves to a printer's whole history. */
  history(printer: PrinterId): Promise<History> {
    return this.#history.history(printer);
  }

  #saveNames(changed: ReadonlySet<PrinterId>): void {
    const { printers } = this.#stores;
    const nameOf = (id: PrinterId) => (changed.has(id) ? this.#fleet.get(id)?.printer.name : undefined);
    const hasChanged = printers.value().some(({ id, name }) => (nameOf(id) ?? name) !== name);
    if (!hasChanged) return;
    void printers.save(printers.value().map((printer) => ({ ...printer, name: nameOf(printer.id) ?? printer.name })));
  }
}
