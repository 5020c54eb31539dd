import type { PrintRequests } from '../connections/print-requests.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { wasNotSent } from '../domain/outcome.ts';
import { actionsIn, type PrintAction } from '../domain/print/print-action.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ActionResult } from '../domain/results.ts';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import { truncate } from '../domain/truncate.ts';
import type { Messages } from '../i18n/messages.ts';
import { pluginFailureText } from '../i18n/plugin-failure-text.ts';
import { shownName } from '../i18n/printer-name.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { currentPrint } from './print-view.ts';

/** An unanswered dialog is closed after this time: the situation may have changed by then. */
const questionOpen: Milliseconds = 5 * MINUTE;

/** Maximum length of a name in the dialog, in characters. */
const longestName = 80;

export interface PrintControlParts {
  readonly fleet: Pick<Fleet, 'get' | 'subscribe'>;
  readonly settings: Pick<SettingsStore, 'value'>;
  readonly requests: Pick<PrintRequests, 'access'>;
  readonly plugin: Pick<PluginClient, 'control'>;
  readonly messages: () => Messages;
  readonly window: Pick<AppWindow, 'confirm'>;
}

/** Called when this app changes a print, or tries to; `not-done` if that turns out to have failed. */
export type OnActed = (printer: PrinterId, action: PrintAction | 'not-done') => void;

/**
 * Pauses, resumes and cancels prints: only if the user has allowed it, after confirmation in a system dialog that the
 * page can't answer, and one action at a time per printer. What may have been sent is never sent again.
 */
export class PrintControl {
  readonly #parts: PrintControlParts;
  readonly #underWay = new Set<PrinterId>();
  #isAsking = false;
  #acted: OnActed = () => {};

  constructor(parts: PrintControlParts) {
    this.#parts = parts;
  }

  onActed(listener: OnActed): void {
    this.#acted = listener;
  }

  /** Asks for confirmation and, if given, sends the action to the printer. Resolves to the result. Never rejects. */
  async act(printer: PrinterId, action: PrintAction): Promise<ActionResult> {
    const { printControl: texts } = this.#parts.messages();
    if (!this.#parts.settings.value().allowControl) return { ok: false, message: texts.off };
    if (this.#underWay.has(printer)) return { ok: false, message: texts.busy };
    const print = this.#printFor(printer, action);
    if (print === null) return { ok: false, message: texts.changed };
    // A dialog is already open.
    if (this.#isAsking) return nothingDone;
    this.#underWay.add(printer);
    try {
      const isWanted = await this.#isConfirmed(printer, action, print.fileName);
      if (!isWanted) return nothingDone;
      return await this.#send(printer, action, print.seenAt);
    } finally {
      this.#underWay.delete(printer);
    }
  }

  /** The print that the action applies to; null if there is none, or the printer's state is unknown. */
  #printFor(printer: PrinterId, action: PrintAction) {
    const member = this.#parts.fleet.get(printer);
    const status = member === undefined ? null : currentPrint(member);
    if (status === null || status.print === null || status.print.ended !== null) return null;
    return actionsIn(status.kind).includes(action) ? status.print : null;
  }

  async #isConfirmed(printer: PrinterId, action: PrintAction, fileName: string | null): Promise<boolean> {
    const { fleet, window, messages } = this.#parts;
    const { printControl: texts } = messages();
    const { question, warning, yes, no } = texts.actions[action];
    const name = truncate(shownName(fleet.get(printer)?.printer.name ?? '', messages()), longestName);
    const file = fileName === null ? [] : [texts.file(truncate(fileName, longestName))];
    const closed = new AbortController();
    const close = () => closed.abort();
    const timer = setTimeout(close, questionOpen);
    // The printer was removed or is no longer connected: the question no longer makes sense.
    const unsubscribe = fleet.subscribe(() => {
      if (this.#printFor(printer, action) === null) close();
    });
    this.#isAsking = true;
    try {
      return await window.confirm(
        { question: question(name), detail: [...file, warning].join('\n'), yes, no },
        closed.signal,
      );
    } finally {
      this.#isAsking = false;
      clearTimeout(timer);
      unsubscribe();
    }
  }

  async #send(printer: PrinterId, action: PrintAction, seenAt: number): Promise<ActionResult> {
    const { settings, requests, plugin, fleet, messages } = this.#parts;
    const { printControl: texts } = messages();
    // The user confirmed the action for this print and no other.
    const isStillSo = () =>
      settings.value().allowControl && this.#printFor(printer, action)?.seenAt === seenAt && fleet.get(printer);
    if (!isStillSo()) return { ok: false, message: texts.changed };
    const read = await requests.access(printer);
    if (read.kind === 'failed') return { ok: false, message: pluginFailureText(read.failure, texts, messages()) };
    if (!isStillSo()) return { ok: false, message: texts.changed };
    // Before it is sent: the printer may be seen as paused before its response arrives.
    if (action !== 'resume') this.#acted(printer, action);
    const { outcome } = await plugin.control(read.access, action);
    const name = shownName(fleet.get(printer)?.printer.name ?? '', messages());
    if (outcome.kind === 'answered') {
      this.#acted(printer, action);
      return { ok: true, message: texts.actions[action].done(name) };
    }
    const { failure } = outcome;
    // After an error of the plugin, or without a response, it is unknown whether it was done.
    const isUnknown =
      failure.kind === 'plugin-failed' || (failure.kind === 'no-answer' && !wasNotSent(failure.problem));
    if (!isUnknown && action !== 'resume') this.#acted(printer, 'not-done');
    return { ok: false, message: pluginFailureText(failure, texts, messages()) };
  }
}

const nothingDone: ActionResult = { ok: true, message: null };
