import type { NewConnection } from '../connections/connections.ts';
import type { Callback, Portal, PortalResult } from '../connections/portal.ts';
import type { LinkReturn } from '../desktop/integration/link-return.ts';
import { copyText } from '../desktop/window/clipboard.ts';
import type { Message } from '../domain/message.ts';
import type { RequestResult } from '../domain/results.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Service } from '../octoeverywhere/links.ts';
import { newNonce, portalUrl, readCallback, readPasted, returnAddress } from '../octoeverywhere/portal.ts';
import type { BrowserLinks } from './browser-links.ts';
import type { Notices } from './notices.ts';
import { signInNotice } from './sign-in-notifier.ts';

export interface AppPortalParts {
  readonly service: Service;
  readonly browser: BrowserLinks;
  readonly links: LinkReturn;
  readonly notices: Notices;
  readonly messages: () => Messages;
}

/** Opens the App Connection Portal in the user's browser. */
export class AppPortal implements Portal {
  readonly #parts: AppPortalParts;

  constructor(parts: AppPortalParts) {
    this.#parts = parts;
  }

  newNonce(): string {
    return newNonce((bytes) => crypto.getRandomValues(bytes));
  }

  async open(nonce: string): Promise<PortalResult> {
    const { browser, links, notices } = this.#parts;
    notices.withdraw(signInNotice);
    const comesBack = await links.comeBack();
    browser.open(this.#address(nonce, comesBack));
    return { ok: true, comesBack };
  }

  async copy(nonce: string): Promise<RequestResult> {
    await copyText(this.#address(nonce, await this.#parts.links.comeBack()).href);
    return { ok: true };
  }

  #address(nonce: string, comesBack: boolean): URL {
    return portalUrl({ ...this.#parts.service, ...(comesBack && { returnUrl: returnAddress(nonce) }) });
  }

  readCallback(link: string): Callback {
    return readCallback(link, this.#parts.service.origin, this.#parts.messages());
  }

  /** Reads what the user pasted: returns a new connection, or a message saying why it isn't one. Never throws. */
  readPasted(text: string): NewConnection | Message {
    return readPasted(text, this.#parts.service.origin, this.#parts.messages());
  }
}
