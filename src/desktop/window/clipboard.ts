import { clipboard } from 'electron';

/** Copies text to the clipboard. */
export async function copyText(text: string): Promise<void> {
  // Returns a promise since Electron 44.
  await clipboard.writeText(text);
}
