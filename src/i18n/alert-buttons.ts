import type { Alert } from '../domain/alerts/alert.ts';
import type { Messages } from './messages.ts';

/** The id of the button with which a printer's user says that it was switched off. */
export const offOnPurposeButton = 'off-on-purpose';

/** The buttons of a notification: only one about a single printer that is gone has any. */
export function alertButtons(
  alerts: readonly Alert[],
  { tray }: Messages,
): readonly { readonly id: string; readonly label: string }[] {
  const [alert, another] = alerts;
  if (alert === undefined || another !== undefined || alert.printers.length !== 1) return [];
  const isGone = alert.kind === 'disconnected' || alert.kind === 'unstable';
  return isGone ? [{ id: offOnPurposeButton, label: tray.offOnPurpose }] : [];
}
