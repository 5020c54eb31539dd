import type { PollOutcome } from '../domain/outcome.ts';
import type { Clock, Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** One failed request alone says nothing. */
const failuresToDoubt = 2;

/** In polls: with many printers some fail while others answer. A poll lasts 5 % longer at most, an answer takes its time. */
const silenceToDoubt = 1.25;

type BeliefPorts = Pick<MonitorPorts, 'network' | 'rules'> & { readonly clock: Pick<Clock, 'elapsed'> };

/**
 * Whether this computer has a network. What the system says is a hint: with a tunnel as its only interface Chromium
 * calls a computer offline that is not. So while it says "offline" one printer is still asked now and then, and an answer
 * overrules it for as long as answers keep coming. The other way round nothing is concluded: a system that says "online"
 * with nobody in reach is a matter of failed requests.
 */
export class NetworkBelief {
  readonly #ports: BeliefPorts;
  /** What the system said last; null before the first look. */
  #hint: 'up' | 'down' | null = null;
  /** Running time of the last answer while the system said "offline"; null when there was none since it says so. */
  #answeredAt: Milliseconds | null = null;
  /** Failed requests since that answer. */
  #failures = 0;
  /** Running time from which on the next trial may be made. */
  #trialAt: Milliseconds = 0;

  constructor(ports: BeliefPorts) {
    this.#ports = ports;
  }

  state(): 'up' | 'down' {
    const hint = this.#ports.network();
    if (hint === 'up') this.#answeredAt = null;
    // An interface that has just gone may be followed by another.
    else if (this.#hint === 'up') {
      this.#trialAt = Math.max(this.#trialAt, this.#ports.clock.elapsed() + this.#ports.rules().settle);
    }
    this.#hint = hint;
    return hint === 'up' || this.#answersKeepComing() ? 'up' : 'down';
  }

  /** Takes note of what came of a request. */
  heard(outcome: PollOutcome): void {
    if (cameFromService(outcome)) {
      this.#failures = 0;
      if (this.#hint === 'down') this.#answeredAt = this.#ports.clock.elapsed();
    } else if (outcome.kind === 'no-answer' && outcome.problem.type !== 'keychain') {
      this.#failures += 1;
    }
  }

  /** Milliseconds until the next trial: a request that is made although there seems to be no network. */
  trialIn(): Milliseconds {
    return Math.max(0, this.#trialAt - this.#ports.clock.elapsed());
  }

  /** A trial begins. */
  tried(): void {
    this.#trialAt = this.#ports.clock.elapsed() + this.#ports.rules().offlineTrial;
  }

  #answersKeepComing(): boolean {
    if (this.#answeredAt === null) return false;
    const silence = this.#ports.clock.elapsed() - this.#answeredAt;
    return this.#failures < failuresToDoubt || silence < silenceToDoubt * this.#ports.rules().poll;
  }
}

/** Whether an outcome shows that OctoEverywhere was reached; what it said does not matter. */
export function cameFromService(outcome: PollOutcome): boolean {
  if (outcome.kind === 'token-lost') return false;
  if (outcome.kind !== 'no-answer') return true;
  // A proxy or a portal on the way has statuses as well, but none from 600 on.
  return outcome.problem.type === 'http-status' && outcome.problem.status >= 600;
}
