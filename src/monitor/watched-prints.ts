import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import { isStale } from '../domain/shown-status.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import type { Alerting } from './alerting.ts';
import type { Fleet, PrinterRecord } from './fleet.ts';
import type { MonitorPorts, PrintPorts } from './ports.ts';
import type { InfoLanes } from './print-lanes.ts';
import { type PrintMember, PrintWatch } from './print-watch.ts';
import type { ServerClock } from './server-clock.ts';

/** A print that merely goes on is kept this often. */
const keepProgress: Milliseconds = 10 * MINUTE;

export interface WatchedPrintsParts {
  readonly fleet: Fleet;
  readonly ports: Pick<MonitorPorts, 'clock' | 'rules'>;
  readonly prints: PrintPorts;
  readonly alerting: Pick<Alerting, 'printBudget' | 'printsShown'>;
  readonly clock: Pick<ServerClock, 'now' | 'elapsedAt'>;
  /** With the end of times without notifications in server time. */
  readonly policy: () => NotificationPolicy;
  /** An answer came: what it calls for is looked at. */
  readonly answered: () => void;
}

/** Joins the watch over prints with the fleet: what is asked comes from its connections, and what is known goes into it. */
export class WatchedPrints {
  readonly #parts: WatchedPrintsParts;
  readonly #watch: PrintWatch;
  /** How often each printer was found connected after it was not, and whether it is. */
  readonly #found = new Map<PrinterId, { readonly times: number; readonly isThere: boolean }>();
  #keptAt: Instant = 0;

  constructor(parts: WatchedPrintsParts) {
    const { ports, prints, alerting, clock } = parts;
    this.#parts = parts;
    this.#watch = new PrintWatch(
      {
        clock: ports.clock,
        now: () => clock.now(),
        random: () => prints.random(),
        rules: () => ports.rules(),
        askPrint: (printer, signal) => prints.ask(printer, signal),
        policy: () => {
          const { muted, off, oftenOff, quietUntil } = parts.policy();
          return { kinds: prints.kinds(), muted, off, oftenOff, quietUntil };
        },
        budget: () => alerting.printBudget(),
        show: (alerts) => {
          alerting.printsShown(alerts, clock.now(), ports.rules());
          this.#keep();
          for (const alert of alerts) prints.show(alert);
        },
        changed: (printer) => this.#changed(printer),
        answered: parts.answered,
      },
      prints.kept,
    );
  }

  /** What is known of a printer's prints; null when it was never asked and nothing was kept. */
  status(id: PrinterId): PrintStatus | null {
    return this.#watch.status(id);
  }

  /** Shows what is due and asks who is. Returns when to look again (running time). */
  turn(info: InfoLanes): Milliseconds {
    const { fleet, prints, clock } = this.#parts;
    const isWindowOpen = prints.isWindowOpen();
    const members = fleet.members().map(
      (member): PrintMember => ({
        id: member.printer.id,
        connection: this.#connectionOf(member),
        isWatched: prints.isWatched(member.printer.id),
        isWindowOpen,
        infoNotBefore: member.pace.notBefore,
      }),
    );
    return this.#watch.turn(members, info, (at) => clock.elapsedAt(at));
  }

  /** The computer slept for `slept` ms, or its network was gone. */
  interrupt(slept: Milliseconds): void {
    this.#watch.interrupt(slept);
  }

  /** Forgets what is known of a printer's prints: it was removed, connected anew, or is not to be watched any more. */
  forget(id: PrinterId): void {
    this.#watch.forget(id);
    this.#found.delete(id);
    this.#parts.fleet.update(id, (member) => (member.print === null ? member : { ...member, print: null }));
    this.#keep();
  }

  /** Hands on all that is to be kept: the app ends. */
  keepAll(): void {
    this.#keep();
  }

  #changed(id: PrinterId): void {
    const before = this.#parts.fleet.get(id)?.print ?? null;
    const print = this.#watch.status(id);
    this.#parts.fleet.update(id, (member) => ({ ...member, print }));
    const isNews = before?.kind !== print?.kind || before?.print?.seenAt !== print?.print?.seenAt;
    if (isNews || this.#parts.clock.now() - this.#keptAt >= keepProgress) this.#keep();
  }

  #keep(): void {
    this.#keptAt = this.#parts.clock.now();
    this.#parts.prints.keep(this.#watch.kept());
  }

  /**
   * Names a connection as OctoEverywhere knows it: it is another one after each reconnection, and each time that its printer
   * was something else than connected, such as without perks. Null while it is, or nothing says that it is connected still.
   */
  #connectionOf({ printer, status, info }: PrinterRecord): string | null {
    const isThere = status.kind === 'online' && !isStale(status);
    const before = this.#found.get(printer.id) ?? { times: 0, isThere: false };
    const times = before.times + (isThere && !before.isThere ? 1 : 0);
    if (isThere !== before.isThere) this.#found.set(printer.id, { times, isThere });
    return isThere ? `${times} ${info?.lastConnectedAt ?? 0}` : null;
  }
}
