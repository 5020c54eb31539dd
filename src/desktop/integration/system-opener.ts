import { userInfo } from 'node:os';
import { shell } from 'electron';
import type { SessionBus } from '../../dbus/session-bus.ts';
import type { AppImage } from '../../startup/app-image.ts';
import { sessionEnvironment } from '../../startup/own-environment.ts';
import { type Opening, openOnLinux } from './link-opener.ts';

export interface SystemOpener {
  /** Opens an address, a file or a folder (absolute path) with the user's default program. Never rejects. */
  readonly open: (what: string) => Promise<Opening>;
  /** Stores a token of the desktop that lets the next program opened come to the front, once. */
  readonly activated: (token: string | null) => void;
}

/** `bus` is null on systems other than Linux; `image` is the running AppImage, or null. */
export function createSystemOpener(bus: SessionBus | null, image: AppImage | null): SystemOpener {
  let token: string | null = null;
  const openHere = (what: string, here: SessionBus) => {
    // Source: the XDG Activation protocol; the second name is from X11's startup notification.
    const front = token === null ? {} : { XDG_ACTIVATION_TOKEN: token, DESKTOP_STARTUP_ID: token };
    token = null;
    const session = sessionEnvironment(process.env, image, () => userInfo().homedir);
    return openOnLinux(what, { bus: here, environment: { ...session, ...front } });
  };
  return {
    open: (what) => (bus === null ? openThroughElectron(what) : openHere(what, bus)),
    activated: (given) => {
      token = given;
    },
  };
}

async function openThroughElectron(what: string): Promise<Opening> {
  try {
    const failed = /^https?:/.test(what) ? await shell.openExternal(what) : await shell.openPath(what);
    return failed ? { kind: 'failed', why: failed } : { kind: 'opened' };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
