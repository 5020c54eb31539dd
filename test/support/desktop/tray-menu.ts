import { DBusError, type MessageBus, Variant } from '@jellybrick/dbus-next';
import { until } from './processes.mjs';
import { callMethod } from './session-bus.mjs';

export interface MenuItem {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly type: 'standard' | 'separator';
  readonly toggle: 'none' | 'checked' | 'unchecked';
  readonly children: readonly MenuItem[];
}

type Layout = [id: number, properties: Record<string, Variant>, children: Variant<Layout>[]];

/** The menu of a tray icon as seen by the desktop (`com.canonical.dbusmenu`). */
export class TrayMenu {
  readonly #bus: MessageBus;
  readonly #where: { readonly to: string; readonly path: string; readonly interface: string };

  constructor(bus: MessageBus, owner: string, path: string) {
    this.#bus = bus;
    this.#where = { to: owner, path, interface: 'com.canonical.dbusmenu' };
  }

  async items(): Promise<readonly MenuItem[]> {
    await this.#announce(0);
    const [, layout] = await this.#call('GetLayout', 'iias', [0, -1, []]);
    return read(layout).children;
  }

  /** Resolves to the menu as text for comparison: one line per entry, two spaces per level. */
  async text(): Promise<string> {
    return lines(await this.items(), '').join('\n');
  }

  /**
   * Clicks the entry at the end of a path of labels. Waits for it for a moment: the app sets its icon at once, but a
   * long menu only a few times a second. If the click quits the app, a missing response is ignored, as by desktops.
   * Throws when there is no such entry, or it cannot be clicked.
   */
  async click(...labels: readonly string[]): Promise<void> {
    const found = await until(`the menu entry ${labels.join(' → ')}`, () => this.#find(labels), 15_000);
    if (!found.enabled) throw new Error(`The menu entry "${found.label}" is disabled.`);
    await this.#call('Event', 'isvu', [found.id, 'clicked', new Variant('s', ''), 0]).catch((error: unknown) => {
      if (!(error instanceof DBusError && error.type === 'org.freedesktop.DBus.Error.NoReply')) throw error;
    });
  }

  /** Reports what the user did with an entry, by its number; 0 is the menu itself. */
  async event(id: number, what: 'opened' | 'closed' | 'clicked'): Promise<void> {
    await this.#call('Event', 'isvu', [id, what, new Variant('s', ''), 0]);
  }

  async #find(labels: readonly string[]): Promise<MenuItem> {
    let level = await this.items();
    let found: MenuItem | undefined;
    for (const label of labels) {
      found = level.find((item) => item.label === label && item.visible);
      if (found === undefined) throw new Error(`No menu entry "${label}" among: ${level.map((item) => item.label)}`);
      if (found.children.length > 0) await this.#announce(found.id);
      level = found.children;
    }
    if (found === undefined) throw new Error('No menu entry named.');
    return found;
  }

  /** Announces that a menu is about to be shown; like desktops, ignores a refusal (Electron's root menu refuses). */
  async #announce(id: number): Promise<void> {
    await this.#call('AboutToShow', 'i', [id]).catch(() => {});
  }

  #call(member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    return callMethod(this.#bus, { ...this.#where, member, signature, body });
  }
}

function read(layout: unknown): MenuItem {
  const [id, properties, children] = layout as Layout;
  const property = (name: string) => properties[name]?.value;
  return {
    id,
    // An underscore marks the access key; a double one is a literal underscore.
    label: String(property('label') ?? '').replace(/_(_?)/g, '$1'),
    enabled: property('enabled') !== false,
    visible: property('visible') !== false,
    type: property('type') === 'separator' ? 'separator' : 'standard',
    toggle: property('toggle-type') ? (property('toggle-state') === 1 ? 'checked' : 'unchecked') : 'none',
    children: children.map((child) => read(child.value)),
  };
}

function lines(items: readonly MenuItem[], indent: string): string[] {
  return items
    .filter((item) => item.visible)
    .flatMap((item) => [
      `${indent}${item.type === 'separator' ? '---' : item.label}${item.enabled ? '' : ' (disabled)'}`,
      ...lines(item.children, `${indent}  `),
    ]);
}
