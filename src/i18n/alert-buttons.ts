import type { Alert } from '../domain/alerts/alert.ts';
import type { Messages } from './messages.ts';

/** The buttons of alert notifications; these are the ids that the desktop returns. */
export type AlertButton = 'details' | 'off-on-purpose' | 'reconnect' | 'mute-today' | 'snooze-until-tomorrow';

/**
 * Returns the buttons of a notification, the most useful first: GNOME shows three at most. The action of a click on the
 * notification itself has no button, except "Reconnect", which the user should not have to guess.
 */
export function alertButtons(
  alerts: readonly Alert[],
  { tray, alerts: { buttons } }: Messages,
): readonly { readonly id: AlertButton; readonly label: string }[] {
  const [alert, another] = alerts;
  const about = new Set(alerts.flatMap(({ printers }) => printers));
  const only = another === undefined && about.size === 1 ? alert?.kind : undefined;
  const quiet =
    about.size > 0
      ? ({ id: 'mute-today', label: buttons.muteToday } as const)
      : ({ id: 'snooze-until-tomorrow', label: buttons.snoozeUntilTomorrow } as const);
  switch (only) {
    case 'disconnected':
    case 'unstable':
      return [{ id: 'details', label: buttons.details }, { id: 'off-on-purpose', label: tray.offOnPurpose }, quiet];
    case 'reconnect-needed':
      return [{ id: 'reconnect', label: buttons.reconnect }, quiet];
    default:
      return [quiet];
  }
}
