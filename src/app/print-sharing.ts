import type { PrintRequests } from '../connections/print-requests.ts';
import { printShown } from '../domain/print/shown-print.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ActionResult } from '../domain/results.ts';
import type { Instant } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { pluginFailureText } from '../i18n/plugin-failure-text.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';
import { currentPrint } from './print-view.ts';

export interface PrintSharingParts {
  readonly fleet: Pick<Fleet, 'get' | 'clockAhead'>;
  readonly requests: Pick<PrintRequests, 'token'>;
  readonly plugin: Pick<PluginClient, 'liveLink'>;
  /** Copies a text to the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly messages: () => Messages;
  /** Formats a time of this computer's clock. */
  readonly formatMoment: (at: Instant) => string;
}

/**
 * Creates links that show a running print to others until it ends. Links are copied and shown once, and stored nowhere.
 */
export class PrintSharing {
  readonly #parts: PrintSharingParts;
  readonly #underWay = new Set<PrinterId>();

  constructor(parts: PrintSharingParts) {
    this.#parts = parts;
  }

  /** Resolves to the result. A request that may have reached OctoEverywhere is not repeated. Never rejects. */
  async share(printer: PrinterId): Promise<ActionResult> {
    const { requests, plugin, messages, copy } = this.#parts;
    const { sharing: texts } = messages();
    if (this.#underWay.has(printer)) return { ok: false, message: texts.busy };
    if (this.#print(printer) === null) return { ok: false, message: texts.nothingPrints };
    this.#underWay.add(printer);
    try {
      const token = await requests.token(printer);
      if (token === null) return { ok: false, message: { ...texts.notSent, smallPrint: null } };
      const { outcome } = await plugin.liveLink(token);
      if (outcome.kind === 'failed') {
        return { ok: false, message: pluginFailureText(outcome.failure, texts, messages()) };
      }
      const link = outcome.value.href;
      const isCopied = await copy(link).then(
        () => true,
        () => false,
      );
      return { ok: true, message: { ...texts.shared(isCopied, this.#end(printer)), smallPrint: link } };
    } finally {
      this.#underWay.delete(printer);
    }
  }

  #print(printer: PrinterId) {
    const member = this.#parts.fleet.get(printer);
    const status = member === undefined ? null : currentPrint(member);
    return status === null ? null : printShown(status);
  }

  /** When the print, and the link with it, is expected to end; null if unknown. */
  #end(printer: PrinterId): string | null {
    const { fleet, formatMoment } = this.#parts;
    const finish = this.#print(printer)?.finish ?? null;
    return finish === null ? null : formatMoment(finish.at + fleet.clockAhead());
  }
}
