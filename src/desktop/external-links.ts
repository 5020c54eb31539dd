import { shell } from 'electron';
import type { Words } from '../domain/words/words.ts';
import type { Answer } from '../ipc/contract.ts';

/** Opens an address in the user's browser. Callers pass only addresses that links.ts let through. */
export async function openInBrowser(address: URL, { deeds }: Words): Promise<Answer> {
  try {
    await shell.openExternal(address.href);
    return { ok: true };
  } catch (error) {
    const code = error instanceof Error ? error.message : null;
    return { ok: false, message: deeds.browserDidNotOpen(`${address.origin}${address.pathname}`, code) };
  }
}
