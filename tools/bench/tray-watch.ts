import { type Message, type MessageBus, MessageType } from '@jellybrick/dbus-next';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { callMethod, connectToBus } from '../../test/support/desktop/session-bus.mjs';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';

/** Watches the session bus for icons that appear in the tray or change. Times are as in `performance.now()`. */
export class TrayWatch {
  readonly #bus: MessageBus;
  readonly #waiting = new Set<{ readonly fits: (message: Message) => boolean; readonly heard: (at: number) => void }>();

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    bus.on('message', (message) => {
      if (message.type !== MessageType.SIGNAL) return;
      const at = performance.now();
      for (const one of [...this.#waiting].filter(({ fits }) => fits(message))) {
        this.#waiting.delete(one);
        one.heard(at);
      }
    });
  }

  static async on(desktop: Desktop): Promise<TrayWatch> {
    const bus = await connectToBus(desktop.busAddress);
    const daemon = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };
    for (const name of [WATCHER, ITEM]) {
      const rule = `type='signal',interface='${name}'`;
      await callMethod(bus, { ...daemon, member: 'AddMatch', signature: 's', body: [rule] });
    }
    return new TrayWatch(bus);
  }

  /** When the tray next reports a new icon, in milliseconds. Rejects after 20 s without one. */
  nextIcon(): Promise<number> {
    return this.#next(
      'a tray icon',
      (one) => one.interface === WATCHER && one.member === 'StatusNotifierItemRegistered',
    );
  }

  /** When an app next reports that its icon changed, in milliseconds. Rejects after 20 s without a change. */
  nextPicture(): Promise<number> {
    return this.#next('a change of the tray icon', (one) => one.interface === ITEM && one.member === 'NewIcon');
  }

  close(): void {
    this.#bus.disconnect();
  }

  #next(what: string, fits: (message: Message) => boolean): Promise<number> {
    return new Promise((resolve, reject) => {
      const timeLimits = setTimeout(() => reject(new Error(`Waited 20 s for ${what}.`)), 20_000);
      const heard = (at: number) => {
        clearTimeout(timeLimits);
        resolve(at);
      };
      this.#waiting.add({ fits, heard });
    });
  }
}
