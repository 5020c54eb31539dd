import { app } from 'electron';
import { keyLogVariable, requestLogs } from '../../startup/request-logs.ts';
import { hasSharedMemory } from '../../startup/shared-memory.ts';

/**
 * Chromium's features that are off by default: a later switch of the same name replaces an earlier one, so they are set
 * together.
 */
const features = [
  // Requests are few and small; a separate process costs more than all of them.
  'NetworkServiceInProcess2',
  // On Wayland the window follows the desktop's text size, at once (Chromium 131 and later; older ones ignore the
  // name).
  'WaylandUiScale',
];

/**
 * Reduces Chromium's memory use by 23 MB, measured on Electron 33 under Linux, and enables its features that the app
 * needs. Does not affect the window's sandbox. Must run before the app is ready.
 */
export function lightenChromium(): void {
  // A window of text and simple shapes needs no GPU process; without the second switch it would rasterize in software.
  app.commandLine.appendSwitch('disable-gpu');
  app.commandLine.appendSwitch('disable-software-rasterizer');
  app.commandLine.appendSwitch('enable-features', features.join());
}

/** Keeps Chromium from aborting where `/dev/shm` can't be used. Must run before the app is ready. */
export function avoidMissingSharedMemory(): void {
  if (process.platform === 'linux' && !hasSharedMemory()) app.commandLine.appendSwitch('disable-dev-shm-usage');
}

/** Keeps Chromium from writing requests and TLS keys to files. Must run before the app is ready. */
export function keepRequestsOutOfFiles(): void {
  for (const name of requestLogs) app.commandLine.removeSwitch(name);
  delete process.env[keyLogVariable];
}

/**
 * Disables Chromium features that would give the window access to the network; the rest is in `window-session.ts`. Must
 * run before the app is ready.
 */
export function closeWaysOut(): void {
  // WebRTC is not covered by the content security policy. With this it uses no UDP, and for TCP the dead proxy of the
  // window's session.
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // Resolving names ahead of time would reveal them to the DNS servers.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}
