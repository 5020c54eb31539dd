import type { SignInFlow } from '../connections/sign-in-flow.ts';
import type { Notice, Snapshot } from '../contract/contract.ts';
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

  /** Sends a new snapshot to an open window: in the next turn, or later if one was sent less than `shortestGap` ago. */
  show(): void {
    const { window, clock } = this.#parts;
    if (!window.isOpen() || this.#timer !== null) return;
    const wait = this.#sentAt + shortestGap - clock.elapsed();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#sentAt = clock.elapsed();
        window.push('snapshot', this.snapshot());
      },
      Math.max(0, wait),
    );
  }

  snapshot(): Snapshot {
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
    const { state, stale, headline } = overview.glance();
    return {
      at: clock.now(),
      demo,
      network: overview.network(),
      serviceSilentSince: overview.serviceSilentSince(),
      glance: { state, stale, headline },
      printers: overview.printers(),
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
