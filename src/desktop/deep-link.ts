import { userInfo } from 'node:os';
import { app } from 'electron';
import { type AppImage, lastingProgram } from '../startup/app-image.ts';
import type { Flags } from '../startup/flags.ts';
import { sessionEnvironment } from '../startup/own-environment.ts';
import { bringLinksBack } from './link-registration.ts';

/**
 * Makes the system bring `octoglance:` links back to this app with `profile` (absolute), for a sign-in that starts now. Returns whether it will.
 * Never rejects.
 */
export function linksComeBack(flags: Flags, profile: string, image: AppImage | null): Promise<boolean> {
  return bringLinksBack({
    app,
    platform: process.platform,
    environment: sessionEnvironment(process.env, image, () => userInfo().homedir),
    executable: lastingProgram(image, process.execPath),
    appFolder: app.getAppPath(),
    userDataFolder: profile,
    ownProfile: flags.userDataFolder !== null || flags.demo,
    demo: flags.demo,
    sandbox: !app.commandLine.hasSwitch('no-sandbox'),
  });
}
