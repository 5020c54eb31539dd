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
  /** The picture for a state, or with null the app's own. */
  readonly picture: (state: StatusKind | null) => NativeImage;
  /** What a click on a notification is called, where a server names it. */
  readonly openLabel: () => string;
  /** Gets the token by which what a click opens may come to the front; null where the system gives none. */
  readonly activated: (token: string | null) => void;
}

/** Notification servers draw pictures about as large, in points. */
const shownPoints = 48;

/** Writing a picture down takes the D-Bus library time that grows with it: some 10 ms for one of 96 × 96 pixels. */
const largestPixels = 96;

/** The notifications of the system that the app runs on. */
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

/** Electron's bitmaps are blue, green, red, alpha, the colours multiplied by alpha. */
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
