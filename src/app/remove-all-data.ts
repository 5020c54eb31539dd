import type { Connections } from '../connections/connections.ts';
import type { PendingAdditions } from '../connections/pending-additions.ts';
import type { PrinterList } from '../connections/printer-list.ts';
import type { LoginStart } from '../desktop/integration/login-item.ts';
import type { MenuEntry } from '../desktop/integration/menu-entry.ts';
import { removeTracesHere } from '../desktop/integration/system-entries.ts';
import { afterQuitting, quitApp } from '../desktop/lifecycle/quit.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { ActionResult } from '../domain/results.ts';
import type { Messages } from '../i18n/messages.ts';
import { type KeychainCheck, troubleOf } from '../keychain/keychain-status.ts';
import type { SecretCleanup } from '../keychain/secret-cleanup.ts';
import type { Log } from '../logging/log.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { AppImage } from '../startup/app-image.ts';
import type { Flags } from '../startup/flags.ts';
import type { PendingDeletionsStore } from '../storage/pending-deletions.ts';
import { removeProfile } from '../storage/remove-profile.ts';
import type { OneDialog } from './one-dialog.ts';

const nothingDone: ActionResult = { ok: true, message: null };

export interface RemoveAllDataParts {
  /** Absolute path of the profile folder. */
  readonly profile: string;
  /** Whether it is the usual one. What is outside it belongs to that one. */
  readonly isUsual: boolean;
  readonly fleet: Pick<Fleet, 'members' | 'size'>;
  readonly list: Pick<PrinterList, 'remove'>;
  readonly connections: Pick<Connections, 'inTurn'>;
  readonly additions: Pick<PendingAdditions, 'notUnderWay' | 'abandon'>;
  readonly keychain: Pick<KeychainCheck, 'state'>;
  readonly removals: Pick<SecretCleanup, 'run'>;
  readonly pendingDeletions: Pick<PendingDeletionsStore, 'value'>;
  readonly loginStart: Pick<LoginStart, 'apply' | 'isEnabled'>;
  readonly menuEntry: Pick<MenuEntry, 'remove'>;
  readonly dialogs: OneDialog;
  readonly window: Pick<AppWindow, 'confirm'>;
  readonly demo: boolean;
  readonly log: Pick<Log, 'error'>;
  readonly messages: () => Messages;
  /** Removes what the app wrote outside its profile. May throw. */
  readonly removeTraces: () => void;
  /** Has the profile removed once everything is closed, however the app is quit. */
  readonly removeProfileOnQuit: () => void;
  readonly quit: () => void;
}

/** Returns how to remove the data on this computer; `profile` is absolute, `image` is the running AppImage. */
export function waysToLeave(
  profile: string,
  { userDataFolder }: Pick<Flags, 'userDataFolder'>,
  image: AppImage | null,
): Pick<RemoveAllDataParts, 'profile' | 'isUsual' | 'removeTraces' | 'removeProfileOnQuit' | 'quit'> {
  const isUsual = userDataFolder === null;
  return {
    profile,
    isUsual,
    removeTraces: () => removeTracesHere(image, isUsual ? null : profile),
    removeProfileOnQuit: () =>
      afterQuitting(() => {
        removeProfile(profile, isUsual);
        if (isUsual) removeProfile(`${profile} Demo`, true);
      }),
    quit: quitApp,
  };
}

/** Removes everything that the app has stored on this computer, after confirmation in a system dialog. */
export class RemoveAllData {
  readonly #parts: RemoveAllDataParts;

  constructor(parts: RemoveAllDataParts) {
    this.#parts = parts;
  }

  /** Asks, removes, and quits. Tokens go first: while the keychain can't be used, nothing is removed. */
  run(): Promise<ActionResult> {
    return this.#parts.dialogs.run(async () => {
      const { profile, fleet, demo, window, connections } = this.#parts;
      if (demo) return nothingDone;
      const { removing } = this.#parts.messages();
      const { title: question, confirm: yes, cancel: no } = removing;
      if (!(await window.confirm({ question, detail: removing.text(fleet.size(), profile), yes, no })))
        return nothingDone;
      const left = (await connections.inTurn.pause())
        ? await this.#removeTokens()
        : { ...removing.nothingRemoved, smallPrint: null };
      if (left !== null) {
        connections.inTurn.resume();
        return { ok: false, message: left };
      }
      this.#removeEntries();
      // Before the message: the app may be quit in another way.
      this.#parts.removeProfileOnQuit();
      await window.confirm({ question: removing.done, detail: removing.whatIsLeft, yes: null, no: removing.quit });
      this.#parts.quit();
      return nothingDone;
    }, 'question');
  }

  /** Resolves to null once no token is left in the keychain, otherwise to what prevents that. */
  async #removeTokens() {
    const { fleet, list, removals, additions, pendingDeletions } = this.#parts;
    const { removing } = this.#parts.messages();
    const count = fleet.size() + pendingDeletions.value().length + additions.notUnderWay().length;
    const obstacle = count === 0 ? null : await this.#keychainObstacle();
    if (obstacle !== null) return obstacle;
    await Promise.all(fleet.members().map(({ printer }) => list.remove(printer.id)));
    await Promise.all(additions.notUnderWay().map(({ id }) => additions.abandon(id, true)));
    await removals.run();
    const { length: left } = pendingDeletions.value();
    return left === 0 ? null : { ...removing.tokensLeft(left), smallPrint: null };
  }

  /** Resolves to why nothing can be deleted from the keychain now, or null. */
  async #keychainObstacle() {
    const { keychain: texts, removing } = this.#parts.messages();
    const state = await this.#parts.keychain.state();
    if (state === 'not-responding') return { ...removing.keychainSilent, smallPrint: null };
    const why = state === 'memory' ? null : troubleOf(state);
    return why === null ? null : { ...removing.nothingRemoved, smallPrint: texts.trouble[why].title };
  }

  #removeEntries(): void {
    const { isUsual, loginStart, menuEntry, removeTraces, log } = this.#parts;
    if (loginStart.isEnabled()) loginStart.apply(false);
    for (const remove of [...(isUsual ? [() => menuEntry.remove()] : []), removeTraces]) {
      try {
        remove();
      } catch (error) {
        log.error('A file of this app could not be removed', error);
      }
    }
  }
}
