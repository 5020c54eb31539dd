import { ipcMain } from 'electron';
import { createGate, type GateParts, requestNames } from './request-gate.ts';

/**
 * Answers the window's requests, with a `Reply` each. Refusals are answers too: Electron would print an error, and send
 * its text to the page, each time.
 */
export function answerRequests(parts: GateParts, isOwnPage: (frame: Electron.WebFrameMain | null) => boolean): void {
  const gate = createGate(parts);
  for (const name of requestNames) {
    ipcMain.handle(name, (event, ...args: unknown[]) => gate(name, args, () => isOwnPage(event.senderFrame)));
  }
}

/** electron-store answers any page with the profile's path, on a channel it opens at the first write; nobody here asks. */
const foreignChannel = 'electron-store-get-data';

/** Keeps the window's requests the only way in, whatever channels libraries open. */
export function closeForeignChannels(): void {
  ipcMain.on('newListener', (name: unknown) => {
    if (name === foreignChannel) setImmediate(() => ipcMain.removeAllListeners(foreignChannel));
  });
}
