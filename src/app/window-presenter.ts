import type { SignInFlow } from '../connections/sign-in-flow.ts';
import type { Notice, Snapshot, SnapshotChange } from '../contract/contract.ts';
import type { PrinterView } from '../contract/printer-view.ts';
import type { MenuEntry } from '../desktop/integration/menu-entry.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { Clock } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { UpdateWatch } from '../updates/update-watch.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { FirstSteps } from './first-steps.ts';
import { isAnswerable, type KeychainStatus } from './keychain-status.ts';
import type { Notices } from './notices.ts';
import type { Overview } from './overview.ts';
import type { UserLanguage } from './user-language.ts';

/** Minimum time between two updates of the window, in milliseconds; the eye sees no difference. */
const shortestGap = 50;

export interface WindowPresenterParts {
  readonly overview: Overview;
  readonly fleet: Fleet;
  readonly window: Pick<AppWindow, 'isOpen' | 'push'>;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly keychainStatus: Pick<KeychainStatus, 'why' | 'onChange'>;
  readonly signIn: Pick<SignInFlow, 'view' | 'onChange'>;
  readonly firstSteps: Pick<FirstSteps, 'view' | 'onChange'>;
  /** Null if this installation doesn't update from releases. */
  readonly updates: Pick<UpdateWatch, 'state' | 'onChange'> | null;
  readonly quiet: Pick<DoNotDisturb, 'quiet'>;
  readonly language: UserLanguage;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly version: string;
  readonly menuEntry: Pick<MenuEntry, 'state'>;
}

/** Sends the window the fleet and everything else it shows. */
export class WindowPresenter {
  readonly #parts: WindowPresenterParts;
  #timer: NodeJS.Timeout | null = null;
  /** Monotonic time, in milliseconds. */
  #sentAt = Number.NEGATIVE_INFINITY;
  #number = 0;
  /** The printers as the window has them; null before it requests its first snapshot. */
  #sent: readonly PrinterView[] | null = null;

  constructor(parts: WindowPresenterParts) {
    this.#parts = parts;
    const { fleet, notices, keychainStatus, signIn, firstSteps, updates } = parts;
    fleet.subscribe(() => this.show());
    notices.onChange(() => this.show());
    keychainStatus.onChange(() => this.show());
    signIn.onChange(() => this.show());
    firstSteps.onChange(() => this.show());
    updates?.onChange(() => this.show());
  }

  /**
   * Sends an open window what changed: in the next turn, or later if that was less than `shortestGap` ago. A window
   * that has not requested its first snapshot yet gets everything with that.
   */
  show(): void {
    const { window, clock } = this.#parts;
    if (!window.isOpen()) this.#sent = null;
    if (this.#sent === null || this.#timer !== null) return;
    const wait = this.#sentAt + shortestGap - clock.elapsed();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#sentAt = clock.elapsed();
        if (this.#sent !== null) window.push('change', this.#changeSince(this.#sent));
      },
      Math.max(0, wait),
    );
  }

  /** Everything, for a window that begins. */
  snapshot(): Snapshot {
    const printers = this.#parts.overview.printers();
    this.#sent = printers;
    return { ...this.#state(printers), printers };
  }

  /** With many printers, sending and comparing all of them would take longer than drawing the one that changed. */
  #changeSince(sent: readonly PrinterView[]): SnapshotChange {
    const printers = this.#parts.overview.printers();
    const known = new Set(sent);
    const isSameOrder = printers.length === sent.length && printers.every(({ id }, index) => id === sent[index]?.id);
    const after = this.#number;
    const state = this.#state(printers);
    this.#sent = printers;
    return {
      ...state,
      after,
      changed: printers.filter((printer) => !known.has(printer)),
      order: isSameOrder ? null : printers.map(({ id }) => id),
    };
  }

  #state(printers: readonly PrinterView[]): Omit<Snapshot, 'printers'> {
    const {
      overview,
      settings,
      notices,
      signIn,
      firstSteps,
      updates,
      quiet,
      language,
      clock,
      demo,
      version,
      menuEntry,
    } = this.#parts;
    const { state, stale, headline } = overview.glance(printers);
    this.#number += 1;
    return {
      number: this.#number,
      at: clock.now(),
      demo,
      network: overview.network(),
      serviceSilentSince: overview.serviceSilentSince(),
      glance: { state, stale, headline },
      settings: settings.value(),
      language: language.current(),
      region: language.region(),
      defaultSettings,
      notices: [...this.#keychainNotice(), ...notices.all(language.messages())],
      quiet: quiet.quiet(),
      signIn: signIn.view(),
      firstSteps: firstSteps.view(),
      updates: updates?.state() ?? null,
      version,
      menuEntry: menuEntry.state(),
    };
  }

  #keychainNotice(): readonly Notice[] {
    const why = this.#parts.keychainStatus.why();
    if (why === null) return [];
    const { keychain } = this.#parts.language.messages();
    const notice = { ...keychain.trouble[why], severity: 'warning', dismissable: false } as const;
    if (why === 'asking') return [{ ...notice, id: 'keychain-asks' }];
    const help = isAnswerable(why) ? { help: `keychain-${why}` as const } : {};
    return [{ ...notice, ...help, id: 'keychain' }];
  }
}
