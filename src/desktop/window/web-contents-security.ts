import { app, session } from 'electron';
import { appAddress } from './app-protocol.ts';

/** Nothing but the app's own page is ever shown: no navigation, no new window, no permission, no download. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    // WebRTC is held by no content security policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('frame-created', (_event, { frame }) => {
      if (frame !== null && frame.parent !== null && isOwnPage(frame.parent)) endPage(contents);
    });
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.on('will-download', (event) => event.preventDefault());
}

/**
 * The app's page has no frames, so it is not the app's any more when one appears in it, empty or not: what a frame has again
 * is not as the preload script left it. Ends the process of the page at once; the window then loads it afresh.
 */
function endPage(contents: Electron.WebContents): void {
  try {
    process.kill(contents.getOSProcessId(), 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Whether a message comes from the app's own page, and from no frame within it. */
export function isOwnPage(frame: Electron.WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.split(/[?#]/)[0] === appAddress;
}
