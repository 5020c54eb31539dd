import { PrintNotifier } from '../../../src/app/print-notifier.ts';
import { type AlertObserver, epoch, type Onlooker } from '../../../src/demo/replay.ts';
import type { Notifier } from '../../../src/desktop/notifications/notifier.ts';
import type { PrintAlert, PrintAlertKind } from '../../../src/domain/print/print-alert.ts';
import { SECOND } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

/** How long a notification about one printer's print was on the screen, in seconds from the start. */
export interface SeenPrintNotification {
  readonly kind: PrintAlertKind;
  readonly printer: string;
  readonly from: number;
  readonly to: number;
  /** Whether it went because the app ended. */
  readonly endedWithApp: boolean;
}

type Run = Parameters<NonNullable<Onlooker['started']>>[0];

/**
 * The notifications about prints on the screen of a user who never dismisses any. The app's own notifier decides which
 * those are.
 */
export class PrintScreen implements AlertObserver {
  readonly seen: SeenPrintNotification[] = [];
  readonly #notifier: PrintNotifier;
  readonly #seconds: () => number;
  /** By the key of each notification: what it is about, and since when it has been there. */
  readonly #shown = new Map<string, Omit<SeenPrintNotification, 'to' | 'endedWithApp'>>();
  /** What each notification is about, by its key. */
  readonly #about = new Map<string, Pick<SeenPrintNotification, 'kind' | 'printer'>>();

  constructor({ fleet, settings, clock }: Run) {
    this.#seconds = () => (clock.now() - epoch) / SECOND;
    const parts = {
      fleet,
      settings,
      clock,
      notifier: this.#desktop(),
      overview: { names: (ids: readonly string[]) => ids, momentText: () => '' },
      stream: null,
      window: { show: () => {} },
      language: { messages: () => messagesFor('en') },
      webcams: { forNotification: async () => null },
      pictures: { keep: async () => null },
      quiet: { isSilent: () => false },
    };
    this.#notifier = new PrintNotifier(parts as never);
  }

  notify(): void {}

  closeOver(): void {}

  notifyOfPrint(alert: PrintAlert): void {
    const [only] = alert.printEvents;
    if (only !== undefined && alert.printEvents.length === 1)
      this.#about.set(`alert-${alert.notification}`, { kind: alert.kind, printer: only.printer });
    this.#notifier.notify(alert);
  }

  /** The app has ended, and its screen with it. */
  end(): void {
    for (const key of [...this.#shown.keys()]) this.#close(key, true);
  }

  #desktop(): Notifier {
    return {
      show: async (key) => {
        const about = this.#about.get(key);
        if (about !== undefined) this.#shown.set(key, { ...about, from: this.#seconds() });
        return true;
      },
      update: (key) => this.#shown.has(key),
      close: (key) => this.#close(key, false),
      closeAll: () => this.end(),
    };
  }

  #close(key: string, endedWithApp: boolean): void {
    const shown = this.#shown.get(key);
    if (shown !== undefined) this.seen.push({ ...shown, to: this.#seconds(), endedWithApp });
    this.#shown.delete(key);
  }
}
