import { resolve } from 'node:path';
import type { App } from 'electron';
import { readFlags } from '../../startup/flags.ts';
import { claimLinks, linkEntryName, linkHandler, linkStarts } from './link-desktop-file.ts';
import type { ThisApp } from './started-program.ts';

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

/** A place that can be started again. */
export type StartablePlace = Omit<LinkPlace, 'executable'> & { readonly executable: string };

/** The longest a sign-in waits for the tools of the desktop, in milliseconds: they take some tens of them, and seconds on a busy computer. */
const longest = { look: 4_000, claim: 6_000 } as const;

/**
 * Makes the system bring `octoglance:` links to this app, if it does not yet. Returns whether it will; where not, the
 * user pastes the address. Takes ten seconds at most. Never rejects.
 */
export async function bringLinksBack(place: LinkPlace): Promise<boolean> {
  const { app, platform, executable } = place;
  if (platform === 'darwin') {
    // macOS reads the scheme from the bundle's Info.plist, which a bare Electron lacks.
    return app.isPackaged && app.setAsDefaultProtocolClient('octoglance');
  }
  if (platform === 'win32') {
    if (executable === null) return false;
    const [program = executable, ...args] = startCommand({ ...place, executable });
    return app.setAsDefaultProtocolClient('octoglance', program, args);
  }
  return bringLinksBackOnLinux(place);
}

async function bringLinksBackOnLinux(place: LinkPlace): Promise<boolean> {
  const { app, environment, executable } = place;
  const handler = await linkHandler(environment, longest.look);
  if (handler === null) return false;
  const self: ThisApp = { program: executable, codeFolder: app.isPackaged ? null : place.appFolder, environment };
  const started = handler === '' ? { what: 'nothing' as const } : linkStarts(handler, self);
  if (started.what === 'this-app' && isForProfile(started.args, place))
    return handler !== linkEntryName || claimLinks(environment, null, longest.claim);
  // Another program's, or that of an OctoGlance with another profile: not to be taken away from it.
  const isFree = started.what === 'nothing' || started.what === 'gone' || handler === linkEntryName;
  if (!isFree || executable === null) return false;
  return claimLinks(environment, startCommand({ ...place, executable }), longest.claim);
}

/** Whether a start with these arguments reaches this app: it goes to the one that runs with that profile. */
function isForProfile(args: readonly string[], place: LinkPlace): boolean {
  const { userDataFolder, demo } = readFlags(args);
  if (demo !== place.demo) return false;
  if (userDataFolder !== null) return resolve(userDataFolder) === resolve(place.userDataFolder);
  return !place.ownProfile && place.app.isPackaged;
}

/** What starts this very app again: its program, its code where that is a bare Electron, its profile. */
export function startCommand(place: StartablePlace): readonly string[] {
  return [
    place.executable,
    // As root on Linux Chromium starts only without its sandbox, and then this app was started so.
    ...(place.sandbox ? [] : ['--no-sandbox']),
    ...(place.app.isPackaged ? [] : [place.appFolder]),
    ...(place.ownProfile || !place.app.isPackaged ? [`--user-data-dir=${place.userDataFolder}`] : []),
    ...(place.demo ? ['--demo'] : []),
  ];
}
