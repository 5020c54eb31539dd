import type { StatusKind } from '../../domain/status.ts';

export interface NotificationButton {
  readonly id: string;
  readonly label: string;
}

export interface NotificationContent {
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  /** The state whose icon is shown; null for the app's own icon. */
  readonly state: StatusKind | null;
  /** Absolute path of a PNG to show in place of that; by default there is none. */
  readonly picture?: string | null;
  /** Shown where the system supports buttons; a click on the notification itself works everywhere. */
  readonly buttons?: readonly NotificationButton[];
  /** `normal` by default; `critical` stays on the screen until dismissed. */
  readonly urgency?: 'low' | 'normal' | 'critical';
  /** Whether it is left out of the desktop's notification list; false by default. */
  readonly transient?: boolean;
}

export interface NotificationOptions {
  /** Whether the system may play a sound. */
  readonly sound: boolean;
  /**
   * What happens while the desktop can't show it: it waits for up to ten minutes (default), or is dropped after 5 s.
   */
  readonly otherwise?: 'wait' | 'drop';
}

/** `button` is the id of the clicked button, null for a click on the notification itself. */
export type OnNotificationAction = (button: string | null) => void;

/**
 * Desktop notifications, each under a key chosen by the caller. No call waits for the desktop. A click closes the
 * notification and calls the most recent `onAction`.
 */
export interface Notifier {
  /**
   * Shows a notification, or changes the one with the same key in place, silently. Resolves to whether the desktop
   * accepted it within 5 s; if not, `otherwise` applies. Never rejects.
   */
  show(
    key: string,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): Promise<boolean>;
  /**
   * Changes a notification in place, silently. Does nothing and returns false if it is gone: dismissed, expired or
   * clicked.
   */
  update(key: string, content: NotificationContent, onAction: OnNotificationAction): boolean;
  /** Closes a notification, or cancels one that is waiting. */
  close(key: string): void;
  closeAll(): void;
}
