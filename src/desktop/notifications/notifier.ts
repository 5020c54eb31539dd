import type { StatusKind } from '../../domain/status.ts';

export interface NotificationButton {
  readonly id: string;
  readonly label: string;
}

export interface NotificationContent {
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  /** Whose picture it shows; null is the app's own. */
  readonly state: StatusKind | null;
  /** Shown where the system has buttons; a click on the notification itself is possible everywhere. */
  readonly buttons?: readonly NotificationButton[];
  /** `normal` by default; `critical` stays on the screen until it is dismissed. */
  readonly urgency?: 'low' | 'normal' | 'critical';
  /** Whether it stays out of the desktop's list of past notifications; false by default. */
  readonly transient?: boolean;
}

export interface NotificationOptions {
  /** Whether the system may play a sound. */
  readonly sound: boolean;
  /** What happens while the desktop cannot show it: it waits ten minutes for that (default), or is dropped after 5 s. */
  readonly otherwise?: 'wait' | 'drop';
}

/** `button` is the id of the button that was clicked, null for the notification itself. */
export type OnNotificationAction = (button: string | null) => void;

/**
 * Notifications of the desktop, each under a key of the caller's. No call waits for the desktop. A click takes the
 * notification off the screen; `onAction` given last is called.
 */
export interface Notifier {
  /**
   * Shows a notification. One that is on the screen under the same key is changed in place, without a sound.
   * Resolves to whether the desktop took it within 5 s; where not, see `otherwise`. Never rejects.
   */
  show(
    key: string,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): Promise<boolean>;
  /**
   * Changes a notification in place, without a sound. Does nothing and returns false when it is gone: dismissed, expired or
   * clicked.
   */
  update(key: string, content: NotificationContent, onAction: OnNotificationAction): boolean;
  /** Takes a notification off the screen, or out of those that wait. */
  close(key: string): void;
  closeAll(): void;
}
