import type { Alert } from '../domain/alerts/alert.ts';
import { glanceNetwork } from '../domain/network-sign-in.ts';
import type { PrintAlert, PrintAlertKind } from '../domain/print/print-alert.ts';
import type { PrintStateKind } from '../domain/print/print-status.ts';
import { currentPrintStatus, printGlance } from '../domain/print/shown-print.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type ShownStatus, shownStatus } from '../domain/shown-status.ts';
import type { Instant } from '../domain/time.ts';
import { glanceOf } from '../i18n/glance-text.ts';
import { messagesFor } from '../i18n/messages.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';
import type { Onlooker } from './replay.ts';

/** A line of what the user sees. Times are whole seconds of true time from the start, rounded up. */
export type SeenLine =
  | {
      readonly at: number;
      readonly alert: Alert['kind'] | PrintAlertKind;
      readonly printers: readonly string[];
      readonly since: number;
      /** The number of the notification; a later line with the same number updates it in place. */
      readonly notification: number;
    }
  | { readonly at: number; readonly glance: string; readonly stale: boolean }
  | {
      readonly at: number;
      readonly printer: string;
      readonly status: ShownStatus;
      readonly since: number;
      readonly stale: boolean;
    }
  | {
      readonly at: number;
      readonly printer: string;
      readonly print: PrintStateKind;
      /** Whole percent of the running print, and when it will be done; null when none is running or when unknown. */
      readonly progress: number | null;
      readonly finishAt: number | null;
    };

export type AlertLine = Extract<SeenLine, { alert: string }>;

/** What the user sees, over all runs of the app; prints a line for each change. */
export class SeenByUser {
  readonly #print: (line: SeenLine) => void;
  /** Returns the current time in seconds from the start. */
  readonly #now: () => number;
  /** Converts the app's server time to seconds from the start. */
  readonly #secondsOf: (at: Instant) => number;
  readonly #onlooker: Pick<Onlooker, 'glanced'>;
  #glance = '';
  #printers = new Map<PrinterId, string>();
  #prints = new Map<PrinterId, string>();
  /** Overall notification numbers, by those of the current run of the app. */
  #numbers = new Map<number, number>();
  #notifications = 0;

  constructor(
    print: (line: SeenLine) => void,
    now: () => number,
    secondsOf: (at: Instant) => number,
    onlooker: Pick<Onlooker, 'glanced'>,
  ) {
    this.#onlooker = onlooker;
    this.#print = print;
    this.#now = now;
    this.#secondsOf = secondsOf;
  }

  /** Prints one notification: an alert, or several that were held back during quiet time. */
  notified(alerts: readonly Alert[]): void {
    for (const { kind, printers, since, notification } of alerts) {
      this.#print({
        at: Math.ceil(this.#now()),
        alert: kind,
        printers,
        since: Math.ceil(this.#secondsOf(since)),
        notification: this.#numberOf(notification),
      });
    }
  }

  /** Prints one notification about prints. */
  notifiedOfPrint({ kind, printEvents, notification }: PrintAlert): void {
    this.#print({
      at: Math.ceil(this.#now()),
      alert: kind,
      printers: printEvents.map(({ printer }) => printer),
      since: Math.ceil(Math.min(...printEvents.map(({ since }) => this.#secondsOf(since)))),
      notification: this.#numberOf(notification),
    });
  }

  /** Prints changes of the fleet: printers first, then the icon that summarises them. */
  show(fleet: Fleet, changed: ReadonlySet<PrinterId>): void {
    for (const id of changed) {
      const member = fleet.get(id);
      if (member === undefined) {
        this.#printers.delete(id);
        this.#prints.delete(id);
      } else this.#showPrinter(member);
    }
    const printers = fleet.members().map((member) => ({ name: member.printer.name, ...shown(member) }));
    const glance = glanceOf(printers, glanceNetwork(fleet.network(), fleet.statuses()), messagesFor('en'));
    this.#onlooker.glanced?.(glance);
    const { state, stale } = glance;
    const key = `${state} ${stale}`;
    if (key !== this.#glance) this.#print({ at: Math.ceil(this.#now()), glance: state, stale });
    this.#glance = key;
  }

  /** The app quit: its icon is gone, and everything is shown again after the next start. */
  end(): void {
    this.#glance = '';
    this.#printers = new Map();
    this.#prints = new Map();
    this.#numbers = new Map();
  }

  #numberOf(notification: number): number {
    const known = this.#numbers.get(notification);
    if (known !== undefined) return known;
    this.#notifications += 1;
    this.#numbers.set(notification, this.#notifications);
    return this.#notifications;
  }

  #showPrinter(member: PrinterRecord): void {
    const { status, stale } = shown(member);
    const line = { printer: member.printer.id, status, since: Math.ceil(this.#secondsOf(member.status.since)), stale };
    const key = `${line.status} ${line.since} ${line.stale}`;
    if (key !== this.#printers.get(line.printer)) this.#print({ at: Math.ceil(this.#now()), ...line });
    this.#printers.set(line.printer, key);
    this.#showPrint(member);
  }

  #showPrint({ printer, status, print }: PrinterRecord): void {
    const { kind, progress, finishAt } = printGlance(currentPrintStatus(print, status), true);
    const finish = finishAt === null ? null : Math.ceil(this.#secondsOf(finishAt));
    const line = { printer: printer.id, print: kind, progress, finishAt: finish };
    const before = this.#prints.get(printer.id);
    const key = `${kind} ${progress} ${finish}`;
    if (key === before || (before === undefined && kind === 'unknown')) return;
    this.#prints.set(printer.id, key);
    this.#print({ at: Math.ceil(this.#now()), ...line });
  }
}

function shown({ printer, status }: PrinterRecord): { readonly status: ShownStatus; readonly stale: boolean } {
  const kind = shownStatus(printer, status);
  return { status: kind, stale: kind !== 'off' && status.stale };
}
