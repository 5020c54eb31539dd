import { join } from 'node:path';
import { type MessageBus, Variant } from '@jellybrick/dbus-next';
import type { Desktop } from './desktop.mjs';
import { fromFile, fromNetworkOrder, type Pixmap, type PixmapColour, pixmapColour } from './pixmap.ts';
import { until } from './processes.mjs';
import { callMethod, connectToBus } from './session-bus.mjs';
import { TrayMenu } from './tray-menu.ts';

const WATCHER = { to: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const ITEM = 'org.kde.StatusNotifierItem';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const DAEMON = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

interface Place {
  readonly to: string;
  readonly path: string;
}

export interface TrayState {
  readonly colour: PixmapColour;
  /** The pictures that the app provides, smallest first. */
  readonly pixmaps: readonly Pixmap[];
  readonly tooltip: string;
  readonly title: string;
  readonly status: string;
}

/**
 * A tray icon, read and operated over D-Bus as by desktops. GNOME's AppIndicator extension has the longest way: from
 * the listed name to its owner, whose `org.kde` properties it reads all at once. This class does the same.
 */
export class Tray {
  readonly menu: TrayMenu;
  /** How many change signals the app has sent since this object was created, by name. */
  readonly signals = new Map<string, number>();
  readonly #bus: MessageBus;
  /** The icon by the name that the watcher lists. */
  readonly #listed: Place;
  /** The icon by the unique name of the connection that owns the listed one. */
  readonly #where: Place;

  private constructor(bus: MessageBus, listed: Place, where: Place, menuPath: string) {
    this.#bus = bus;
    this.#listed = listed;
    this.#where = where;
    this.menu = new TrayMenu(bus, where.to, menuPath);
    bus.on('message', (message) => {
      if (message.path !== where.path || (message.interface !== ITEM && message.interface !== PROPERTIES)) return;
      if (message.member) this.signals.set(message.member, (this.signals.get(message.member) ?? 0) + 1);
    });
  }

  /** Waits for an icon in the tray; of several the newest is used. */
  static async find(desktop: Desktop, patienceMs = 30_000): Promise<Tray> {
    const bus = await connectToBus(desktop.busAddress);
    // The icon of an app that has just ended may still be listed, anywhere in the list, but does not respond.
    const answering = async () => {
      const addresses = (await registeredItems(bus)).sort(newestFirst);
      let silence: unknown = new Error('none is listed');
      for (const address of addresses) {
        try {
          return await placeOf(bus, address);
        } catch (error) {
          silence = error;
        }
      }
      throw silence;
    };
    const { listed, where, menuPath } = await until('a tray icon', answering, patienceMs);
    const rule = `type='signal',sender='${where.to}',path='${where.path}'`;
    await callMethod(bus, { ...DAEMON, member: 'AddMatch', signature: 's', body: [rule] });
    return new Tray(bus, listed, where, menuPath);
  }

  /** Resolves to the icons in the desktop's tray, as D-Bus addresses. */
  static async all(desktop: Desktop): Promise<readonly string[]> {
    return registeredItems(desktop.bus);
  }

  async read(): Promise<TrayState> {
    const call = { interface: PROPERTIES, member: 'GetAll', signature: 's', body: [ITEM] };
    const [all] = (await callMethod(this.#bus, { ...this.#where, ...call })) as [Record<string, Variant>];
    const [pictures, toolTip, title, status] = ['IconPixmap', 'ToolTip', 'Title', 'Status'].map(
      (name) => all[name]?.value,
    );
    const sent = pictures as [number, number, Uint8Array][] | undefined;
    // On MATE and some others Electron sends a file name instead of a picture.
    const file = `${join(String(all['IconThemePath']?.value ?? ''), String(all['IconName']?.value ?? ''))}.png`;
    const pixmaps = (
      sent?.map(([width, height, argb]) => fromNetworkOrder(width, height, argb)) ?? [fromFile(file)]
    ).sort((one, other) => one.width - other.width);
    const largest = pixmaps.at(-1);
    const [, , heading, text] = toolTip as [string, unknown, string, string];
    return {
      colour: largest === undefined ? 'other' : pixmapColour(largest),
      pixmaps,
      // Apps use either of the two fields for a one-line tooltip.
      tooltip: [heading, text].filter(Boolean).join('\n'),
      title: String(title),
      status: String(status),
    };
  }

  /** Waits until the icon has the wanted state and resolves to it. The error contains the last state. */
  async waitFor(what: string, wanted: (state: TrayState) => boolean, patienceMs = 30_000): Promise<TrayState> {
    let last: TrayState | null = null;
    const check = async () => {
      last = await this.read();
      return wanted(last) && last;
    };
    return until(`the tray to be ${what}`, check, patienceMs).catch((error: Error) => {
      const seen: TrayState | null = last;
      const found = seen === null ? 'nothing' : JSON.stringify({ ...(seen as TrayState), pixmaps: undefined });
      throw new Error(`${error.message}; it shows ${found}`);
    });
  }

  waitForColour(colour: PixmapColour, patienceMs?: number): Promise<TrayState> {
    return this.waitFor(colour, (state) => state.colour === colour, patienceMs);
  }

  /** Resolves to a property, read by the listed name as on some desktops. */
  byListedName(name: string): Promise<unknown> {
    return property(this.#bus, this.#listed, ITEM, name);
  }

  /** Clicks the icon. */
  async activate(): Promise<void> {
    await callMethod(this.#bus, { ...this.#where, interface: ITEM, member: 'Activate', signature: 'ii', body: [0, 0] });
  }

  close(): void {
    this.#bus.disconnect();
  }
}

/** Sorts addresses, newest first: the bus numbers its connections in ascending order. */
function newestFirst(one: string, other: string): number {
  const number = (address: string) => Number(/^:\d+\.(\d+)/.exec(address)?.[1] ?? 0);
  return number(other) - number(one);
}

/** Finds the owner of a listed icon and its menu; throws when there is no response. */
async function placeOf(bus: MessageBus, address: string) {
  const slash = address.indexOf('/');
  // GNOME's AppIndicator extension lists `:1.38@/StatusNotifierItem`.
  const listed: Place = { to: address.slice(0, slash).replace(/@$/, ''), path: address.slice(slash) };
  const [owner] = await callMethod(bus, { ...DAEMON, member: 'GetNameOwner', signature: 's', body: [listed.to] });
  const where: Place = { to: String(owner), path: listed.path };
  return { listed, where, menuPath: String(await property(bus, where, ITEM, 'Menu')) };
}

async function registeredItems(bus: MessageBus): Promise<string[]> {
  return (await property(bus, WATCHER, WATCHER.to, 'RegisteredStatusNotifierItems')) as string[];
}

async function property(bus: MessageBus, where: Place, owner: string, name: string): Promise<unknown> {
  const call = { interface: PROPERTIES, member: 'Get', signature: 'ss', body: [owner, name] };
  const [value] = await callMethod(bus, { ...where, ...call });
  return value instanceof Variant ? value.value : value;
}
