import {
  type AlertMemory,
  forget,
  interrupted,
  observe,
  recall,
  type ToldByPrinter,
  toldByPrinter,
} from '../domain/alert-memory.ts';
import { tell, wantsCheckAt } from '../domain/alerts.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { Rules } from '../domain/rules.ts';
import { observeService, type ServiceMemory, serviceAnswers, serviceInterrupted } from '../domain/service-alerts.ts';
import { nextStatus, notYetChecked } from '../domain/status.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import type { Fleet, Member } from './fleet.ts';
import { Interruptions } from './interruptions.ts';
import type { MonitorPorts } from './ports.ts';
import {
  firstPace,
  nextCheckAt,
  paceAfresh,
  paceAnswered,
  paceAsked,
  paceWaiting,
  refreshAllowedAt,
} from './schedule.ts';

/** Requests under way at once, over all printers. */
export const mostAtOnce = 6;

/** How often this computer's own network is looked at, while it is up and while it is down. */
const networkLook = { up: 15 * SECOND, down: 5 * SECOND } as const;

/** Obeys the schedule: asks when a printer is due, writes what came of it into the fleet, and has alerts told. */
export class Monitor {
  readonly #fleet: Fleet;
  readonly #ports: MonitorPorts;
  readonly #interruptions: Interruptions;
  #alerts: AlertMemory;
  #service: ServiceMemory = serviceAnswers;
  #running = false;
  /** Grows with sleep, wake and every change of the network; an answer from an earlier era says nothing any more. */
  #era = 0;
  #asking = 0;

  /** `told` is what the user was told before this start. */
  constructor(fleet: Fleet, ports: MonitorPorts, told: ToldByPrinter = {}) {
    this.#fleet = fleet;
    this.#ports = ports;
    this.#interruptions = new Interruptions(ports);
    this.#alerts = recall(told);
  }

  start(): void {
    this.#running = true;
    this.#tick();
  }

  stop(): void {
    this.#running = false;
    this.#ports.timer.clear();
  }

  /** Begins to watch a printer; `outcome` is what an answer of this very moment said, or null to ask at once. */
  watch(printer: Printer, outcome: PollOutcome | null): void {
    const now = this.#ports.clock.now();
    if (outcome !== null) this.#forget(printer.id);
    const member: Member = {
      printer,
      status: notYetChecked(now),
      info: this.#fleet.get(printer.id)?.info ?? null,
      pace: firstPace(now),
      asking: false,
      nextCheckAt: now,
    };
    this.#fleet.put(outcome === null ? member : { ...member, pace: paceAsked(member.pace, now) });
    if (outcome !== null) this.#record(printer.id, outcome);
    this.#tick();
  }

  /** Begins to watch a printer that its user expects to connect again: no alert says so. */
  watchImported(printer: Printer): void {
    this.#alerts = { ...this.#alerts, ...recall({ [printer.id]: 'reconnect-needed' }) };
    this.#ports.toldChanged(toldByPrinter(this.#alerts));
    this.watch(printer, null);
  }

  /** Ends the watch over a printer. */
  unwatch(id: PrinterId): void {
    this.#forget(id);
    this.#fleet.remove(id);
    this.#tick();
  }

  /**
   * Asks about one printer now, or about all (null). Returns null when that was done or is under way, else the moment
   * from which on it may be asked again (UTC).
   */
  refresh(id: PrinterId | null): Instant | null {
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    const wanted = this.#fleet.members().filter((member) => id === null || member.printer.id === id);
    const allowed = wanted.filter((member) => member.asking || refreshAllowedAt(member.pace, rules) <= now);
    for (const { printer } of allowed.filter((member) => !member.asking)) this.#askAt(printer.id, now);
    this.#tick();
    if (allowed.length > 0 || wanted.length === 0) return null;
    return Math.min(...wanted.map((member) => refreshAllowedAt(member.pace, rules)));
  }

  /** The computer goes to sleep: nothing is asked any more. */
  sleep(): void {
    this.#interruptions.sleep();
    this.#tick();
  }

  /** The computer woke up, or is found to have slept: everything is asked afresh once the network has settled. */
  wake(): void {
    this.#interruptions.wake();
    this.#tick();
  }

  /** The settings changed: new intervals take effect at once. */
  rulesChanged(): void {
    this.#tick();
  }

  /** Looks at this computer's network now instead of at the next tick. */
  networkMayHaveChanged(): void {
    this.#tick();
  }

  #tick(): void {
    if (!this.#running) return;
    const look = this.#interruptions.look();
    this.#fleet.setNetwork(this.#ports.network());
    if (look.interrupted) this.#beginEra();
    if (look.afresh) this.#startAfresh();
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    const next = look.state === 'working' ? this.#work(now, rules) : this.#waitForBetter(now);
    this.#ports.timer.set(Math.max(0, next - now), () => this.#tick());
  }

