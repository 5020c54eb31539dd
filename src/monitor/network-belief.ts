import type { PollOutcome } from '../domain/outcome.ts';
import type { Clock, Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** A single failed request says nothing. */
const failuresUntilSuspected = 2;

/** In polls, because with many printers some fail while others respond. Allows for jitter (5 %) and response time. */
const silenceUntilSuspected = 1.25;

type BeliefPorts = Pick<MonitorPorts, 'network' | 'intervals'> & { readonly clock: Pick<Clock, 'elapsed'> };

/**
 * Decides whether this computer has a network. The system's state is only a hint: with a tunnel as the only interface,
 * Chromium reports a working computer as offline. So while it reports "offline", one printer is still checked now and
 * then, and a response overrules the hint for as long as responses keep arriving. The reverse is not concluded: if the
 * system reports "online" but nothing is reachable, requests simply fail.
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
  #trialAt: Milliseconds = 0;

  constructor(ports: BeliefPorts) {
    this.#ports = ports;
  }

  state(): 'up' | 'down' {
    const hint = this.#ports.network();
    if (hint === 'up') this.#answeredAt = null;
    // Another interface may replace the one that has just gone.
    else if (this.#hint === 'up') {
      this.#trialAt = Math.max(this.#trialAt, this.#ports.clock.elapsed() + this.#ports.intervals().settleTime);
    }
    this.#hint = hint;
    return hint === 'up' || this.#answersKeepComing() ? 'up' : 'down';
  }

  /** Takes the outcome of a request into account. */
  heard(outcome: PollOutcome): void {
    if (cameFromService(outcome)) {
      this.#failures = 0;
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
