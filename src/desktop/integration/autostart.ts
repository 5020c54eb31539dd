import { userInfo } from 'node:os';
import { app } from 'electron';
import type { Messages } from '../../i18n/messages.ts';
import { type AppImage, lastingProgram } from '../../startup/app-image.ts';
import type { Flags } from '../../startup/flags.ts';
import { sessionEnvironment } from '../../startup/own-environment.ts';
import { createLoginStart, type LoginStart } from './login-item.ts';
import { isPassingOnMac } from './passing-place.ts';

/** "Start at login" for this app with `profile` (absolute) on this system; `image` is the running AppImage, or null. */
export function systemLoginStart(
  flags: Flags,
  profile: string,
  image: AppImage | null,
  messages: () => Messages,
): LoginStart {
  const isPassing = process.platform === 'darwin' && isPassingOnMac(process.execPath);
  return createLoginStart({
    app,
    platform: process.platform,
    environment: sessionEnvironment(process.env, image, () => userInfo().homedir),
    executable: isPassing ? null : lastingProgram(image, process.execPath),
    profile,
    ownProfile: flags.userDataFolder !== null,
    demo: flags.demo,
    messages,
  });
}
