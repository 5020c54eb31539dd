import { resolve } from 'node:path';
import type { App } from 'electron';
import { readFlags } from '../../startup/flags.ts';
import { desktopFileText } from './desktop-files.ts';
import { claimLinks, linkEntry, linkEntryName, linkHandler, linkStarts } from './link-desktop-file.ts';
import type { ThisApp } from './started-program.ts';

/** The environment of the app; injected so that tests can cover every system. */
export interface LinkPlace {
  readonly app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Absolute path of a program that still exists later; null if unknown. */
  readonly executable: string | null;
  /** Folder of the app's code, which plain Electron needs as an argument. */
  readonly appFolder: string;
  readonly userDataFolder: string;
  /** Whether the app has its own profile or runs the demo: links must return to that very profile. */
  readonly ownProfile: boolean;
  readonly demo: boolean;
  /**
   * Whether links start the app with Chromium's sandbox. An AppImage's launcher decides that at each start, so a run
   * without it doesn't count there.
   */
  readonly sandbox: boolean;
}

/** A place from which the app can be started again. */
export type StartablePlace = Omit<LinkPlace, 'executable'> & { readonly executable: string };

/**
 * The longest a sign-in waits for the desktop's tools, in milliseconds. They usually take tens of milliseconds, but
 * seconds on a busy computer.
 */
const longest = { look: 4_000, claim: 6_000 } as const;

/**
 * Makes the system open `octoglance:` links with this app, if it doesn't yet. Returns whether it will; if not, the user
 * pastes the address. Takes ten seconds at most. Never rejects.
 */
export async function bringLinksBack(place: LinkPlace): Promise<boolean> {
  const { app, platform, executable } = place;
  if (platform === 'darwin') {
    // macOS reads the scheme from the bundle's Info.plist, which plain Electron lacks.
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
  if (started.what === 'this-app' && isForProfile(started.args, place)) {
    const command =
      executable !== null && saysNoSandbox({ ...place, executable }) ? startCommand({ ...place, executable }) : null;
    return handler !== linkEntryName || claimLinks(environment, command, longest.claim);
  }
  // Links that belong to another program, or to an OctoGlance with another profile, are left alone.
  const isFree = started.what === 'nothing' || started.what === 'gone' || handler === linkEntryName;
  if (!isFree || executable === null) return false;
  return claimLinks(environment, startCommand({ ...place, executable }), longest.claim);
}

/**
 * Whether the app's own entry, as it was written by a run without the sandbox, would turn the sandbox off from now on.
 */
function saysNoSandbox(place: StartablePlace): boolean {
  const withoutSandbox = linkEntry(startCommand({ ...place, sandbox: false }));
  return place.sandbox && desktopFileText(linkEntryName, place.environment) === withoutSandbox;
}

/** Whether a start with these arguments reaches this app, that is, the instance with this profile. */
function isForProfile(args: readonly string[], place: LinkPlace): boolean {
  const { userDataFolder, demo } = readFlags(args);
  if (demo !== place.demo) return false;
  if (userDataFolder !== null) return resolve(userDataFolder) === resolve(place.userDataFolder);
  return !place.ownProfile && place.app.isPackaged;
}

/** The command that starts this app again: its program, its code for plain Electron, and its profile. */
export function startCommand(place: StartablePlace): readonly string[] {
  return [
    place.executable,
    // As root on Linux, Chromium only starts without its sandbox, so this app was started that way.
    ...(place.sandbox ? [] : ['--no-sandbox']),
    ...(place.app.isPackaged ? [] : [place.appFolder]),
    ...(place.ownProfile || !place.app.isPackaged ? [`--user-data-dir=${place.userDataFolder}`] : []),
    ...(place.demo ? ['--demo'] : []),
  ];
}
