import type { FirstStepsView, TrayPlace } from '../contract/contract.ts';
import { quitApp } from '../desktop/lifecycle/quit.ts';
import type { Notifier } from '../desktop/notifications/notifier.ts';
import type { TrayHost } from '../desktop/tray/tray-host.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { RequestResult } from '../domain/results.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { WindowStore } from '../storage/window-store.ts';
import type { Notices } from './notices.ts';

/** The key of the notification shown when the window was closed. */
const closedNotice = 'window-closed';

export interface FirstStepsParts {
  readonly fleet: Pick<Fleet, 'size' | 'subscribe'>;
  readonly printers: Pick<PrinterStore, 'value'>;
  readonly store: WindowStore;
  readonly window: Pick<AppWindow, 'onClosedByUser' | 'show'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly notices: Pick<Notices, 'add' | 'withdraw'>;
  /** Null on systems that always have a tray. */
  readonly trayHost: Pick<TrayHost, 'isPresent'> | null;
  readonly demo: boolean;
  readonly messages: () => Messages;
}

/**
 * Hints shown once to new users: after the first printer, where the icon is and that OctoGlance can start at login;
 * after closing the window, that OctoGlance keeps running: in a notification, or in the window when it is opened again
 * if the desktop can't show one. Not shown in the demo, nor to users who had printers before
 * these hints existed.
 */
export class FirstSteps {
  readonly #parts: FirstStepsParts;
  #changed: () => void = () => {};

  constructor(parts: FirstStepsParts) {
    this.#parts = parts;
    const { fleet, store, window, demo, printers } = parts;
    if (store.value().firstSteps === null && (demo || printers.value().length > 0)) this.#remember('done', true);
    fleet.subscribe(() => {
      if (store.value().firstSteps === null && fleet.size() > 0) this.#remember('due', store.value().closeExplained);
    });
    window.onClosedByUser(() => this.#explainClosing());
  }

  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  /** Null before the first printer and after the user has read it. */
  view(): FirstStepsView | null {
    const { fleet, store } = this.#parts;
    return store.value().firstSteps === 'due' && fleet.size() > 0 ? { tray: this.#trayPlace() } : null;
  }

  /** Marks the hint as read; it is not shown again. */
  finish(): RequestResult {
    this.#remember('done', this.#parts.store.value().closeExplained);
    this.#changed();
    return { ok: true };
  }

  #trayPlace(): TrayPlace {
    if (process.platform === 'win32') return 'taskbar';
    if (process.platform === 'darwin') return 'menuBar';
    return this.#isTrayMissing() ? 'none' : 'panel';
  }

  #explainClosing(): void {
    const { store, notifier, window, messages } = this.#parts;
    const { firstSteps, closeExplained } = store.value();
    if (closeExplained) return;
    this.#remember(firstSteps, true);
    this.#parts.notices.withdraw(closedNotice);
    const { title, text, textWithoutTray, quitInstead } = messages().closing;
    const body = this.#isTrayMissing() ? textWithoutTray : text;
    const content = { title, body, state: null, buttons: [{ id: 'quit', label: quitInstead }] };
    const shown = notifier.show(closedNotice, content, { sound: false, otherwise: 'drop' }, (button) => {
      if (button === 'quit') quitApp();
      else window.show({ show: 'printers' });
    });
    void shown.then((isShown) => isShown || this.#explainInWindow());
  }

  /** Until it is dismissed, the next closing may still be explained in a notification. */
  #explainInWindow(): void {
    const { store, notices } = this.#parts;
    this.#remember(store.value().firstSteps, false);
    const isTrayMissing = this.#isTrayMissing();
    notices.add({
      id: closedNotice,
      severity: 'info',
      dismissable: true,
      say: ({ closing: { keptRunning } }) => ({
        title: keptRunning.title,
        text: isTrayMissing ? keptRunning.textWithoutTray : keptRunning.text,
        smallPrint: null,
      }),
      dismissed: () => this.#remember(store.value().firstSteps, true),
    });
  }

  #isTrayMissing(): boolean {
    return this.#parts.trayHost?.isPresent === false;
  }

  #remember(firstSteps: 'due' | 'done' | null, closeExplained: boolean): void {
    const { store } = this.#parts;
    void store.save({ ...store.value(), firstSteps, closeExplained });
  }
}
