import type { PollOutcome } from '../domain/outcome.ts';
import type { Clock, Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** A single failed request says nothing. */
const failuresUntilSuspected = 2;

/** In polls, because with many printers some fail while others respond. Allows for jitter (5 %) and response time. */
const silenceUntilSuspected = 1.25;

/** A system that reports this many losses of the network within one `offlineTrial` isn't believed… */
const lossesWhileFlapping = 3;

/** …as long as the last response, or the first of these losses, is no more polls ago than this. */
const silenceWhileFlapping = 2.5;

type BeliefPorts = Pick<MonitorPorts, 'network' | 'intervals'> & { readonly clock: Pick<Clock, 'elapsed'> };

/**
 * Decides whether this computer has a network. The system's state is only a hint: with a tunnel as the only interface,
 * Chromium reports a working computer as offline. So while it reports "offline", one printer is still checked now and
 * then, and a response overrules the hint for as long as responses keep arriving. The reverse is not concluded: if the
 * system reports "online" but nothing is reachable, requests simply fail. The same goes for a network that comes and
 * goes all the time: waiting for it to settle would mean waiting forever.
 */
export class NetworkBelief {
  readonly #ports: BeliefPorts;
  /** What the system last reported; null before the first check. */
  #hint: 'up' | 'down' | null = null;
  /** Running time of the last response since the system reports "offline"; null when there was none. */
  #answeredAt: Milliseconds | null = null;
  /** Failed requests since the last response. */
  #failures = 0;
  /** Running time of the next trial. */
  #trialAt: Milliseconds = Number.NEGATIVE_INFINITY;
  /** Running times of recent losses of the network. */
  #losses: readonly Milliseconds[] = [];
  /** Running time of the last response, or of the loss that began the flapping if that was later. */
  #provenAt: Milliseconds = Number.NEGATIVE_INFINITY;

  constructor(ports: BeliefPorts) {
    this.#ports = ports;
  }

  state(): 'up' | 'down' {
    const hint = this.#ports.network();
    const now = this.#ports.clock.elapsed();
    const { offlineTrial, settleTime } = this.#ports.intervals();
    if (this.#losses.length > 0) this.#losses = this.#losses.filter((at) => now - at < offlineTrial);
    if (hint === 'up') this.#answeredAt = null;
    else if (this.#hint === 'up') {
      if (this.#losses.length === 0) this.#provenAt = now;
      this.#losses = [...this.#losses, now];
      // Another interface may replace the one that has just gone. A trial that is already planned isn't put off.
      if (now - this.#trialAt > offlineTrial) this.#trialAt = now + settleTime;
    }
    this.#hint = hint;
    return hint === 'up' || this.isFlapping() || this.#answersKeepComing() ? 'up' : 'down';
  }

  /** Whether the network comes and goes all the time, but lets responses through: a failed request means nothing. */
  isFlapping(): boolean {
    const { clock, intervals } = this.#ports;
    const silence = clock.elapsed() - this.#provenAt;
    return this.#losses.length >= lossesWhileFlapping && silence < silenceWhileFlapping * intervals().poll;
  }

  /** The computer woke up. Running time stood still, so earlier losses may be hours apart: they are no flapping. */
  woke(): void {
    this.#losses = [];
  }

  /** Takes the outcome of a request into account. */
  heard(outcome: PollOutcome): void {
    if (cameFromService(outcome)) {
      this.#failures = 0;
      this.#provenAt = this.#ports.clock.elapsed();
      if (this.#hint === 'down') this.#answeredAt = this.#ports.clock.elapsed();
    } else if (outcome.kind === 'no-answer' && outcome.problem.type !== 'keychain') {
      this.#failures += 1;
    }
  }

  /** Returns the milliseconds until the next trial: a request although there seems to be no network. */
  trialIn(): Milliseconds {
    return Math.max(0, this.#trialAt - this.#ports.clock.elapsed());
  }

  /** A trial begins. */
  tried(): void {
    this.#trialAt = this.#ports.clock.elapsed() + this.#ports.intervals().offlineTrial;
  }

  #answersKeepComing(): boolean {
    if (this.#answeredAt === null) return false;
    const silence = this.#ports.clock.elapsed() - this.#answeredAt;
    return this.#failures < failuresUntilSuspected || silence < silenceUntilSuspected * this.#ports.intervals().poll;
  }
}

/** Whether an outcome shows that OctoEverywhere was reached, whatever it responded. */
export function cameFromService(outcome: PollOutcome): boolean {
  if (outcome.kind === 'token-lost') return false;
  if (outcome.kind !== 'no-answer') return true;
  // A proxy or captive portal sends statuses too, but none from 600 on.
  return outcome.problem.type === 'http-status' && outcome.problem.status >= 600;
}
