import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nativeImage } from 'electron';
import type { WebcamPicture } from '../../domain/print/webcam.ts';
import { MINUTE, type Milliseconds } from '../../domain/time.ts';
import { turnedPixels } from './turned-pixels.ts';

/** A notification that the desktop can't show yet waits ten minutes; after that its picture is no longer needed. */
const keptFor: Milliseconds = 15 * MINUTE;

/** Maximum length of the longer side, px; no desktop shows larger pictures. */
const longestSide = 512;

/** A UUID. */
const ownName = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.png$/;

/** In pixels; decoding more would block the app for too long. A 4K webcam has fewer. */
const largestPicture = 9_000_000;

/**
 * Stores pictures for notifications in files of the profile that only their user can read; desktops expect a path. Data
 * from the network is decoded, rotated and encoded again, so that no other program ever gets the original bytes.
 */
export class PictureFiles {
  readonly #folder: string;
  readonly #timers = new Set<NodeJS.Timeout>();
  #ready: Promise<unknown>;

  /**
   * `folder` is absolute. Pictures that an earlier run left there are removed, and nothing else: the profile may be a
   * folder of the user's that has pictures of its own.
   */
  constructor(folder: string) {
    this.#folder = folder;
    this.#ready = this.#clear();
  }

  /** Resolves to the path of a PNG, which is removed after 15 min; null if it could not be written. Never rejects. */
  async keep(picture: WebcamPicture): Promise<string | null> {
    if (picture.width * picture.height > largestPicture) return null;
    try {
      const png = pngOf(picture);
      if (png === null) return null;
      await this.#ready;
      const path = join(this.#folder, `${crypto.randomUUID()}.png`);
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(path, png, { mode: 0o600, flag: 'wx' });
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void rm(path, { force: true }).catch(() => undefined);
      }, keptFor);
      timer.unref();
      this.#timers.add(timer);
      return path;
    } catch {
      return null;
    }
  }

  /** Removes all pictures; used on quit. Never rejects. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    await this.#ready;
    await this.#clear();
  }

  async #clear(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (ownName.test(name)) await rm(join(this.#folder, name), { force: true }).catch(() => undefined);
    }
    // Only an empty folder is removed.
    await rmdir(this.#folder).catch(() => undefined);
  }
}

function pngOf(picture: WebcamPicture): Buffer | null {
  const whole = nativeImage.createFromBuffer(Buffer.from(picture.bytes));
  if (whole.isEmpty()) return null;
  const { width, height } = whole.getSize();
  const isWide = width >= height;
  const small =
    Math.max(width, height) <= longestSide
      ? whole
      : whole.resize({ ...(isWide ? { width: longestSide } : { height: longestSide }), quality: 'good' });
  const turned = turnedPixels({ ...small.getSize(), bytes: small.toBitmap() }, picture);
  const { width: newWidth, height: newHeight } = turned;
  return nativeImage.createFromBitmap(Buffer.from(turned.bytes), { width: newWidth, height: newHeight }).toPNG();
}
