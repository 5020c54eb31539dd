import type { SessionBus } from '../dbus/session-bus.ts';
import { portalLost } from '../desktop/integration/dialog-portal.ts';
import { type ToSave, whereToSave } from '../desktop/window/file-dialogs.ts';
import type { ActionResult } from '../domain/results.ts';
import type { Messages } from '../i18n/messages.ts';
import { isWithin } from '../storage/is-within.ts';

/** The user chose a file in the profile. */
class OwnFolderChosen extends Error {
  readonly path: string;

  constructor(path: string) {
    super();
    this.path = path;
  }
}

/**
 * Allows one dialog at a time: the system's dialog may be behind other windows, and a second click must not open
 * another.
 */
export class OneDialog {
  readonly #messages: () => Messages;
  readonly #bus: SessionBus | null;
  readonly #profile: string;
  #open: object | null = null;

  /** `bus` leads to the portal that may show the dialogs; null where there is none. `profile` is absolute. */
  constructor(messages: () => Messages, bus: SessionBus | null, profile: string) {
    this.#messages = messages;
    this.#bus = bus;
    this.#profile = profile;
  }

  /**
   * Resolves to the result of `use`, or to what is wrong: a dialog is already open, or was lost, or an own folder was
   * chosen. A choice in a dialog that seemed lost is still followed.
   */
  async run(
    use: () => Promise<ActionResult>,
    shows: 'file-dialog' | 'question' = 'file-dialog',
  ): Promise<ActionResult> {
    if (this.#open !== null) return { ok: false, message: this.#messages().errors.dialogOpen };
    const mine = {};
    this.#open = mine;
    const closed = new AbortController();
    const used = this.#result(use).finally(() => {
      closed.abort();
      if (this.#open === mine) this.#open = null;
    });
    // A question is the app's own, whatever becomes of the portal.
    if (this.#bus === null || shows === 'question') return used;
    const lost = portalLost(this.#bus, closed.signal);
    return Promise.race([used, lost.then((isLost) => (isLost && this.#open === mine ? this.#giveUp() : used))]);
  }

  #giveUp(): ActionResult {
    this.#open = null;
    return { ok: false, message: this.#messages().errors.dialogLost };
  }

  /**
   * Within `run`: asks the user where to save a file. Resolves to its absolute path, or null if the user cancelled.
   * Ends `run` if the file is in the profile, where it could replace one of the app's own.
   */
  async whereToSave(file: ToSave): Promise<string | null> {
    const path = await whereToSave(file);
    if (path !== null && (await isWithin(this.#profile, path))) throw new OwnFolderChosen(path);
    return path;
  }

  async #result(use: () => Promise<ActionResult>): Promise<ActionResult> {
    try {
      return await use();
    } catch (error) {
      if (!(error instanceof OwnFolderChosen)) throw error;
      return { ok: false, message: this.#messages().errors.ownFolderChosen(error.path) };
    }
  }
}
