import { ipcMain } from 'electron';
import { createGate, type GateParts, requestNames } from './request-gate.ts';

/**
 * Answers the window's requests, each with a `Reply`. Refusals are replies too: for a rejection Electron would print an
 * error and send its text to the page each time.
 */
export function answerRequests(parts: GateParts, isOwnPage: (frame: Electron.WebFrameMain | null) => boolean): void {
  closeForeignChannels();
  const gate = createGate(parts);
  for (const name of requestNames) {
    ipcMain.handle(name, (event, ...args: unknown[]) => gate(name, args, () => isOwnPage(event.senderFrame)));
  }
}

/**
 * electron-store sends the profile's path to any page, on a channel that it opens at the first write; nothing here uses
 * it.
 */
const foreignChannel = 'electron-store-get-data';

/** Keeps the window's requests the only channels, whatever libraries open. */
function closeForeignChannels(): void {
  ipcMain.on('newListener', (name: unknown) => {
    if (name === foreignChannel) setImmediate(() => ipcMain.removeAllListeners(foreignChannel));
  });
}
