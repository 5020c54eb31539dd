import { userInfo } from 'node:os';
import { app } from 'electron';
import { type AppImage, lastingProgram } from '../../startup/app-image.ts';
import type { Flags } from '../../startup/flags.ts';
import { sessionEnvironment } from '../../startup/own-environment.ts';
import { bringLinksBack } from './link-registration.ts';

/** As root Chromium only starts without its sandbox, which no launcher adds. */
const isRoot = () => process.getuid?.() === 0;

/** Registers this app for `octoglance:` links. */
export class LinkReturn {
  readonly #flags: Flags;
  readonly #profile: string;
  readonly #image: AppImage | null;

  /** `profile` is absolute; `image` is the running AppImage, or null. */
  constructor(flags: Flags, profile: string, image: AppImage | null) {
    this.#flags = flags;
    this.#profile = profile;
    this.#image = image;
  }

  /**
   * Makes the system return links to this app with its profile, for a sign-in that is about to start. Resolves to
   * whether it will. Never rejects.
   */
  comeBack(): Promise<boolean> {
    return bringLinksBack({
      app,
      platform: process.platform,
      environment: sessionEnvironment(process.env, this.#image, () => userInfo().homedir),
      executable: lastingProgram(this.#image, process.execPath),
      appFolder: app.getAppPath(),
      userDataFolder: this.#profile,
      ownProfile: this.#flags.userDataFolder !== null || this.#flags.demo,
      demo: this.#flags.demo,
      sandbox: !app.commandLine.hasSwitch('no-sandbox') || (this.#image !== null && !isRoot()),
    });
  }
}
