import { pathToFileURL } from 'node:url';
import { Variant } from '../../dbus/variant.ts';
import type { StatusKind } from '../../domain/status.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { ServerFacts } from './notification-server.ts';
import type { NotificationContent, NotificationOptions } from './notifier.ts';

/** An image with four bytes per pixel: red, green, blue, alpha, not premultiplied. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

export interface NotifyText {
  readonly summary: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, Variant>>;
  /** Milliseconds; 0 for never, -1 for the server's default. */
  readonly expires: number;
}

/** The packages' desktop file without its extension, see `desktopName` in package.json. */
const desktopEntry = 'io.github.octoglance.OctoGlance';

const urgencies = { low: 0, normal: 1, critical: 2 } as const;

/** Categories of the Desktop Notifications Specification. */
const categories: Partial<Readonly<Record<StatusKind, string>>> = {
  online: 'network.connected',
  offline: 'network.disconnected',
  'reconnect-needed': 'network.error',
};

/**
 * The arguments for a server with these `facts`: only what it supports. A server without `actions` may show a dialog
 * instead of a notification that has some (Ubuntu's Notify OSD does). `plain`: without icon and buttons, for a server
 * that refused them.
 */
export function notifyText(
  content: NotificationContent,
  options: NotificationOptions & { readonly silent: boolean; readonly plain: boolean },
  facts: Pick<ServerFacts, 'capabilities' | 'specification'>,
  look: { readonly picture: RgbaPicture | null; readonly openLabel: string },
): NotifyText {
  const can = (capability: string) => facts.capabilities.has(capability);
  const body = printable(content.body);
  const buttons = (content.buttons ?? []).flatMap(({ id, label }) => [id, printable(label)]);
  const category = content.state === null ? undefined : categories[content.state];
  return {
    summary: printable(content.title),
    body: can('body-markup') ? escapeMarkup(body) : body,
    actions: can('actions') && !options.plain ? ['default', printable(look.openLabel), ...buttons] : [],
    hints: {
      'desktop-entry': new Variant('s', desktopEntry),
      urgency: new Variant('y', urgencies[content.urgency ?? 'normal']),
      ...(content.transient === true ? { transient: new Variant('b', true) } : {}),
      ...(options.silent || !options.sound ? { 'suppress-sound': new Variant('b', true) } : {}),
      ...(category === undefined ? {} : { category: new Variant('s', category) }),
      ...(options.plain ? {} : imageHints(content.picture ?? null, look.picture, facts.specification)),
    },
    // Not every server keeps critical notifications on the screen automatically.
    expires: content.urgency === 'critical' ? 0 : -1,
  };
}

/** The hint was renamed twice. A server that reports no version gets the newest name. */
function imageHint(specification: string): string {
  if (specification === '1.1') return 'image_data';
  return /^(0\.|1\.0$)/.test(specification) ? 'icon_data' : 'image-data';
}

/** A picture in a file replaces the icon if the server supports that hint (since version 1.1). */
function imageHints(path: string | null, icon: RgbaPicture | null, specification: string): Record<string, Variant> {
  const data = imageHint(specification);
  if (path !== null && data !== 'icon_data') {
    return { [data.replace('data', 'path')]: new Variant('s', pathToFileURL(path).href) };
  }
  return icon === null ? {} : { [data]: imageData(icon) };
}

function imageData({ width, height, pixels }: RgbaPicture): Variant {
  return new Variant('(iiibiiay)', [width, height, 4 * width, true, 8, 4, pixels]);
}

/** D-Bus strings can't contain NUL. */
function printable(text: string): string {
  return text.replaceAll('\0', '');
}
