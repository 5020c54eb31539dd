import type { Opening } from '../desktop/integration/link-opener.ts';
import type { SystemOpener } from '../desktop/integration/system-opener.ts';
import type { Notifier } from '../desktop/notifications/notifier.ts';
import { copyText } from '../desktop/window/clipboard.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Message } from '../domain/message.ts';
import type { RequestResult } from '../domain/results.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { withTimeout } from '../timers/with-timeout.ts';
import type { Notices } from './notices.ts';

export interface BrowserLinksParts {
  readonly opener: Pick<SystemOpener, 'open'>;
  readonly notices: Notices;
  readonly notifier: Notifier;
  readonly window: Pick<AppWindow, 'isFocused' | 'show'>;
  readonly settings: SettingsStore;
  readonly messages: () => Messages;
}

/** The id of both the notice and the notification about a browser that didn't open. */
const browserNotice = 'browser';

/** How soon a failure has to be known for a terminal to report it. */
const earlyLimit: Milliseconds = 2_500;

/**
 * Opens addresses in the user's browser. If that fails, the window offers to copy or reopen the address; so does a
 * notification if the user isn't in the window, which may be closed, minimised or covered. Callers pass only addresses
 * that `links.ts` allowed.
 */
export class BrowserLinks {
  readonly #parts: BrowserLinksParts;
  #last: URL | null = null;
  #opening: Promise<Opening> | null = null;
  /** Number of addresses opened so far: only the outcome of the latest is reported. */
  #count = 0;

  constructor(parts: BrowserLinksParts) {
    this.#parts = parts;
  }

  /** Starts opening `address` and returns immediately; failures are reported later. */
  open(address: URL): RequestResult {
    this.#last = address;
    this.#count += 1;
    this.#takeBack();
    this.#opening = this.#parts.opener.open(address.href);
    void this.#watch(address, this.#count, this.#opening);
    return { ok: true };
  }

  /** Resolves to why the last address didn't open; null if it did or that isn't known soon. Never rejects. */
  async earlyFailure(): Promise<Message | null> {
    const address = this.#last;
    if (address === null || this.#opening === null) return null;
    const opening = await withTimeout(earlyLimit, this.#opening).catch(() => null);
    return opening?.kind === 'failed' ? reportOf(address, opening)(this.#parts.messages()) : null;
  }

  /** Opens the last address again. */
  openAgain(): RequestResult {
    return this.#last === null ? this.#nothing() : this.open(this.#last);
  }

  /** Copies the last address to the clipboard. */
  async copy(): Promise<RequestResult> {
    if (this.#last === null) return this.#nothing();
    await copyText(this.#last.href);
    return { ok: true };
  }

  async #watch(address: URL, count: number, begun: Promise<Opening>): Promise<void> {
    const opening = await begun;
    this.#settle(address, count, opening);
    if (opening.kind === 'hanging') this.#settle(address, count, await opening.later);
  }

  #settle(address: URL, count: number, opening: Opening): void {
    if (count !== this.#count) return;
    if (opening.kind === 'opened') {
      this.#takeBack();
      return;
    }
    const say = reportOf(address, opening);
    this.#parts.notices.add({ say, id: browserNotice, severity: 'warning', dismissable: true, help: 'browser' });
    if (!this.#parts.window.isFocused()) this.#notify(say(this.#parts.messages()));
  }

  #notify({ title, text }: Message): void {
    const { notifier, window, settings, messages } = this.#parts;
    const { copyAddress, openAgain } = messages().errors;
    const buttons = [
      { id: 'copy', label: copyAddress },
      { id: 'again', label: openAgain },
    ];
    const content = { title, body: text, state: null, buttons };
    void notifier.show(browserNotice, content, { sound: settings.value().sound }, (button) => {
      if (button === 'copy') void this.copy();
      else if (button === 'again') this.openAgain();
      else window.show({ show: 'printers' });
    });
  }

  #takeBack(): void {
    this.#parts.notices.withdraw(browserNotice);
    this.#parts.notifier.close(browserNotice);
  }

  #nothing(): RequestResult {
    return { ok: false, message: this.#parts.messages().errors.noAddress };
  }
}

function reportOf(address: URL, opening: Exclude<Opening, { kind: 'opened' }>): (messages: Messages) => Message {
  // The query and fragment may contain private data.
  const shown = `${address.origin}${address.pathname}`;
  return ({ errors }) =>
    opening.kind === 'hanging' ? errors.browserHangs(shown) : errors.browserDidNotOpen(shown, opening.why);
}
