import { type NativeImage, Notification } from 'electron';
import type { StatusKind } from '../../domain/status.ts';
import type { NotificationContent, NotificationOptions, Notifier, OnNotificationAction } from './notifier.ts';

interface Shown {
  readonly notification: Notification;
  readonly options: NotificationOptions;
  onAction: OnNotificationAction;
}

/**
 * Notifications on Windows and macOS. They can't be changed in place: a change closes the old one and shows the new one
 * silently.
 */
export class ElectronNotifier implements Notifier {
  readonly #picture: (state: StatusKind | null) => NativeImage;
  /** Also keeps the notifications alive: a garbage-collected one loses its click. */
  readonly #shown = new Map<string, Shown>();

  /** `picture` returns the icon of a state, or the app's own for null. */
  constructor(picture: (state: StatusKind | null) => NativeImage) {
    this.#picture = picture;
  }

  show(
    key: string,
    content: NotificationContent,
    options: NotificationOptions,
    onAction: OnNotificationAction,
  ): Promise<boolean> {
    if (!Notification.isSupported()) return Promise.resolve(false);
    const isUpdate = this.#shown.has(key);
    this.close(key);
    const notification = new Notification({
      title: content.title,
      body: content.body,
      icon: content.picture ?? this.#picture(content.state),
      silent: isUpdate || !options.sound,
      urgency: content.urgency ?? 'normal',
      timeoutType: content.urgency === 'critical' ? 'never' : 'default',
      actions: (content.buttons ?? []).map(({ label }) => ({ type: 'button', text: label })),
    });
    const shown: Shown = { notification, options, onAction };
    const act = (button: string | null) => {
      if (this.#shown.get(key) === shown) this.close(key);
      shown.onAction(button);
    };
    notification.on('click', () => act(null));
    notification.on('action', (_event, index) => act(content.buttons?.[index]?.id ?? null));
    const gone = () => {
      if (this.#shown.get(key) === shown) this.#shown.delete(key);
    };
    notification.on('close', gone);
    // Windows rejects notifications that the user has turned off for the app.
    notification.on('failed', gone);
    this.#shown.set(key, shown);
    notification.show();
    return Promise.resolve(true);
  }

  update(key: string, content: NotificationContent, onAction: OnNotificationAction): boolean {
    const shown = this.#shown.get(key);
    if (shown === undefined) return false;
    void this.show(key, content, shown.options, onAction);
    return true;
  }

  close(key: string): void {
    const shown = this.#shown.get(key);
    this.#shown.delete(key);
    shown?.notification.close();
  }

  closeAll(): void {
    for (const key of [...this.#shown.keys()]) this.close(key);
  }
}
