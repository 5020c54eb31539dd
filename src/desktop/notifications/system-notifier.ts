import type { NativeImage } from 'electron';
import type { SessionBus } from '../../dbus/session-bus.ts';
import type { StatusKind } from '../../domain/status.ts';
import { largestScale } from '../tray/initial-tray.ts';
import { DbusNotifier } from './dbus-notifier.ts';
import { ElectronNotifier } from './electron-notifier.ts';
import type { Notifier } from './notifier.ts';
import type { RgbaPicture } from './notify-arguments.ts';

export interface SystemNotifierParts {
  /** Null on systems other than Linux. */
  readonly bus: SessionBus | null;
  /** The icon of a state, or the app's own for null. */
  readonly picture: (state: StatusKind | null) => NativeImage;
  /** Label for a click on a notification, for servers that show it. */
  readonly openLabel: () => string;
  /** Receives the token that lets the program opened by a click come to the front; null if the system provides none. */
  readonly activated: (token: string | null) => void;
}

/** Approximate icon size in notifications, in points. */
const shownPoints = 48;

/** Encoding an image takes the D-Bus library time that grows with its size: about 10 ms for 96 × 96 pixels. */
const largestPixels = 96;

/** Notifications of the system the app runs on. */
export function createSystemNotifier({ bus, picture, openLabel, activated }: SystemNotifierParts): Notifier {
  if (bus === null) return new ElectronNotifier(picture);
  const pictures = new Map<string, RgbaPicture>();
  const rgba = (state: StatusKind | null) => {
    const width = Math.min(Math.round(shownPoints * largestScale()), largestPixels);
    const name = `${state} ${width}`;
    const known = pictures.get(name) ?? rgbaOf(picture(state).resize({ width, height: width, quality: 'best' }));
    pictures.set(name, known);
    return known;
  };
  return new DbusNotifier({ bus, picture: rgba, openLabel, activated });
}

/** Electron's bitmaps are blue, green, red, alpha, with the colours premultiplied. */
function rgbaOf(image: NativeImage): RgbaPicture {
  const { width, height } = image.getSize();
  const bgra = image.toBitmap();
  const pixels = Buffer.alloc(bgra.length);
  for (let at = 0; at < bgra.length; at += 4) {
    const alpha = bgra[at + 3] ?? 0;
    const straight = (value = 0) => (alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha)));
    pixels[at] = straight(bgra[at + 2]);
    pixels[at + 1] = straight(bgra[at + 1]);
    pixels[at + 2] = straight(bgra[at]);
    pixels[at + 3] = alpha;
  }
  return { width, height, pixels };
}