  /** Asleep or without a network nothing is asked and nothing told. Returns when to look again. */
  #waitForBetter(now: Instant): Instant {
    this.#plan(() => null);
    return now + networkLook.down;
  }

  #work(now: Instant, rules: Rules): Instant {
    const nextCheck = this.#askWhoIsDue(now, rules);
    return Math.min(nextCheck, this.#tellAlerts(now, rules) ?? nextCheck);
  }

  /** Asks about the printers that are due, the longest overdue first, and returns when the next one is. */
  #askWhoIsDue(now: Instant, rules: Rules): Instant {
    const due: { readonly id: PrinterId; readonly at: Instant }[] = [];
    let next = now + networkLook.up;
    this.#plan((member) => {
      if (member.asking) return null;
      const at = this.#dueAt(member, rules);
      if (at <= now) due.push({ id: member.printer.id, at });
      else next = Math.min(next, at);
      return at;
    });
    due.sort((one, other) => one.at - other.at);
    for (const { id } of due.slice(0, Math.max(0, mostAtOnce - this.#asking))) this.#ask(id, now);
    return next;
  }

  #ask(id: PrinterId, now: Instant): void {
    const era = this.#era;
    this.#asking += 1;
    this.#fleet.update(id, (member) => ({
      ...member,
      asking: true,
      nextCheckAt: null,
      pace: paceAsked(member.pace, now),
    }));
    void this.#ports.ask(id).then((outcome) => {
      this.#asking -= 1;
      this.#fleet.update(id, (member) => ({ ...member, asking: false }));
      if (era === this.#era) this.#record(id, outcome);
      else this.#waitAsAsked(id, outcome);
      this.#tick();
    });
  }

  #record(id: PrinterId, outcome: PollOutcome): void {
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    const service = observeService(this.#service, outcome, now, rules);
    this.#service = service.memory;
    if (service.alert !== null) this.#ports.tell({ ...service.alert, printers: [] });
    this.#fleet.update(id, (member) => {
      const status = nextStatus(member.status, outcome, now, rules);
      this.#alerts = observe(this.#alerts, id, status, now);
      const info = outcome.kind === 'answered' ? outcome.info : member.info;
      const name = outcome.kind === 'answered' ? outcome.info.printerName : member.printer.name;
      const printer = name === member.printer.name ? member.printer : { ...member.printer, name };
      return { ...member, printer, status, info, pace: paceAnswered(member.pace, outcome, now, this.#ports.random()) };
    });
  }

  #waitAsAsked(id: PrinterId, outcome: PollOutcome): void {
    const now = this.#ports.clock.now();
    this.#fleet.update(id, (member) => ({ ...member, pace: paceWaiting(member.pace, outcome, now) }));
  }

  #tellAlerts(now: Instant, rules: Rules): Instant | null {
    const told = tell(this.#alerts, now, rules);
    this.#alerts = told.memory;
    if (told.alerts.length > 0) this.#ports.toldChanged(toldByPrinter(this.#alerts));
    for (const alert of told.alerts) this.#ports.tell({ ...alert, printers: this.#inOrder(alert.printers) });
    return told.nextAt;
  }

  /** In the user's order, whichever was seen first. */
  #inOrder(printers: readonly PrinterId[]): readonly PrinterId[] {
    const told = new Set(printers);
    return this.#fleet
      .members()
      .map(({ printer }) => printer.id)
      .filter((id) => told.has(id));
  }

  #dueAt(member: Member, rules: Rules): Instant {
    return nextCheckAt(member.pace, member.status, wantsCheckAt(this.#alerts, member.printer.id, rules), rules);
  }

  #plan(nextCheck: (member: Member) => Instant | null): void {
    for (const member of this.#fleet.members()) {
      const planned = nextCheck(member);
      if (planned !== member.nextCheckAt) {
        this.#fleet.update(member.printer.id, (current) => ({ ...current, nextCheckAt: planned }));
      }
    }
  }

  #askAt(id: PrinterId, at: Instant): void {
    this.#fleet.update(id, (member) => ({ ...member, pace: { ...member.pace, askAt: at } }));
  }

  #forget(id: PrinterId): void {
    this.#alerts = forget(this.#alerts, id);
    this.#ports.toldChanged(toldByPrinter(this.#alerts));
  }

  #beginEra(): void {
    this.#era += 1;
    this.#alerts = interrupted(this.#alerts);
    this.#service = serviceInterrupted(this.#service);
  }

  /** Asks everything again after the network has settled; a network that flaps does not make the questions come thicker. */
  #startAfresh(): void {
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    for (const { printer } of this.#fleet.members()) {
      this.#fleet.update(printer.id, (member) => ({
        ...member,
        pace: paceAfresh(member.pace, now, rules),
      }));
    }
  }
}
