import { type Message, type MessageBus, MessageType, type Variant } from '@jellybrick/dbus-next';
import type { Desktop } from './desktop.mjs';
import { until } from './processes.mjs';
import { callMethod, connectToBus } from './session-bus.mjs';

const NAME = 'org.freedesktop.Notifications';
const SERVER = { to: NAME, path: '/org/freedesktop/Notifications' };

/** One notification as received by the server. */
export interface SeenNotification {
  readonly id: number;
  readonly application: string;
  /** The id of the notification that this one replaced, or 0. */
  readonly replacesId: number;
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly urgency: 'low' | 'normal' | 'critical';
  readonly transient: boolean;
  readonly hasPicture: boolean;
  /** URL of an image file; null without one. */
  readonly picture: string | null;
  /** Null while it is visible. The reasons are those of the Desktop Notifications Specification. */
  closed: 'expired' | 'dismissed' | 'by the app' | 'undefined' | 'replaced' | null;
}

type NotifyBody = [string, number, string, string, string, string[], Record<string, Variant>, number];

/** Records notifications on the bus from its creation on, and operates the real server. */
export class Notifications {
  /** All since the start, oldest first. */
  readonly all: SeenNotification[] = [];
  readonly activated: { readonly id: number; readonly key: string }[] = [];
  readonly #desktop: Desktop;
  readonly #monitor: MessageBus;
  readonly #pending = new Map<string, NotifyBody>();

  private constructor(desktop: Desktop, monitor: MessageBus) {
    this.#desktop = desktop;
    this.#monitor = monitor;
    monitor.on('message', (message) => this.#see(message));
    // A monitor must not respond to calls it sees: the bus would disconnect it.
    monitor.addMethodHandler(() => true);
  }

  static async watch(desktop: Desktop): Promise<Notifications> {
    const monitor = await connectToBus(desktop.busAddress);
    const seen = new Notifications(desktop, monitor);
    const rules = [`interface='${NAME}'`, "type='method_return'"];
    const daemon = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    const become = { interface: 'org.freedesktop.DBus.Monitoring', member: 'BecomeMonitor', signature: 'asu' };
    await callMethod(monitor, { ...daemon, ...become, body: [rules, 0] });
    return seen;
  }

  /** The visible notifications, oldest first. */
  get shown(): readonly SeenNotification[] {
    return this.all.filter((one) => one.closed === null);
  }

  /** Waits for a notification, including earlier ones. The error lists those that arrived. */
  async waitFor(
    what: string,
    wanted: (one: SeenNotification) => boolean,
    patienceMs = 30_000,
  ): Promise<SeenNotification> {
    return until(`the notification ${what}`, () => this.all.find(wanted), patienceMs).catch((error: Error) => {
      throw new Error(`${error.message}; seen: ${JSON.stringify(this.all)}`);
    });
  }

  /**
   * Clicks a notification: the server performs its default action, or the one with `key`. It stays visible, as on
   * desktops that keep clicked notifications. Throws when it is not visible.
   */
  async activate(notification: SeenNotification, key = 'default'): Promise<void> {
    if (notification.closed !== null) throw new Error(`"${notification.summary}" is not on the screen any more.`);
    const done = () => this.activated.some((one) => one.id === notification.id && one.key === key);
    // The server accepts a notification a moment before it shows it; until then no action can be chosen.
    await until(`"${notification.summary}" to be clicked`, async () => {
      if (done()) return true;
      await this.#desktop.pickNotificationAction(notification.id, key);
      await until('the action', done, 2_000);
      return true;
    });
  }

  /** Dismisses all notifications, like a user. */
  async dismissAll(): Promise<void> {
    const close = { interface: 'org.dunstproject.cmd0', member: 'NotificationCloseAll' };
    // One that the app has already sent may not be visible yet.
    await until('the notifications to be gone', async () => {
      await callMethod(this.#desktop.bus, { ...SERVER, ...close });
      return this.shown.length === 0;
    });
  }

  close(): void {
    this.#monitor.disconnect();
  }

  #see(message: Message): void {
    if (message.type === MessageType.METHOD_CALL && message.member === 'Notify') {
      this.#pending.set(`${message.sender} ${message.serial}`, message.body as NotifyBody);
    } else if (message.type === MessageType.METHOD_RETURN) {
      const call = `${message.destination} ${message.replySerial}`;
      const body = this.#pending.get(call);
      if (body === undefined) return;
      this.#pending.delete(call);
      this.#add(Number(message.body[0]), body);
    } else if (message.type === MessageType.SIGNAL && message.member === 'NotificationClosed') {
      const [id, reason] = message.body as [number, number];
      const found = this.all.findLast((one) => one.id === id);
      const reasons = ['undefined', 'expired', 'dismissed', 'by the app', 'undefined'] as const;
      if (found) found.closed = reasons[reason] ?? 'undefined';
    } else if (message.type === MessageType.SIGNAL && message.member === 'ActionInvoked') {
      const [id, key] = message.body as [number, string];
      this.activated.push({ id, key });
    }
  }

  #add(id: number, [application, replacesId, icon, summary, body, actions, hints]: NotifyBody): void {
    for (const older of this.all) if (older.id === id && older.closed === null) older.closed = 'replaced';
    const pairs = actions.flatMap((key, at) => (at % 2 === 0 ? [{ key, label: actions[at + 1] ?? '' }] : []));
    const urgency = (['low', 'normal', 'critical'] as const)[Number(hints['urgency']?.value ?? 1)] ?? 'normal';
    const hasPicture =
      icon !== '' || Object.keys(hints).some((hint) => hint.startsWith('image') || hint === 'icon_data');
    const picture = (hints['image-path'] ?? hints['image_path'])?.value;
    const transient = hints['transient']?.value === true;
    const known = {
      id,
      application,
      replacesId,
      summary,
      body,
      urgency,
      transient,
      hasPicture,
      picture: picture === undefined ? null : String(picture),
    };
    this.all.push({ ...known, actions: pairs, closed: null });
  }
}
