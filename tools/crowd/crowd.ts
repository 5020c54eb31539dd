import { seededRandom } from '../../src/demo/seeded-random.ts';
import { intervalsFor } from '../../src/domain/intervals.ts';
import { unrestrictedPolicy } from '../../src/domain/notification-policy.ts';
import { type Answered, outcomeAlone } from '../../src/domain/outcome.ts';
import { newPrinter, type PrinterId } from '../../src/domain/printer.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { DAY, MINUTE, type Milliseconds, SECOND } from '../../src/domain/time.ts';
import { Fleet } from '../../src/monitor/fleet.ts';
import { Monitor } from '../../src/monitor/monitor.ts';
import { info } from '../../test/support/domain/statuses.ts';
import { Agenda } from './agenda.ts';

/** How OctoEverywhere treats requests. */
export type Service = 'ok' | 'silent' | 'too-many' | 'too-many-for-two-minutes' | 'closed';

export interface CrowdOptions {
  readonly installations: number;
  readonly seed: number;
}

const epoch = Date.UTC(2026, 5, 1);
const mostPrinters = 20;
const intervals = intervalsFor(defaultSettings, null);

const online = info({ lastConnectedAt: epoch - 7 * DAY, lastDisconnectedAt: epoch - 7 * DAY - MINUTE });

/** A printer that has been connected for a week and stays connected. */
const connected: Omit<Answered, 'serverDate'> = {
  outcome: { kind: 'answered', info: online },
  retryAfterSeconds: null,
};

/** One that was connected for a week and 20 min, until everybody had started. */
const switchedOff: Omit<Answered, 'serverDate'> = {
  outcome: { kind: 'answered', info: { ...online, isOnline: false, lastDisconnectedAt: epoch + 20 * MINUTE } },
  retryAfterSeconds: null,
};

/** Many installations, each the real monitor with 1–20 printers, and the one service they all poll. */
export class Crowd {
  readonly agenda = new Agenda();
  /** Requests that reached OctoEverywhere in each second since the start. */
  readonly perSecond: number[] = [];
  printers = 0;
  service: Service = 'ok';
  /** Until when a closed service asks to wait, from the start of the simulation. */
  opensAt: Milliseconds = 0;
  /** When everybody's quiet hours end, from the start of the simulation; null for no quiet hours. */
  quietUntil: Milliseconds | null = null;
  /** Whether the first printer of each installation is switched off, which is about a tenth of all. */
  isTenthOff = false;
  readonly #random: () => number;
  /** Whether each installation is cut off from its network. */
  readonly #isCutOff: boolean[] = [];

  constructor({ installations, seed }: CrowdOptions, startedWithin: (index: number) => Milliseconds) {
    this.#random = seededRandom(seed);
    for (let index = 0; index < installations; index += 1) {
      this.#isCutOff.push(false);
      const monitor = this.#install(index);
      this.agenda.plan(startedWithin(index), () => monitor.start());
    }
  }

  /** Takes the networks of a share (0–1) of all installations down or up. */
  cutOff(share: number, isCutOff: boolean): void {
    for (let index = 0; index < share * this.#isCutOff.length; index += 1) this.#isCutOff[index] = isCutOff;
  }

  /** 0–1. */
  random(): number {
    return this.#random();
  }

  #install(index: number): Monitor {
    const { agenda } = this;
    const fleet = new Fleet();
    let callOff = () => {};
    const monitor = new Monitor(fleet, {
      clock: { now: () => epoch + agenda.now, elapsed: () => agenda.now, sinceBoot: () => agenda.now },
      timer: {
        set: (delay, run) => {
          callOff();
          callOff = agenda.plan(agenda.now + delay, run);
        },
        clear: () => callOff(),
      },
      random: this.#random,
      network: () => (this.#isCutOff[index] ? 'down' : 'up'),
      intervals: () => intervals,
      policy: () => ({
        ...unrestrictedPolicy,
        quietUntil: this.quietUntil === null ? null : epoch + this.quietUntil,
        isTimeOfDay: true,
      }),
      show: () => {},
      alertsChanged: () => {},
      ask: (id) => this.#ask(index, id),
      prints: null,
    });
    const printers = 1 + Math.floor(this.#random() * mostPrinters);
    this.printers += printers;
    for (let number = 0; number < printers; number += 1) {
      const id = `${index}-${number}`;
      monitor.watch(newPrinter(id, id, epoch), null);
    }
    return monitor;
  }

  #ask(index: number, id: PrinterId): Promise<Answered> {
    const took = 100 + 300 * this.#random();
    return new Promise((resolve) => {
      if (this.#isCutOff[index]) {
        this.agenda.plan(this.agenda.now + 5, () => resolve(noNetwork));
        return;
      }
      const second = Math.floor(this.agenda.now / SECOND);
      this.perSecond[second] = (this.perSecond[second] ?? 0) + 1;
      const response = this.#answer(id);
      this.agenda.plan(this.agenda.now + took, () => resolve(response));
    });
  }

  #answer(id: PrinterId): Answered {
    const serverDate = Math.floor((epoch + this.agenda.now) / SECOND) * SECOND;
    switch (this.service) {
      case 'ok':
        return { ...(this.isTenthOff && id.endsWith('-0') ? switchedOff : connected), serverDate };
      case 'silent':
        return { ...refused(503), serverDate: null };
      case 'too-many':
        return { ...refused(429), serverDate: null };
      case 'too-many-for-two-minutes':
        return { ...refused(429), serverDate: null, retryAfterSeconds: 120 };
      case 'closed': {
        // A date, which read-response.ts turns into whole seconds.
        const retryAfterSeconds = Math.ceil((this.opensAt - this.agenda.now) / SECOND);
        return { ...refused(503), serverDate, retryAfterSeconds };
      }
    }
  }
}

function refused(status: number): Answered {
  return outcomeAlone({ kind: 'no-answer', problem: { type: 'http-status', status } });
}

const noNetwork = outcomeAlone({ kind: 'no-answer', problem: { type: 'network', cause: 'no-network' } });
