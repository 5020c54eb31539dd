import {
  forget,
  interrupted,
  type Memory,
  observed,
  recall,
  type ToldByPrinter,
  toldByPrinter,
} from '../domain/alert-memory.ts';
import { type Alert, checksWanted, tell } from '../domain/alerts.ts';
import type { Attention } from '../domain/attention.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { Rules } from '../domain/rules.ts';
import { observeService, recallService, type ServiceMemory, serviceInterrupted } from '../domain/service-alerts.ts';
import { nextStatus, notYetChecked } from '../domain/status.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import type { Fleet, Member } from './fleet.ts';
import { Interruptions, type Look } from './interruptions.ts';
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
  /** Nobody else holds this object. */
  #alerts: Record<PrinterId, Memory>;
  #service: ServiceMemory;
  #running = false;
  /** Grows with sleep, wake and every change of the network; an answer from an earlier era says nothing any more. */
  #era = 0;
  #asking = 0;

  /** `told` and `serviceUnreachable` are what the user was told before this start. */
  constructor(fleet: Fleet, ports: MonitorPorts, told: ToldByPrinter = {}, serviceUnreachable = false) {
    this.#fleet = fleet;
    this.#ports = ports;
    this.#interruptions = new Interruptions(ports);
    this.#alerts = recall(told);
    this.#service = recallService(serviceUnreachable);
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
    this.#fleet.put(outcome === null ? member : { ...member, pace: paceAsked(member.pace, now, this.#ports.rules()) });
    if (outcome !== null) this.#record(printer.id, outcome);
    this.#tick();
  }

  /** Begins to watch a printer that its user expects to connect again: no alert says so. */
  watchImported(printer: Printer): void {
    this.#alerts = { ...this.#alerts, ...recall({ [printer.id]: 'reconnect-needed' }) };
    this.#keepTold();
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

  /** The settings changed, or what the user wants to hear of: both take effect at once. */
  rulesChanged(): void {
    this.#tick();
  }

  #tick(): void {
    if (!this.#running) return;
    const look = this.#lookAround();
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    const next = look.state === 'working' ? this.#work(now, rules) : this.#waitForBetter(now);
    this.#ports.timer.set(Math.max(0, next - now), () => this.#tick());
  }

  #lookAround(): Look {
    const look = this.#interruptions.look();
    this.#fleet.setNetwork(this.#ports.network());
    if (look.interrupted) this.#beginEra();
    if (look.afresh) this.#startAfresh();
    return look;
  }

  /** Asleep or without a network nothing is asked and nothing told. Returns when to look again. */
  #waitForBetter(now: Instant): Instant {
    this.#plan(() => null);
    return now + networkLook.down;
  }

  #work(now: Instant, rules: Rules): Instant {
    const attention = this.#ports.attention();
    const nextCheck = this.#askWhoIsDue(now, rules, attention);
    return Math.min(nextCheck, this.#tellAlerts(now, rules, attention) ?? nextCheck);
  }

  /** Asks about the printers that are due, the longest overdue first, and returns when the next one is. */
  #askWhoIsDue(now: Instant, rules: Rules, attention: Attention): Instant {
    const wantedAt = checksWanted(this.#alerts, rules, attention);
    const due: { readonly id: PrinterId; readonly at: Instant }[] = [];
    let next = now + networkLook.up;
    this.#plan((member) => {
      if (member.asking) return null;
      const at = nextCheckAt(member.pace, member.status, wantedAt(member.printer.id), rules);
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
      pace: paceAsked(member.pace, now, this.#ports.rules()),
    }));
    void this.#ports.ask(id).then((outcome) => {
      this.#asking -= 1;
      this.#fleet.update(id, (member) => ({ ...member, asking: false }));
      // What happened to the computer in the meantime may make this answer one from before.
      if (this.#running) this.#lookAround();
      if (era === this.#era) this.#record(id, outcome);
      else this.#waitAsAsked(id, outcome);
      this.#tick();
    });
  }

  #record(id: PrinterId, outcome: PollOutcome): void {
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    this.#service = observeService(this.#service, outcome, now);
    this.#fleet.update(id, (member) => {
      const status = nextStatus(member.status, outcome, now, rules);
      const memory = observed(this.#alerts[id], status, now);
      // In place: with a thousand printers a copy for each answer would be the most that it costs.
      if (memory !== null) this.#alerts[id] = memory;
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

  #tellAlerts(now: Instant, rules: Rules, attention: Attention): Instant | null {
    const before = { printers: this.#alerts, service: this.#service };
    const { memory, alerts, summary, nextAt } = tell(before, now, rules, attention);
    this.#alerts = memory.printers;
    this.#service = memory.service;
    if (memory.printers !== before.printers || memory.service !== before.service) this.#keepTold();
    for (const alert of alerts) this.#ports.tell([this.#inOrder(alert)]);
    if (summary.length > 0) this.#ports.tell(summary.map((alert) => this.#inOrder(alert)));
    return nextAt;
  }

  #keepTold(): void {
    this.#ports.toldChanged(toldByPrinter(this.#alerts), this.#service.told);
  }

  /** Printers in the user's order, whichever was seen first. */
  #inOrder(alert: Alert): Alert {
    const told = new Set(alert.printers);
    const ids = this.#fleet.members().map(({ printer }) => printer.id);
    return { ...alert, printers: ids.filter((id) => told.has(id)) };
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
    this.#keepTold();
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
