import type { PrinterList } from '../connections/printer-list.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Alert } from '../domain/alerts/alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { AlertButton } from '../i18n/alert-buttons.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { UserActions } from './user-actions.ts';

export interface AlertActionsParts {
  readonly actions: Pick<UserActions, 'openPrinter' | 'openLink' | 'signInAgain' | 'sayIfRefused'>;
  readonly list: Pick<PrinterList, 'mute' | 'setOffOnPurpose'>;
  readonly quiet: Pick<DoNotDisturb, 'snooze' | 'untilTomorrow'>;
  readonly window: Pick<AppWindow, 'show'>;
}

/** Handles clicks on alert notifications. */
export class AlertActions {
  readonly #parts: AlertActionsParts;

  constructor(parts: AlertActionsParts) {
    this.#parts = parts;
  }

  /** `button` is the id of the clicked button, null for a click on the notification itself. */
  readonly follow = (alerts: readonly Alert[], button: string | null): void => {
    if (button === null) void this.#open(alerts);
    else void this.#press(alerts, button as AlertButton);
  };

  /** Runs the one action that fits a single alert; for several alerts, opens the window. */
  async #open(alerts: readonly Alert[]): Promise<void> {
    const { actions, window } = this.#parts;
    const [alert] = alerts;
    if (alert === undefined || alerts.length > 1) {
      window.show({ show: 'printers' });
      return;
    }
    const [printer] = alert.printers;
    const single = alert.printers.length === 1 && printer !== undefined;
    switch (alert.kind) {
      case 'disconnected':
      case 'recovered':
      case 'unstable':
      case 'reconnect-healed':
      case 'update-needed': {
        const opened = single ? await actions.openPrinter(printer) : null;
        if (opened?.ok !== true) window.show({ show: 'printers' });
        return;
      }
      case 'reconnect-needed':
        if (single) await actions.signInAgain(printer);
        else window.show({ show: 'printers' });
        return;
      case 'perks-needed':
        actions.sayIfRefused(actions.openLink('perks'));
        return;
      case 'perks-restored':
      case 'service-unreachable':
      case 'service-reachable':
        window.show({ show: 'printers' });
        return;
    }
  }

  async #press(alerts: readonly Alert[], button: AlertButton): Promise<void> {
    const { actions, list, quiet, window } = this.#parts;
    const printers = new Set<PrinterId>(alerts.flatMap((alert) => alert.printers));
    const [printer] = printers;
    switch (button) {
      case 'details':
        window.show(printer === undefined ? { show: 'printers' } : { show: 'printer', printer });
        return;
      case 'off-on-purpose':
        if (printer !== undefined) actions.sayIfRefused(await list.setOffOnPurpose(printer, true));
        return;
      case 'reconnect':
        if (printer !== undefined) await actions.signInAgain(printer);
        return;
      case 'mute-today': {
        const until = quiet.untilTomorrow();
        const responses = await Promise.all([...printers].map((id) => list.mute(id, true, until)));
        const refused = responses.find(({ ok }) => !ok);
        // One message covers all printers: their mutes are saved in one file.
        if (refused !== undefined) actions.sayIfRefused(refused);
        return;
      }
      case 'snooze-until-tomorrow':
        actions.sayIfRefused(await quiet.snooze('until-tomorrow'));
        return;
    }
  }
}
