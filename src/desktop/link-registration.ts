import type { App } from 'electron';
import { claimLinks, linkHandler } from './link-entry.ts';

/** Where the app runs; given from outside, so that every system's way can be told apart. */
export interface LinkPlace {
  readonly app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** The program that is there later too, absolute; null where nobody knows which that is. */
  readonly executable: string | null;
  /** Folder of the app's code: what a bare Electron has to be told to run. */
  readonly appFolder: string;
  readonly userDataFolder: string;
  /** Started with a profile of its own or for the demo: a link has to find its way back to that very profile. */
  readonly ownProfile: boolean;
  readonly demo: boolean;
  readonly sandbox: boolean;
}

/** The desktop file of the packages, see `desktopName` in package.json. */
const installedEntry = 'io.github.octoglance.OctoGlance.desktop';

/**
 * Makes the system bring `octoglance:` links to this app, if it does not yet. Returns whether it will; where not, the
 * user pastes the address. Never rejects.
 */
export async function bringLinksBack(place: LinkPlace): Promise<boolean> {
  const { app, platform, executable } = place;
  if (executable === null) return false;
  const command = startCommand({ ...place, executable });
  if (platform === 'darwin') {
    // macOS reads the scheme from the bundle's Info.plist, which a bare Electron lacks.
    return app.isPackaged && app.setAsDefaultProtocolClient('octoglance');
  }
  if (platform === 'win32') {
    const [program = executable, ...args] = command;
    return app.setAsDefaultProtocolClient('octoglance', program, args);
  }
  const installed = app.isPackaged && !place.ownProfile;
  if (installed && (await linkHandler(place.environment)) === installedEntry) return true;
  return claimLinks(place.environment, command);
}

/** What starts this very app again: its program, its code where that is a bare Electron, its profile. */
export function startCommand(place: LinkPlace & { readonly executable: string }): readonly string[] {
  return [
    place.executable,
    // As root on Linux Chromium starts only without its sandbox, and then this app was started so.
    ...(place.sandbox ? [] : ['--no-sandbox']),
    ...(place.app.isPackaged ? [] : [place.appFolder]),
    ...(place.ownProfile || !place.app.isPackaged ? [`--user-data-dir=${place.userDataFolder}`] : []),
    ...(place.demo ? ['--demo'] : []),
  ];
}
