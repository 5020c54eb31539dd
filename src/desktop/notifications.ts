import { type NativeImage, Notification } from 'electron';
import type { AlertText } from '../domain/alert-words.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { StatusKind } from '../domain/status.ts';
import { escapeMarkup } from './markup.ts';

export interface NotificationLook {
  /** Whose picture it shows; null is the app's own. */
  readonly state: StatusKind | null;
  /** Whether the system may play a sound. */
  readonly sound: boolean;
  /** Whom it is about. */
  readonly printers: readonly PrinterId[];
}

/** Native notifications; of each printer only the newest is on the screen. */
export class Notifications {
  readonly #picture: (state: StatusKind | null) => NativeImage;
  /** Kept, not only for replacing: a notification that is collected as garbage loses its click. */
  readonly #shown = new Map<PrinterId, Notification>();

  /** `picture` gives the one for a state, or with null the app's own. */
  constructor(picture: (state: StatusKind | null) => NativeImage) {
    this.#picture = picture;
  }

  /** Shows `text` in place of older notifications about the same printers. False when the system has none. */
  show(text: AlertText, { state, sound, printers }: NotificationLook, onClick: () => void): boolean {
    if (!Notification.isSupported()) return false;
    for (const printer of printers) this.#close(printer);
    const notification = new Notification({
      title: text.title,
      body: process.platform === 'linux' ? escapeMarkup(text.body) : text.body,
      icon: this.#picture(state),
      silent: !sound,
    });
    notification.on('click', () => {
      // Some servers leave it on the screen, and after this event Electron can close it no more.
      notification.close();
      onClick();
    });
    notification.on('close', () => this.#forget(notification));
    for (const printer of printers) this.#shown.set(printer, notification);
    notification.show();
    return true;
  }

  /** Takes all of them off the screen: after the app has ended a click on one would do nothing. */
  closeAll(): void {
    for (const notification of new Set(this.#shown.values())) notification.close();
    this.#shown.clear();
  }

  #close(printer: PrinterId): void {
    const older = this.#shown.get(printer);
    if (older === undefined) return;
    // A notification about several printers stays for the others: it is still true of them.
    this.#shown.delete(printer);
    if (![...this.#shown.values()].includes(older)) older.close();
  }

  #forget(notification: Notification): void {
    for (const [printer, shown] of this.#shown) if (shown === notification) this.#shown.delete(printer);
  }
}
