import { type KeptAlertState, noAlerts } from '../domain/alerts/alert-state.ts';
import type { Rules } from '../domain/intervals.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { Answered } from '../domain/outcome.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import { agesAt, notYetChecked } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { Alerting } from './alerting.ts';
import { memberAged, memberAnswered, memberCorrected } from './answers.ts';
import type { Fleet, Member } from './fleet.ts';
import { Interruptions, type Look } from './interruptions.ts';
import { requestBudget, type Waiting } from './lanes.ts';
import { cameFromService, NetworkBelief } from './network-belief.ts';
import type { MonitorPorts } from './ports.ts';
import { type Ended, type Request, Requests } from './requests.ts';
import {
  firstPace,
  intendedInterval,
  nextCheckAt,
  paceAfresh,
  paceAsked,
  paceRefreshed,
  paceTimed,
  paceTried,
  paceWaiting,
  refreshAllowedAt,
} from './schedule.ts';
import { ServerClock } from './server-clock.ts';

/** How often this computer's own network is looked at, while it is up and while it is down. */
const networkLook = { up: 15 * SECOND, down: 5 * SECOND } as const;

/** A printer that may not be asked about yet, and from when on it may (server time, UTC). */
export interface HeldBack {
  readonly printer: PrinterId;
  readonly until: Instant;
}

/** Obeys the schedule: asks when a printer is due, writes what came of it into the fleet, and shows what alerting says. */
export class Monitor {
  readonly #fleet: Fleet;
  readonly #ports: MonitorPorts;
  readonly #network: NetworkBelief;
  readonly #interruptions: Interruptions;
  readonly #requests: Requests;
  readonly #alerting: Alerting;
  readonly #clock: ServerClock;
  #running = false;
  /** Grows with sleep, wake and every change of the network; an answer from an earlier generation says nothing any more. */
  #generation = 0;
  /** Running time of the last wake; null when there was none. */
  #wokeAt: Milliseconds | null = null;
  /** The user asked for a refresh: while this computer is said to be offline that makes a trial due. */
  #refreshed = false;

  /** `kept` is what the user was notified of before this start. */
  constructor(fleet: Fleet, ports: MonitorPorts, kept: KeptAlertState = noAlerts) {
    this.#fleet = fleet;
    this.#ports = ports;
    this.#network = new NetworkBelief(ports);
    this.#interruptions = new Interruptions({ clock: ports.clock, network: () => this.#network.state() });
    this.#requests = new Requests(ports, (ended) => this.#ended(ended));
    this.#alerting = new Alerting(kept, (changed) => ports.alertsChanged(changed));
    this.#clock = new ServerClock(ports.clock);
  }

  start(): void {
    this.#running = true;
    this.#tick();
  }

  stop(): void {
    this.#running = false;
    this.#ports.timer.clear();
    this.#alerting.keepAll();
  }

  /** Server time, UTC: what all moments of the fleet are in. */
  now(): Instant {
    return this.#clock.now();
  }

  /** Begins to watch a printer; `answered` is what was answered this very moment, or null to ask at once. */
  watch(printer: Printer, answered: Answered | null): void {
    const at = this.#clock.now();
    const elapsed = this.#ports.clock.elapsed();
    const pace = firstPace(elapsed);
    if (answered !== null) this.#alerting.forget(printer.id);
    // What is under way was asked with a connection that may have been replaced.
    this.#requests.drop(printer.id);
    this.#fleet.put({
      printer,
      status: notYetChecked(at, this.#alerting.linkOf(printer.id)),
      info: this.#fleet.get(printer.id)?.info ?? null,
      sighting: null,
      pace: answered === null ? pace : paceAsked(pace, elapsed, this.#ports.rules()),
      checkedAt: answered === null ? null : at,
      nextCheckAt: at,
      asking: false,
    });
    if (answered !== null) {
      this.#network.heard(answered.outcome);
      this.#record(printer.id, answered);
    }
    this.#tick();
  }

  /** Begins to watch a printer that its user expects to connect again: no notification says so. */
  watchImported(printer: Printer): void {
    this.#alerting.knowRefused(printer.id, this.#clock.now());
    this.watch(printer, null);
  }

