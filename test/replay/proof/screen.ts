import { AlertNotifier } from '../../../src/app/alert-notifier.ts';
import { Overview } from '../../../src/app/overview.ts';
import { UserLanguage } from '../../../src/app/user-language.ts';
import type { AlertObserver, Onlooker } from '../../../src/demo/replay.ts';
import type { Notifier } from '../../../src/desktop/notifications/notifier.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { isStanding, type KeptAlertState } from '../../../src/domain/alerts/alert-state.ts';
import { isEnd } from '../../../src/domain/alerts/candidates.ts';
import type { PrinterId } from '../../../src/domain/printer.ts';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredRegion } from '../../../src/storage/region-store.ts';

/** What stays on the screen is still there later: looking for it each time would take longer than all the rest. */
const eachTimes = 50;

/** Computed once: it takes some milliseconds. */
const region = memoryDocument<StoredRegion | null>(null);

interface Shown {
  readonly alerts: readonly Alert[];
  readonly order: number;
  readonly text: string;
}

type Run = Parameters<NonNullable<Onlooker['started']>>[0];

/**
 * The notifications on the screen of a user who never dismisses any, on a desktop that keeps them. The app's own
 * notifier decides which those are; each run of the app begins with an empty screen.
 */
export class Screen implements AlertObserver {
  /** Alerts whose notification did not appear, or was closed at once. */
  readonly unseen: Alert[] = [];
  /** Problems that were over while the newest notification of their printer still reported them. */
  readonly stale: Alert[] = [];
  readonly #alertNotifier: AlertNotifier;
  readonly #isWanted: () => boolean;
  /** What each notification on the screen says, by its key, and when it said so, counted in notifications. */
  readonly #shown = new Map<string, Shown>();
  /** What is being shown at the moment. */
  #current: readonly Alert[] = [];
  #order = 0;
  /** What was shown since the last time it was looked at, as far as it has to be on the screen. */
  #fresh: { readonly alerts: readonly Alert[]; readonly order: number }[] = [];
  #kept: KeptAlertState | null = null;
  #times = 0;
  /** The last notification that said something about each printer. */
  readonly #last = new Map<PrinterId, number>();

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
    this.#order += 1;
    const due = alerts.filter((alert) => this.#isDue(alert));
    this.#alertNotifier.notify(alerts);
    if (!this.#isWanted()) return;
    this.#fresh.push({ alerts: due, order: this.#order });
    for (const { printers, notification } of due) for (const id of printers) this.#last.set(id, notification);
  }

  /** Whether it has to be on the screen: an end that may cause no notification only if its beginning still is. */
  #isDue({ printers, news, notification }: Alert): boolean {
    return news.length > 0 || printers.length === 0 || printers.some((id) => this.#last.get(id) === notification);
  }

  closeOver(kept: KeptAlertState): void {
    this.#alertNotifier.closeOver(kept);
    this.#lookForNews();
    this.#kept = kept;
    this.#times += 1;
    if (this.#times % eachTimes === 0) this.#lookForStale();
  }

  /** The texts of the notifications on the screen. */
  texts(): readonly string[] {
    return [...this.#shown.values()].map(({ text }) => text);
  }

  /** Looks at the screen at the end of the run. */
  end(): void {
    this.#lookForNews();
    this.#lookForStale();
  }

  /** Once everything that happened at the same time has been shown. */
  #lookForNews(): void {
    for (const { alerts, order } of this.#fresh)
      this.unseen.push(...alerts.filter((alert) => !this.#isSeen(alert) && !this.#isReplaced(newsOf(alert), order)));
    this.#fresh = [];
  }

  #lookForStale(): void {
    const kept = this.#kept;
    if (kept === null) return;
    for (const { alerts, order } of this.#shown.values())
      this.stale.push(...alerts.filter((alert) => isOver(alert, kept) && !this.#isReplaced(alert.printers, order)));
  }

  #isSeen(alert: Alert): boolean {
    return this.#shown.get(keyOf(alert))?.alerts.includes(alert) === true;
  }

  /** Whether notifications that came later say something about all of these printers. */
  #isReplaced(printers: readonly PrinterId[], order: number): boolean {
    const later = [...this.#shown.values()].filter((one) => one.order > order).flatMap(({ alerts }) => alerts);
    return printers.length > 0 && printers.every((id) => later.some((alert) => alert.printers.includes(id)));
  }

  #desktop(): Notifier {
    const shown = this.#shown;
    return {
      show: async (key, { title, body }) => {
        shown.set(key, { alerts: this.#current, order: this.#order, text: `${title}: ${body}` });
        return true;
      },
      update: (key, { title, body }) => {
        if (!shown.has(key)) return false;
        shown.set(key, { alerts: this.#current, order: this.#order, text: `${title}: ${body}` });
        return true;
      },
      close: (key) => void shown.delete(key),
      closeAll: () => shown.clear(),
    };
  }
}

/** Whether an alert reports a problem that none of its printers has any more. */
function isOver({ kind, printers }: Alert, kept: KeptAlertState): boolean {
  if (kind === 'service-unreachable') return !kept.serviceUnreachable;
  if (kind === 'service-reachable' || isEnd(kind)) return false;
  return printers.every((id) => {
    const { open = {}, unstable = null, repeated = null } = kept.printers[id] ?? {};
    const isRepeating = repeated !== null && isStanding(repeated);
    return Object.keys(open).length === 0 && unstable === null && !isRepeating;
  });
}

function newsOf({ news, printers }: Alert): readonly PrinterId[] {
  return news.length > 0 ? news : printers;
}

function keyOf({ notification }: Alert): string {
  return `alert-${notification}`;
}
