import type { TrayIcon } from '../desktop/tray/tray.ts';
import { trayMenu } from '../desktop/tray/tray-menu.ts';
import { sameInTray, type TrayPrinter } from '../desktop/tray/tray-printer.ts';
import { progressOf } from '../domain/print/print-progress.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds, Timer } from '../domain/time.ts';
import { doNotDisturbText } from '../i18n/do-not-disturb-text.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { Overview } from './overview.ts';
import type { UserLanguage } from './user-language.ts';

/**
 * From this number of printers on, changes are shown at most this often: every response of a first round through
 * thousands of printers changes the tray, and working out what it shows takes time for each of them.
 */
const many = { printers: 24, interval: 250 satisfies Milliseconds } as const;

export interface TrayPresenterParts {
  readonly overview: Overview;
  readonly fleet: Fleet;
  readonly tray: TrayIcon;
  readonly quiet: Pick<DoNotDisturb, 'quiet'>;
  readonly language: UserLanguage;
  readonly settings: Pick<SettingsStore, 'value'>;
  readonly demo: boolean;
  readonly timer: Timer;
}

/** Shows the fleet in the tray: icon, tooltip and menu. */
export class TrayPresenter {
  readonly #parts: TrayPresenterParts;
  #shown: ReadonlyMap<PrinterId, TrayPrinter> = new Map();
  /** Everything the tray shows apart from the printers; empty before the first update. */
  #shownAround = '';
  /** The last change was shown less than an interval ago. */
  #isPausing = false;
  #hasMissedChange = false;

  constructor(parts: TrayPresenterParts) {
    this.#parts = parts;
    parts.fleet.subscribe((changed) => this.#showChanges(changed));
    parts.tray.onDisplaysChanged(() => this.show());
  }

  /** Updates the tray; unchanged parts are not set again. */
  show(): void {
    const { overview, tray, quiet, language, settings } = this.#parts;
    const printers = overview.printers();
    this.#shownAround = this.#around();
    this.#shown = new Map(printers.map((printer) => [printer.id, printer]));
    const content = { remarks: this.#remarks(), printers, quiet: quiet.quiet()?.why ?? null };
    const menu = trayMenu(content, tray.menuRows(), language.messages());
    const { progressInTray, colourInMenuBar } = settings.value();
    const { state, stale, tooltip, lead } = overview.glance(printers);
    const progress = progressInTray && lead !== null ? progressOf(lead) : null;
    tray.show({ state, stale, progress, tooltip }, menu, colourInMenuBar);
  }

  /** Most responses change nothing in the tray; finding that out must be cheap even with many printers. */
  #showChanges(changed: ReadonlySet<PrinterId>): void {
    const { fleet, overview } = this.#parts;
    const hasChanged = [...changed].some((id) => {
      const member = fleet.get(id);
      const before = this.#shown.get(id);
      return member === undefined || before === undefined || !sameInTray(before, overview.printer(member));
    });
    // Moving printers marks all of them as changed.
    const mayBeMoved = changed.size > 1 && changed.size === this.#shown.size;
    if (hasChanged || mayBeMoved || this.#around() !== this.#shownAround) this.#showSoon();
  }

  #showSoon(): void {
    if (this.#isPausing) {
      this.#hasMissedChange = true;
      return;
    }
    this.show();
    if (this.#parts.fleet.size() < many.printers) return;
    this.#isPausing = true;
    this.#parts.timer.set(many.interval, () => {
      this.#isPausing = false;
      if (!this.#hasMissedChange) return;
      this.#hasMissedChange = false;
      this.#showSoon();
    });
  }

  /** The lines above the printers in the menu. */
  #remarks(): readonly string[] {
    const { overview, fleet, demo, quiet, language } = this.#parts;
    const { tray, glance } = language.messages();
    const remarks = demo ? [tray.demo] : [];
    if (fleet.size() === 0) remarks.push(glance.noPrinters);
    else if (overview.network() === 'down') remarks.push(glance.computerOffline);
    else if (overview.network() === 'sign-in') remarks.push(glance.networkSignIn);
    const now = quiet.quiet();
    if (now !== null) remarks.push(doNotDisturbText(now, (at) => overview.momentText(at), language.messages()));
    return remarks;
  }

  #around(): string {
    const { overview, quiet, language } = this.#parts;
    return JSON.stringify([this.#remarks(), quiet.quiet()?.why, overview.network(), language.current()]);
  }
}