  /** Ends the watch over a printer. */
  unwatch(id: PrinterId): void {
    this.#alerting.forget(id);
    this.#requests.drop(id);
    this.#fleet.remove(id);
    this.#tick();
  }

  /** The user knows why a printer was gone: no notification says that it is back. */
  endLossQuietly(id: PrinterId): void {
    this.#alerting.endLossQuietly(id);
  }

  /**
   * Asks about one printer now, or about all (null). Returns those that cannot be asked yet; about the others a request
   * is under way.
   */
  refresh(id: PrinterId | null): readonly HeldBack[] {
    const elapsed = this.#ports.clock.elapsed();
    const rules = this.#ports.rules();
    const wanted = this.#fleet.members().filter((member) => id === null || member.printer.id === id);
    const isAllowed = (member: Member) => member.asking || refreshAllowedAt(member.pace, rules) <= elapsed;
    const heldBack = wanted.filter((member) => !isAllowed(member));
    for (const { printer } of wanted.filter((member) => !member.asking && isAllowed(member))) {
      this.#refreshed = true;
      this.#fleet.update(printer.id, (member) => ({ ...member, pace: paceRefreshed(member.pace, elapsed) }));
    }
    this.#tick();
    return heldBack.map(({ printer, pace }) => ({
      printer: printer.id,
      until: this.#clock.at(refreshAllowedAt(pace, rules)),
    }));
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

  /** The settings changed, or what the user wants to be notified of: both take effect at once. */
  rulesChanged(): void {
    this.#tick();
  }

  #tick(): void {
    if (!this.#running) return;
    this.#requests.endOverdue();
    const look = this.#lookAround();
    const elapsed = this.#ports.clock.elapsed();
    const rules = this.#ports.rules();
    const next =
      look.state === 'working' ? this.#work(elapsed, rules) : this.#waitForBetter(look.state, elapsed, rules);
    this.#refreshed = false;
    const delay = Math.min(next - elapsed, this.#requests.nextOverdueIn());
    this.#ports.timer.set(Math.max(1, Math.ceil(delay)), () => this.#tick());
  }

  #lookAround(): Look {
    const look = this.#interruptions.look();
    if (look.jump !== 0) this.#clock.jumped(look.jump);
    this.#fleet.setNetwork(this.#network.state());
    this.#fleet.setClockAhead(this.#clock.ownClockAhead());
    if (look.interrupted) {
      this.#generation += 1;
      this.#alerting.interrupt(this.#clock.now());
    }
    if (look.afresh === 'wake') this.#wokeAt = this.#ports.clock.elapsed();
    if (look.afresh !== null) this.#startAfresh(look.afresh, Math.max(0, look.jump));
    return look;
  }

  /** Asleep nothing is asked, without a network one printer now and then, and nothing shown. Returns when to look again. */
  #waitForBetter(state: 'asleep' | 'no-network', elapsed: Milliseconds, rules: Rules): Milliseconds {
    this.#plan(rules, () => null);
    const lookAgain = elapsed + networkLook.down;
    if (state === 'asleep') return lookAgain;
    const trialIn = this.#network.trialIn();
    if (trialIn > 0 && !this.#refreshed) return Math.min(lookAgain, elapsed + trialIn);
    const candidates = this.#fleet.members().filter((member) => canTry(member, elapsed, rules));
    const [first] = candidates.sort((one, other) => tryOrder(one) - tryOrder(other));
    if (first !== undefined && this.#requests.hasRoom()) {
      this.#network.tried();
      this.#ask(first.printer.id, { slow: false, fresh: false, trial: true });
    }
    return lookAgain;
  }

  #work(elapsed: Milliseconds, rules: Rules): Milliseconds {
    const at = this.#clock.now();
    const { wanted, askAny, nextAt } = this.#alerting.notify(at, rules, this.#policy(), (alerts) =>
      this.#ports.show(alerts.map((alert) => ({ ...alert, printers: this.#inOrder(alert.printers) }))),
    );
    const lookAgain = nextAt === null ? elapsed + networkLook.up : Math.max(elapsed, this.#clock.elapsedAt(nextAt));
    const anyone = askAny ? this.#anyToAsk(elapsed) : null;
    return Math.min(
      lookAgain,
      this.#askWhoIsDue(elapsed, rules, anyone === null ? wanted : new Map(wanted).set(anyone, at)),
    );
  }

