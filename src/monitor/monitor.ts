import { type KeptAlertState, noAlerts } from '../domain/alerts/alert-state.ts';
import type { Intervals } from '../domain/intervals.ts';
import { policyInServerTime } from '../domain/notification-policy.ts';
import type { Answered } from '../domain/outcome.ts';
import type { PrintAction } from '../domain/print/print-action.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import { notYetChecked } from '../domain/status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { Alerting } from './alerting.ts';
import { DuePrinters, networkLook } from './due-printers.ts';
import type { Fleet, PrinterRecord } from './fleet.ts';
import type { HeldBack } from './held-back.ts';
import { type Check, noticeablePause, PowerAndNetworkMonitor } from './interruptions.ts';
import { NetworkBelief } from './network-belief.ts';
import { PollRequests } from './poll-requests.ts';
import type { MonitorPorts } from './ports.ts';
import { resetPolls } from './reset-polls.ts';
import { firstPoll, pollRefreshed, pollStarted, refreshAllowedAt } from './schedule.ts';
import { ServerClock } from './server-clock.ts';
import { TurnTimer } from './turn-timer.ts';
import { WatchedPrints } from './watched-prints.ts';

/** Runs the schedule: checks printers when they are due, writes the results into the fleet, and shows alerts. */
export class Monitor {
  readonly #fleet: Fleet;
  readonly #ports: MonitorPorts;
  readonly #network: NetworkBelief;
  readonly #interruptions: PowerAndNetworkMonitor;
  readonly #requests: PollRequests;
  readonly #due: DuePrinters;
  readonly #alerting: Alerting;
  readonly #clock: ServerClock;
  readonly #prints: WatchedPrints | null;
  readonly #timer: TurnTimer;
  readonly #policy = () => policyInServerTime(this.#ports.policy(), this.#fleet.clockAhead());
  #running = false;
  /** The user requested a refresh; while this computer seems to be offline, that makes a trial due. */
  #refreshed = false;

