import { app } from 'electron';
import { appAddress } from './app-protocol.ts';
import { endPageProcess } from './end-page-process.ts';

/**
 * Restricts windows to the app's own page: no navigation, no new windows, no objection to being closed.
 */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    // The content security policy doesn't cover WebRTC.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    // The page may not keep its window open.
    contents.on('will-prevent-unload', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('frame-created', (_event, { frame }) => {
      if (frame !== null && frame.parent !== null && isOwnPage(frame.parent)) endPage(contents);
    });
  });
}

/**
 * Ends the process of a page at once; the window then loads it again. The app's page has no frames, so a frame, even an
 * empty one, means that the page is compromised: a frame gets fresh globals, without the preload script's changes.
 */
function endPage(contents: Electron.WebContents): void {
  try {
    endPageProcess(contents);
  } catch {
    // It has already ended.
  }
}

/** Whether a message comes from the app's own page and not from a frame in it. */
export function isOwnPage(frame: Electron.WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.split(/[?#]/)[0] === appAddress;
}
