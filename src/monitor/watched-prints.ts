import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { PrintAction } from '../domain/print/print-action.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { Alerting } from './alerting.ts';
import type { Fleet, PrinterRecord, TouchedPrinters } from './fleet.ts';
import type { MonitorPorts, PrintPorts } from './ports.ts';
import { type ConnectionPoll, unknownPoll } from './print-beside-poll.ts';
import type { InfoLanes } from './print-lanes.ts';
import { PrintWatch } from './print-watch.ts';
import type { ServerClock } from './server-clock.ts';

/** How long to collect changes before saving, because many printers change often. */
const keepWithin = { news: SECOND, sighting: MINUTE, progress: 10 * MINUTE } as const;

/**
 * With more printers than this, prints are not checked along with the polls of the connections: the app is awake most
 * of the time anyway, and at times both would need more than the six lanes.
 */
const mostSharing = 10;

/** Slower polls take lanes for so long that the checks sent along would have to give way to other polls. */
const promptly = SECOND;

export interface WatchedPrintsParts {
  readonly fleet: Fleet;
  readonly ports: Pick<MonitorPorts, 'clock' | 'intervals'>;
  readonly prints: PrintPorts;
  readonly alerting: Pick<Alerting, 'lastNotification' | 'printsShown'>;
  readonly clock: Pick<ServerClock, 'now' | 'elapsedAt'>;
  /** With the end of quiet time in server time. */
  readonly policy: () => NotificationPolicy;
  /** Called after a response: the monitor takes its turn. */
  readonly answered: () => void;
}

/** Connects the print watch to the fleet: reads connections from it, and writes print statuses into it. */
export class WatchedPrints {
  readonly #parts: WatchedPrintsParts;
  readonly #watch: PrintWatch;
  readonly #touched: TouchedPrinters;
  /** How often each printer has connected after it was not connected, and whether it is connected. */
  readonly #found = new Map<PrinterId, { readonly times: number; readonly isThere: boolean }>();
  /** When everything was last saved, running time. */
  #keptAt: Milliseconds = Number.NEGATIVE_INFINITY;
  /** When changes have to be saved at the latest, running time; null when there are none. */
  #keepBy: Milliseconds | null = null;

  constructor(parts: WatchedPrintsParts) {
    const { ports, prints, alerting, clock } = parts;
    this.#parts = parts;
    this.#touched = parts.fleet.noteTouched();
    this.#watch = new PrintWatch(
      {
        clock: ports.clock,
        now: () => clock.now(),
        random: () => prints.random(),
        intervals: () => ports.intervals(),
        askPrint: (printer, signal) => prints.ask(printer, signal),
        policy: () => {
          const { muted, off, oftenOff, quietUntil, isTimeOfDay } = parts.policy();
          return { kinds: prints.kinds(), muted, off, oftenOff, quietUntil, isTimeOfDay };
        },
        lastNotification: () => alerting.lastNotification(),
        show: (alerts) => {
          alerting.printsShown(alerts);
          this.#keep();
          for (const alert of alerts) prints.show(alert);
        },
        changed: (printer) => this.#changed(printer),
        answered: parts.answered,
      },
      prints.kept,
    );
  }

  /** Returns the status of a printer's prints; null when it was never checked and nothing was saved. */
  status(id: PrinterId): PrintStatus | null {
    return this.#watch.status(id);
  }

  /** Shows due notifications and checks due printers. Returns when to run again (running time). */
  turn(info: InfoLanes): Milliseconds {
    const { fleet, prints, clock } = this.#parts;
    const touched = this.#touched.take();
    let isWatched = false;
    for (const id of touched) {
      this.#countConnections(id);
      isWatched ||= prints.isWatched(id);
    }
    this.#keepIfDue();
    // While no print is watched, there is nothing to do.
    if (!isWatched && this.#watch.isIdle()) return Number.POSITIVE_INFINITY;
    return this.#watch.turn({
      member: (id) => {
        const member = fleet.get(id);
        if (member === undefined) return null;
        return {
          connection: this.#connectionOf(id),
          isWatched: prints.isWatched(id),
          infoRetryWait: member.pollState.retryWait,
          connectionPoll: this.#connectionPollOf(member),
        };
      },
      touched,
      all: () => fleet.members().map(({ printer }) => printer.id),
      isWindowOpen: prints.isWindowOpen(),
      info,
      elapsedAt: (at) => clock.elapsedAt(at),
    });
  }

  /** The settings may have changed. */
  settingsChanged(): void {
    this.#watch.settingsChanged();
  }

  /** The computer slept for `slept` ms, or had no network. */
  interrupt(slept: Milliseconds): void {
    this.#watch.interrupt(slept);
  }

  /** The user has controlled a printer's print in this app, see {@link PrintWatch.actedOn}. */
  actedOn(id: PrinterId, action: PrintAction | 'not-done'): void {
    this.#watch.actedOn(id, action);
  }

  /** Drops a printer's prints: it was removed or reconnected, or its prints are no longer watched. */
  forget(id: PrinterId): void {
    this.#watch.forget(id);
    this.#found.delete(id);
    this.#parts.fleet.update(id, (member) => (member.print === null ? member : { ...member, print: null }));
    this.#keep();
  }

  /** Saves everything; used on quit. */
  keepAll(): void {
    this.#keep();
  }

  #connectionPollOf({ pollState, nextCheckAt }: PrinterRecord): ConnectionPoll {
    const { requestedAt, took, retryWait } = pollState;
    // After each poll, a Retry-After would hold back the check too.
    if (this.#parts.fleet.size() > mostSharing || took > promptly || retryWait !== null) return unknownPoll;
    const next = nextCheckAt === null ? null : this.#parts.clock.elapsedAt(nextCheckAt);
    return { last: requestedAt, next };
  }

  #changed(id: PrinterId): void {
    const before = this.#parts.fleet.get(id)?.print ?? null;
    const print = this.#watch.status(id);
    this.#parts.fleet.update(id, (member) => ({ ...member, print }));
    const hasChanged = before?.print?.seenAt !== print?.print?.seenAt || before?.print?.ended !== print?.print?.ended;
    const by = this.#keptAt + keepWithin[hasChanged ? 'news' : before === null ? 'sighting' : 'progress'];
    this.#keepBy = Math.min(by, this.#keepBy ?? by);
    this.#keepIfDue();
  }

  #keepIfDue(): void {
    if (this.#keepBy !== null && this.#parts.ports.clock.elapsed() >= this.#keepBy) this.#keep();
  }

  #keep(): void {
    this.#keepBy = null;
    this.#keptAt = this.#parts.ports.clock.elapsed();
    this.#parts.prints.keep(this.#watch.kept());
  }

  /** Counts how often a printer has connected after any other status, such as missing perks. */
  #countConnections(id: PrinterId): void {
    const status = this.#parts.fleet.get(id)?.status;
    const isThere = status !== undefined && status.kind === 'online' && !status.stale;
    const before = this.#found.get(id) ?? { times: 0, isThere: false };
    if (isThere === before.isThere) return;
    this.#found.set(id, { times: before.times + (isThere ? 1 : 0), isThere });
  }

  /**
   * Returns an identifier of the current connection, which changes with each reconnection and whenever its printer was
   * not connected in between. Null while it is not connected, or while that is not confirmed.
   */
  #connectionOf(id: PrinterId): string | null {
    this.#countConnections(id);
    const found = this.#found.get(id);
    return found?.isThere === true ? `${found.times} ${this.#parts.fleet.get(id)?.info?.lastConnectedAt ?? 0}` : null;
  }
}
