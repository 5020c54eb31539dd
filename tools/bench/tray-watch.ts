import { type Message, type MessageBus, MessageType } from '@jellybrick/dbus-next';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { callMethod, connectToBus } from '../../test/support/desktop/session-bus.mjs';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';

/** Hears on the session bus when an icon comes into the tray and when it changes. Times as `performance.now()` has them. */
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

  /** Milliseconds at which the desktop's tray next says that it has a new icon. Rejects when none comes in 20 s. */
  nextIcon(): Promise<number> {
    return this.#next(
      'a tray icon',
      (one) => one.interface === WATCHER && one.member === 'StatusNotifierItemRegistered',
    );
  }

  /** Milliseconds at which an app next says that its icon has another picture. Rejects when none does in 20 s. */
  nextPicture(): Promise<number> {
    return this.#next('a change of the tray icon', (one) => one.interface === ITEM && one.member === 'NewIcon');
  }

  close(): void {
    this.#bus.disconnect();
  }

  #next(what: string, fits: (message: Message) => boolean): Promise<number> {
    return new Promise((resolve, reject) => {
      const timeLimits = setTimeout(() => reject(new Error(`Waited 20 s in vain for ${what}.`)), 20_000);
      const heard = (at: number) => {
        clearTimeout(timeLimits);
        resolve(at);
      };
      this.#waiting.add({ fits, heard });
    });
  }
}