  /** The user's times are by this computer's clock. */
  #policy(): NotificationPolicy {
    const policy = this.#ports.policy();
    const { quietUntil } = policy;
    return quietUntil === null ? policy : { ...policy, quietUntil: quietUntil - this.#fleet.clockAhead() };
  }

  /** Asks about the printers that are due, as far as there are lanes, and returns when to look again (running time). */
  #askWhoIsDue(elapsed: Milliseconds, rules: Rules, wanted: ReadonlyMap<PrinterId, Instant>): Milliseconds {
    const due: Waiting[] = [];
    let next = elapsed + networkLook.up;
    let anyPrompt = false;
    const agesNext = this.#plan(rules, (member) => {
      const { pace, status, printer } = member;
      anyPrompt ||= pace.habit.toProve === 0;
      if (member.asking) return null;
      const wantedAt = wanted.get(printer.id);
      const at = nextCheckAt(pace, status, wantedAt === undefined ? null : this.#clock.elapsedAt(wantedAt), rules);
      const byHand = pace.occasion === 'refresh';
      // Sleep cannot be told from a clock that was set, after which nobody expects a first round.
      const unpaced = byHand || pace.occasion === 'start';
      if (at <= elapsed) due.push({ id: printer.id, since: at, habit: pace.habit, byHand, unpaced });
      else next = Math.min(next, at);
      return at;
    });
    next = Math.min(next, agesNext);
    if (due.length === 0) return next;
    const turn = this.#requests.turn(
      due,
      requestBudget(this.#fleet.size(), rules.poll, rules.requestSecond),
      anyPrompt,
    );
    for (const { id, slow, fresh } of turn.next) this.#ask(id, { slow, fresh, trial: false });
    this.#requests.giveUp(turn.giveUp);
    if (turn.giveUp.length > 0) return elapsed;
    return turn.again === null ? next : Math.min(next, elapsed + turn.again);
  }

  /** Whoever may be asked first, when any answer will do; null when nobody may now. */
  #anyToAsk(elapsed: Milliseconds): PrinterId | null {
    const { secondLook } = this.#ports.rules();
    const isFree = ({ asking, pace }: Member) =>
      !asking && (pace.notBefore ?? 0) <= elapsed && (pace.askedAt ?? 0) + secondLook <= elapsed;
    const free = this.#fleet.members().filter(isFree);
    const [first] = free.sort((one, other) => (one.pace.askedAt ?? 0) - (other.pace.askedAt ?? 0));
    if (first === undefined || this.#fleet.members().some(({ asking }) => asking)) return null;
    this.#fleet.update(first.printer.id, (member) => ({ ...member, pace: { ...member.pace, askAt: elapsed } }));
    return first.printer.id;
  }

  #ask(id: PrinterId, how: Pick<Request, 'slow' | 'fresh' | 'trial'>): void {
    const elapsed = this.#ports.clock.elapsed();
    this.#requests.begin({ id, ...how, takenAt: elapsed, generation: this.#generation });
    this.#fleet.update(id, (member) => ({
      ...member,
      asking: true,
      checkedAt: this.#clock.now(),
      nextCheckAt: null,
      pace: how.trial ? paceTried(member.pace, elapsed) : paceAsked(member.pace, elapsed, this.#ports.rules()),
    }));
  }

  /** Records what came of a request. */
  #ended({ request, answer }: Ended): void {
    const { id, takenAt, trial, generation } = request;
    const elapsed = this.#ports.clock.elapsed();
    this.#fleet.update(id, (member) => ({
      ...member,
      asking: false,
      pace: paceTimed(member.pace, answer.outcome, elapsed - takenAt, elapsed),
    }));
    this.#network.heard(answer.outcome);
    // What happened to the computer in the meantime may make this answer one from before.
    if (this.#running) this.#lookAround();
    const counts = trial ? cameFromService(answer.outcome) : generation === this.#generation;
    if (counts && answer.serverDate !== null && cameFromService(answer.outcome))
      this.#setClock(answer.serverDate, takenAt);
    if (counts) this.#record(id, answer);
    else {
      this.#fleet.update(id, (member) => ({ ...member, pace: paceWaiting(member.pace, answer, elapsed) }));
    }
    this.#tick();
  }

  #setClock(serverDate: Instant, askedAt: Milliseconds): void {
    const correction = this.#clock.answered(serverDate, askedAt);
    if (correction === null) return;
    this.#alerting.correct(correction);
    for (const { printer } of this.#fleet.members()) {
      this.#fleet.update(printer.id, (member) => memberCorrected(member, correction));
    }
    this.#fleet.setClockAhead(this.#clock.ownClockAhead());
  }

  #record(id: PrinterId, answer: Answered): void {
    const at = this.#clock.now();
    const rules = this.#ports.rules();
    const time = { at, elapsed: this.#ports.clock.elapsed(), isProven: this.#clock.isProven() };
    const random = this.#ports.random();
    this.#fleet.update(id, (member) => {
      const answered = memberAnswered(member, answer, time, random, rules);
      this.#alerting.observe(id, answered.status, answer.outcome, at, rules);
      return answered;
    });
  }

  /** Lets every status age and plans its next check. Returns when the next one ages (running time). */
  #plan(rules: Rules, nextCheck: (member: Member) => Milliseconds | null): Milliseconds {
    const at = this.#clock.now();
    const isSettling = this.#wokeAt !== null && this.#ports.clock.elapsed() - this.#wokeAt < rules.confirm;
    let next = Number.POSITIVE_INFINITY;
    for (const current of this.#fleet.members()) {
      const member = memberAged(current, at, rules, isSettling);
      const planned = nextCheck(member);
      const nextCheckAt = planned === null ? null : this.#clock.at(planned);
      if (member !== current || nextCheckAt !== current.nextCheckAt) this.#fleet.put({ ...member, nextCheckAt });
      const ages = agesAt(member.status, intendedInterval(member.pace, member.status, rules), rules);
      if (ages !== null && ages > at) next = Math.min(next, this.#clock.elapsedAt(ages));
    }
    return next;
  }

  /** Printers in the user's order, whichever was seen first. */
  #inOrder(printers: readonly PrinterId[]): readonly PrinterId[] {
    if (printers.length < 2) return printers;
    const those = new Set(printers);
    return this.#fleet.members().flatMap(({ printer }) => (those.has(printer.id) ? [printer.id] : []));
  }

  /** Asks everything again after the network has settled; a network that flaps does not make the requests come thicker. */
  #startAfresh(occasion: 'wake' | 'network', slept: Milliseconds): void {
    const elapsed = this.#ports.clock.elapsed();
    const rules = this.#ports.rules();
    for (const { printer } of this.#fleet.members()) {
      this.#fleet.update(printer.id, (member) => ({
        ...member,
        pace: paceAfresh(member.pace, elapsed, slept, rules, occasion),
      }));
    }
  }
}

/** A trial keeps to what OctoEverywhere asked for, and a connection that is asked about seldom on purpose stays that. */
function canTry({ asking, pace, status }: Member, elapsed: Milliseconds, rules: Rules): boolean {
  if (asking || (pace.notBefore ?? 0) > elapsed) return false;
  if (pace.occasion === 'refresh') return true;
  const isSeldom = status.kind === 'reconnect-needed' || status.kind === 'perks-needed';
  if (isSeldom && nextCheckAt(pace, status, null, rules) > elapsed) return false;
  return pace.askedAt === null || pace.askedAt + rules.secondLook <= elapsed;
}

/** What the user wants to know comes first, then whom nothing was heard of for the longest time. */
function tryOrder({ pace }: Member): number {
  return pace.occasion === 'refresh' ? Number.NEGATIVE_INFINITY : (pace.askedAt ?? -1);
}
