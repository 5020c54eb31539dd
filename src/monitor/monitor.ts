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
import { type Lane, Lanes, mostAtOnce, requestBudget, type Waiting } from './lanes.ts';
import { cameFromService, NetworkBelief } from './network-belief.ts';
import type { MonitorPorts } from './ports.ts';
import {
  firstPace,
  nextCheckAt,
  paceAfresh,
  paceAnswered,
  paceAsked,
  paceRefreshed,
  paceTimed,
  paceWaiting,
  refreshAllowedAt,
} from './schedule.ts';

/** How often this computer's own network is looked at, while it is up and while it is down. */
const networkLook = { up: 15 * SECOND, down: 5 * SECOND } as const;

/** A request under way: its lane, and how to end it. */
interface Request {
  readonly lane: Lane;
  readonly era: number;
  /** Made although this computer is said to be offline, to find out whether that is so. */
  readonly trial: boolean;
  readonly abort: AbortController;
}

/** What a request counts as that did not come back within its time. */
const hung: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'network', cause: 'timeout' },
  retryAfterSeconds: null,
};

/** A printer that may not be asked about yet, and from when on it may (UTC). */
export interface HeldBack {
  readonly printer: PrinterId;
  readonly until: Instant;
}

/** Obeys the schedule: asks when a printer is due, writes what came of it into the fleet, and has alerts told. */
export class Monitor {
  readonly #fleet: Fleet;
  readonly #ports: MonitorPorts;
  readonly #network: NetworkBelief;
  readonly #interruptions: Interruptions;
  readonly #lanes = new Lanes();
  readonly #requests = new Map<Lane, Request>();
  /** Nobody else holds this object. */
  #alerts: Record<PrinterId, Memory>;
  #service: ServiceMemory;
  #running = false;
  /** Grows with sleep, wake and every change of the network; an answer from an earlier era says nothing any more. */
  #era = 0;
  /** The user asked for a refresh: while this computer is said to be offline that makes a trial due. */
  #refreshed = false;

  /** `told` and `serviceUnreachable` are what the user was told before this start. */
  constructor(fleet: Fleet, ports: MonitorPorts, told: ToldByPrinter = {}, serviceUnreachable = false) {
    this.#fleet = fleet;
    this.#ports = ports;
    this.#network = new NetworkBelief(ports);
    this.#interruptions = new Interruptions({ clock: ports.clock, network: () => this.#network.state() });
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
    // What is under way was asked with a connection that may have been replaced.
    this.#dropRequests(printer.id);
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
    this.#dropRequests(id);
    this.#fleet.remove(id);
    this.#tick();
  }

  /**
   * Asks about one printer now, or about all (null). Returns those that cannot be asked yet; about the others a question
   * is under way.
   */
  refresh(id: PrinterId | null): readonly HeldBack[] {
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    const wanted = this.#fleet.members().filter((member) => id === null || member.printer.id === id);
    const isAllowed = (member: Member) => member.asking || refreshAllowedAt(member.pace, rules) <= now;
    const heldBack = wanted.filter((member) => !isAllowed(member));
    for (const { printer } of wanted.filter((member) => !member.asking && isAllowed(member))) {
      this.#refreshed = true;
      this.#fleet.update(printer.id, (member) => ({ ...member, pace: paceRefreshed(member.pace, now) }));
    }
    this.#tick();
    return heldBack.map(({ printer, pace }) => ({ printer: printer.id, until: refreshAllowedAt(pace, rules) }));
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
    for (const lane of this.#lanes.overdue(this.#ports.clock.elapsed())) this.#end(lane, hung);
    const look = this.#lookAround();
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    const next = look.state === 'working' ? this.#work(now, rules) : this.#waitForBetter(look.state, now, rules);
    this.#refreshed = false;
    const overdueIn = this.#lanes.nextOverdueIn(this.#ports.clock.elapsed()) ?? Number.POSITIVE_INFINITY;
    this.#ports.timer.set(Math.max(0, Math.min(next - now, overdueIn)), () => this.#tick());
  }

  #lookAround(): Look {
    const look = this.#interruptions.look();
    this.#fleet.setNetwork(this.#network.state());
    if (look.interrupted) this.#beginEra();
    if (look.afresh !== null) this.#startAfresh(look.afresh);
    return look;
  }

  /** Asleep nothing is asked, without a network one printer now and then, and nothing told. Returns when to look again. */
  #waitForBetter(state: 'asleep' | 'no-network', now: Instant, rules: Rules): Instant {
    this.#plan(() => null);
    const lookAgain = now + networkLook.down;
    if (state === 'asleep') return lookAgain;
    const trialIn = this.#network.trialIn();
    if (trialIn > 0 && !this.#refreshed) return Math.min(lookAgain, now + trialIn);
    const candidates = this.#fleet.members().filter((member) => canTry(member, now, rules));
    const [first] = candidates.sort((one, other) => tryOrder(one) - tryOrder(other));
    if (first !== undefined && this.#requests.size < mostAtOnce) {
      this.#network.tried();
      this.#ask(first.printer.id, now, { slow: false, fresh: false, trial: true });
    }
    return lookAgain;
  }

