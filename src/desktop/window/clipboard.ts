import { clipboard } from 'electron';

/** Puts a text into the clipboard. */
export async function copyText(text: string): Promise<void> {
  // Resolves to a promise from Electron 44 on.
  await clipboard.writeText(text);
}
