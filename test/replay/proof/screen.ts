import { AlertNotifier } from '../../../src/app/alert-notifier.ts';
import { Overview } from '../../../src/app/overview.ts';
import { UserLanguage } from '../../../src/app/user-language.ts';
import type { AlertObserver, Onlooker } from '../../../src/demo/replay.ts';
import type { Notifier } from '../../../src/desktop/notifications/notifier.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredRegion } from '../../../src/storage/region-store.ts';

/** Computed once: it takes some milliseconds. */
const region = memoryDocument<StoredRegion | null>(null);

type Run = Parameters<NonNullable<Onlooker['started']>>[0];

/**
 * The notifications on the screen of a user who never dismisses any, on a desktop that keeps them. The app's own
 * notifier decides which those are; each run of the app begins with an empty screen.
 */
export class Screen implements AlertObserver {
  /** Alerts whose notification did not appear, or was closed at once. */
  readonly unseen: Alert[] = [];
  readonly #alertNotifier: AlertNotifier;
  readonly #isWanted: () => boolean;
  /** What each notification on the screen says, by its key. */
  readonly #shown = new Map<string, readonly Alert[]>();
  /** What is being shown at the moment. */
  #current: readonly Alert[] = [];
  /** What was shown since the last time it was looked at. */
  #fresh: (readonly Alert[])[] = [];

  constructor({ fleet, settings, clock }: Run) {
    const language = new UserLanguage(settings, region, {
      languages: () => ['en'],
      region: () => ({ time: null, numbers: null, clock: null }),
      formatsVersion: '1',
    });
    const links = createLinks({ origin: new URL('https://octoeverywhere.com'), appId: 'devtest' });
    const overview = new Overview({ fleet, links, language, clock, hasAccess: () => null });
    const window = { show: () => {} };
    const notifier = this.#desktop();
    this.#alertNotifier = new AlertNotifier({
      overview,
      fleet,
      notifier,
      stream: null,
      window,
      settings,
      language,
      clock,
    });
    this.#isWanted = () => settings.value().notifications;
  }

  notify(alerts: readonly Alert[]): void {
    this.#current = alerts;
    this.#alertNotifier.notify(alerts);
    if (this.#isWanted()) this.#fresh.push(alerts);
  }

  closeOver(kept: Parameters<AlertObserver['closeOver']>[0]): void {
    this.#alertNotifier.closeOver(kept);
    this.look();
  }

  /** Looks at the screen once everything that happened at the same time has been shown. */
  look(): void {
    for (const alerts of this.#fresh) this.unseen.push(...alerts.filter((alert) => !this.#isSeen(alert)));
    this.#fresh = [];
  }

  /** Whether it is on the screen; also when newer notifications about all of its printers have replaced it. */
  #isSeen(alert: Alert): boolean {
    if (this.#shown.get(keyOf(alert))?.includes(alert) === true) return true;
    const newer = [...this.#shown.values()].flat().filter(({ notification }) => notification > alert.notification);
    const isReplaced = (printer: string) => newer.some(({ printers }) => printers.includes(printer));
    return alert.printers.length > 0 && alert.printers.every(isReplaced);
  }

  #desktop(): Notifier {
    const shown = this.#shown;
    return {
      show: async (key) => {
        shown.set(key, this.#current);
        return true;
      },
      update: (key) => {
        if (!shown.has(key)) return false;
        shown.set(key, this.#current);
        return true;
      },
      close: (key) => void shown.delete(key),
      closeAll: () => shown.clear(),
    };
  }
}

function keyOf({ notification }: Alert): string {
  return `alert-${notification}`;
}