  #work(now: Instant, rules: Rules): Instant {
    const attention = this.#ports.attention();
    const nextCheck = this.#askWhoIsDue(now, rules, attention);
    return Math.min(nextCheck, this.#tellAlerts(now, rules, attention) ?? nextCheck);
  }

  /** Asks about the printers that are due, as far as there are lanes, and returns when to look again. */
  #askWhoIsDue(now: Instant, rules: Rules, attention: Attention): Instant {
    const wantedAt = checksWanted(this.#alerts, rules, attention);
    const due: Waiting[] = [];
    let next = now + networkLook.up;
    let anyPrompt = false;
    this.#plan((member) => {
      const { pace } = member;
      anyPrompt ||= pace.habit.toProve === 0;
      if (member.asking) return null;
      const at = nextCheckAt(pace, member.status, wantedAt(member.printer.id), rules);
      const byHand = pace.occasion === 'refresh';
      const unpaced = byHand || pace.occasion === 'start' || pace.occasion === 'wake';
      if (at <= now) due.push({ id: member.printer.id, since: at, habit: pace.habit, byHand, unpaced });
      else next = Math.min(next, at);
      return at;
    });
    if (due.length === 0) return next;
    const budget = requestBudget(this.#fleet.size(), rules.poll, rules.requestSecond);
    const turn = this.#lanes.turn(due, this.#ports.clock.elapsed(), budget, anyPrompt);
    for (const { id, slow, fresh } of turn.next) this.#ask(id, now, { slow, fresh, trial: false });
    for (const lane of turn.giveUp) this.#end(lane, hung);
    if (turn.giveUp.length > 0) return now;
    return turn.again === null ? next : Math.min(next, now + turn.again);
  }

  #ask(id: PrinterId, now: Instant, how: Pick<Lane, 'slow' | 'fresh'> & Pick<Request, 'trial'>): void {
    const { slow, fresh, trial } = how;
    const lane = this.#lanes.take({ id, takenAt: this.#ports.clock.elapsed(), slow, fresh });
    const abort = new AbortController();
    this.#requests.set(lane, { lane, era: this.#era, trial, abort });
    this.#fleet.update(id, (member) => ({
      ...member,
      asking: true,
      nextCheckAt: null,
      pace: paceAsked(member.pace, now, this.#ports.rules()),
    }));
    void this.#ports.ask(id, abort.signal).then((outcome) => {
      if (this.#end(lane, outcome)) this.#tick();
    });
  }

  /** Frees the lane and records what came of its request. Returns false when that was done before: this is too late. */
  #end(lane: Lane, outcome: PollOutcome): boolean {
    const request = this.#requests.get(lane);
    if (request === undefined) return false;
    this.#drop(request);
    const { id, takenAt } = lane;
    const took = this.#ports.clock.elapsed() - takenAt;
    const now = this.#ports.clock.now();
    this.#fleet.update(id, (member) => ({
      ...member,
      asking: false,
      pace: paceTimed(member.pace, outcome, took, now),
    }));
    this.#network.heard(outcome);
    // What happened to the computer in the meantime may make this answer one from before.
    if (this.#running) this.#lookAround();
    if (request.trial ? cameFromService(outcome) : request.era === this.#era) this.#record(id, outcome);
    else this.#waitAsAsked(id, outcome);
    return true;
  }

  #dropRequests(id: PrinterId): void {
    for (const request of this.#requests.values()) if (request.lane.id === id) this.#drop(request);
  }

  /** Gives the lane to others; whatever comes back is too late. */
  #drop(request: Request): void {
    this.#requests.delete(request.lane);
    this.#lanes.free(request.lane);
    request.abort.abort();
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
  #startAfresh(occasion: 'wake' | 'network'): void {
    const now = this.#ports.clock.now();
    const rules = this.#ports.rules();
    for (const { printer } of this.#fleet.members()) {
      this.#fleet.update(printer.id, (member) => ({
        ...member,
        pace: paceAfresh(member.pace, now, rules, occasion),
      }));
    }
  }
}

/** A trial keeps to what OctoEverywhere asked for, and a connection that is asked about seldom on purpose stays that. */
function canTry({ asking, pace, status }: Member, now: Instant, rules: Rules): boolean {
  if (asking || (pace.notBefore ?? 0) > now) return false;
  if (pace.occasion === 'refresh') return true;
  const isSeldom = status.kind === 'reconnect-needed' || status.kind === 'perks-needed';
  if (isSeldom && nextCheckAt(pace, status, null, rules) > now) return false;
  return pace.askedAt === null || pace.askedAt + rules.secondLook <= now;
}

/** What the user wants to know comes first, then whom nothing was heard of for the longest time. */
function tryOrder({ pace }: Member): number {
  return pace.occasion === 'refresh' ? -1 : (pace.askedAt ?? 0);
}
