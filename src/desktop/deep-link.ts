import { app } from 'electron';
import { type Flags, readFlags } from '../startup/flags.ts';
import { bringLinksBack } from './link-registration.ts';

/**
 * Hears of `octoglance:` links and of a second launch. On Linux and Windows a link starts the app a second time with the
 * link as an argument; macOS sends it to the running one. A second launch without a link wants the window.
 */
export function listenForLinks(listeners: {
  readonly onLink: (link: string) => void;
  readonly onShow: () => void;
}): void {
  app.on('second-instance', (_event, args) => {
    const { deepLink } = readFlags(args);
    if (deepLink === null) listeners.onShow();
    else listeners.onLink(deepLink);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    listeners.onLink(link);
  });
  app.on('activate', listeners.onShow);
  // The app lives on in the tray when its window is closed.
  app.on('window-all-closed', () => {});
}

/**
 * Makes the system bring `octoglance:` links back to this app, for a sign-in that starts now. Returns whether it will.
 * Never rejects.
 */
export function linksComeBack(flags: Flags): Promise<boolean> {
  return bringLinksBack({
    app,
    platform: process.platform,
    environment: process.env,
    executable: process.execPath,
    appFolder: app.getAppPath(),
    userDataFolder: app.getPath('userData'),
    ownProfile: flags.userDataFolder !== null || flags.demo,
    demo: flags.demo,
    sandbox: !app.commandLine.hasSwitch('no-sandbox'),
  });
}
