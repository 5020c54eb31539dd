import type { Alert } from '../domain/alerts/alert.ts';
import type { Messages } from './messages.ts';

/** What a button on a notification of an alert does; the id that the desktop gives back. */
export type AlertButton = 'details' | 'off-on-purpose' | 'reconnect' | 'mute-today' | 'snooze-until-tomorrow';

/**
 * The buttons of a notification, the most useful first: GNOME shows three at most. What a click on the notification itself
 * does has none of its own, but for "Reconnect", which nobody should have to guess.
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
