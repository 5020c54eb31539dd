import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { Messages } from '../../i18n/messages.ts';
import type { AppImage } from '../../startup/app-image.ts';
import { sessionEnvironment } from '../../startup/own-environment.ts';
import { MenuEntry } from './menu-entry.ts';
import { removeOwnTraces } from './own-traces.ts';

/** This app's entry in the app menu, which follows an AppImage that was moved; `image` is the running one, or null. */
export function systemMenuEntry(image: AppImage | null, messages: () => Messages): MenuEntry {
  const icon = join(app.getAppPath(), 'assets', 'icons', '128x128.png');
  const entry = new MenuEntry({ environment: environmentOf(image), image, icon, messages });
  entry.repair();
  return entry;
}

/** Removes what this app wrote outside its profile; `ownProfile` as in `removeOwnTraces`. May throw. */
export function removeTracesHere(image: AppImage | null, ownProfile: string | null): void {
  if (process.platform === 'linux') removeOwnTraces(environmentOf(image), ownProfile);
  else if (process.platform === 'win32' && ownProfile === null) app.removeAsDefaultProtocolClient('octoglance');
}

function environmentOf(image: AppImage | null): NodeJS.ProcessEnv {
  return sessionEnvironment(process.env, image, () => userInfo().homedir);
}