  /** `kept` is the saved alert state of the previous run. */
  constructor(fleet: Fleet, ports: MonitorPorts, kept: KeptAlertState = noAlerts) {
    this.#fleet = fleet;
    this.#ports = ports;
    this.#network = new NetworkBelief(ports);
    this.#timer = new TurnTimer(ports, () => this.#tick());
    this.#interruptions = new PowerAndNetworkMonitor({ clock: ports.clock, network: () => this.#network.state() });
    this.#alerting = new Alerting(kept, (changed) =>
      ports.alertsChanged({ ...changed, ownClockAhead: this.#clock.knownAhead() }),
    );
    const { ownClockAhead } = kept;
    this.#clock = new ServerClock(ports.clock, { lastSeenAt: this.#alerting.lastSeenAt(), ownClockAhead });
    const shared = { fleet, ports, network: this.#network, clock: this.#clock };
    this.#requests = new PollRequests({
      ...shared,
      alerting: this.#alerting,
      answered: () => void (this.#running && this.#lookAround()),
      recorded: () => this.#tick(),
    });
    this.#due = new DuePrinters({ ...shared, requests: this.#requests });
    this.#prints =
      ports.prints === null
        ? null
        : new WatchedPrints({
            ...shared,
            prints: ports.prints,
            alerting: this.#alerting,
            policy: () => this.#policy(),
            answered: () => this.#tick(),
          });
  }

  start(): void {
    this.#running = true;
    this.#tick();
  }

  stop(): void {
    this.#running = false;
    this.#timer.clear();
    this.#alerting.keepAll();
    this.#prints?.keepAll();
  }

  /** Server time, UTC, as in the fleet. */
  now(): Instant {
    return this.#clock.now();
  }

  /** Starts watching a printer; `answered` is a response that has just arrived, or null to check at once. */
  watch(printer: Printer, answered: Answered | null): void {
    const at = this.#clock.now();
    const elapsed = this.#ports.clock.elapsed();
    const pollState = firstPoll(elapsed);
    if (answered !== null) {
      this.#alerting.forget(printer.id);
      this.#prints?.forget(printer.id);
    }
    // A pending request may use a connection that has been replaced.
    this.#requests.drop(printer.id);
    this.#fleet.put({
      printer,
      status: notYetChecked(at, this.#alerting.linkOf(printer.id)),
      info: this.#fleet.get(printer.id)?.info ?? null,
      sighting: null,
      print: this.#prints?.status(printer.id) ?? null,
      pollState: answered === null ? pollState : pollStarted(pollState, elapsed, this.#ports.intervals()),
      checkedAt: answered === null ? null : at,
      nextCheckAt: at,
      asking: false,
    });
    if (answered !== null) {
      this.#network.heard(answered.outcome);
      this.#requests.record(printer.id, answered, at);
    }
    this.#tick();
  }

  /** Starts watching a printer that the user knows has to be reconnected, so no notification reports that. */
  watchImported(printer: Printer): void {
    this.#alerting.knowRefused(printer.id, this.#clock.now());
    this.watch(printer, null);
  }

  /** Stops watching a printer. */
  unwatch(id: PrinterId): void {
    this.#alerting.forget(id);
    this.#prints?.forget(id);
    this.#requests.drop(id);
    this.#fleet.remove(id);
    this.#tick();
  }

  /** The user knows why a printer was disconnected, so no notification reports its return. */
  endLossQuietly(id: PrinterId): void {
    this.#alerting.endLossQuietly(id);
  }

  /** Checks one printer now, or all (null). Returns those that cannot be checked yet. */
  refresh(id: PrinterId | null): readonly HeldBack[] {
    return this.refreshSeveral(id === null ? this.#fleet.members().map(({ printer }) => printer.id) : [id]);
  }

  /** Like {@link refresh}, for several printers. */
  refreshSeveral(ids: readonly PrinterId[]): readonly HeldBack[] {
    const wanted = ids.flatMap((id) => this.#fleet.get(id) ?? []);
    const [elapsed, intervals] = [this.#ports.clock.elapsed(), this.#ports.intervals()];
    const isAllowed = (one: PrinterRecord) => one.asking || refreshAllowedAt(one.pollState, intervals) <= elapsed;
    const heldBack = wanted.filter((member) => !isAllowed(member));
    for (const { printer } of wanted.filter((one) => !one.asking && isAllowed(one))) {
      this.#refreshed = true;
      this.#fleet.update(printer.id, (member) => ({ ...member, pollState: pollRefreshed(member.pollState, elapsed) }));
    }
    this.#tick();
    return heldBack.map(({ printer, pollState }) => ({
      printer: printer.id,
      until: this.#clock.at(refreshAllowedAt(pollState, intervals)),
    }));
  }

  /** The computer goes to sleep: no more requests are sent. */
  sleep(): void {
    this.#interruptions.sleep();
    this.#tick();
  }

  /** The computer woke up: everything is checked again once the network has settled. */
  wake(): void {
    this.#interruptions.wake();
    this.#tick();
  }

  /** Drops a printer's prints, which are no longer watched. */
  forgetPrints(id: PrinterId): void {
    this.#prints?.forget(id);
  }

  /** The user has controlled a printer's print in this app, or tried to. */
  printActedOn(id: PrinterId, action: PrintAction | 'not-done'): void {
    this.#prints?.actedOn(id, action);
    this.#tick();
  }

  /** The settings or the notification policy changed; both take effect at once. */
  rulesChanged(): void {
    this.#prints?.settingsChanged();
    this.#tick();
  }

  #tick(): void {
    if (!this.#running) return;
    const elapsed = this.#ports.clock.elapsed();
    // Even if the turn fails unexpectedly: nothing else might wake the monitor again.
    let next = elapsed + networkLook.up;
    try {
      next = this.#turn(elapsed, this.#ports.intervals());
    } finally {
      this.#refreshed = false;
      this.#timer.set(Math.min(next, elapsed + this.#requests.nextOverdueIn()), this.#fleet.size());
    }
  }

  #turn(elapsed: Milliseconds, intervals: Intervals): Milliseconds {
    this.#requests.endOverdue();
    const { state } = this.#lookAround();
    if (state === 'working') return this.#work(elapsed, intervals);
    return this.#due.waitForBetter(state, this.#refreshed, elapsed, intervals);
  }

  #lookAround(): Check {
    const check = this.#interruptions.check();
    const { slept, clockSetBy } = check;
    if (check.reset === 'wake') this.#clock.slept(slept);
    if (clockSetBy !== 0) this.#ownClockSet(clockSetBy);
    this.#fleet.setNetwork(this.#network.state());
    this.#fleet.setClockAhead(this.#clock.ownClockAhead());
    if (check.interrupted) {
      this.#requests.interrupt();
      this.#alerting.interrupt(this.#clock.now());
      this.#prints?.interrupt(slept);
    }
    if (check.reset === 'wake') this.#due.woke();
    const occasion = check.reset ?? (clockSetBy >= noticeablePause ? 'wake' : null);
    const { clock, intervals } = this.#ports;
    if (occasion !== null) resetPolls(this.#fleet, { occasion, slept, elapsed: clock.elapsed() }, intervals());
    return check;
  }

  /** A virtual machine that was paused notices no more than a clock that is set forward. */
  #ownClockSet(by: Milliseconds): void {
    this.#requests.correct(this.#clock.ownClockSet(by));
    this.#alerting.keepAll();
    if (by < noticeablePause) return;
    this.#requests.interrupt();
    this.#alerting.doubt();
    this.#prints?.interrupt(0);
  }

  #work(elapsed: Milliseconds, intervals: Intervals): Milliseconds {
    const at = this.#clock.now();
    const { wanted, askAny, nextAt } = this.#alerting.notify(at, intervals, this.#policy(), (alerts) =>
      this.#ports.show(alerts.map((alert) => ({ ...alert, printers: this.#fleet.inOrder(alert.printers) }))),
    );
    const lookAgain = nextAt === null ? elapsed + networkLook.up : Math.max(elapsed, this.#clock.elapsedAt(nextAt));
    const anyone = askAny ? this.#due.anyToAsk(elapsed) : null;
    const asks = this.#due.pollDue(elapsed, intervals, anyone === null ? wanted : new Map(wanted).set(anyone, at));
    // Last, because it uses the lanes that connection checks leave free.
    const info = { underWay: this.#requests.underWay(), waiting: this.#due.waiting() };
    return Math.min(lookAgain, asks, this.#prints?.turn(info) ?? Number.POSITIVE_INFINITY);
  }
}
