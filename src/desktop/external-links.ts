import { shell } from 'electron';
import type { Answer } from '../ipc/contract.ts';

/** Opens an address in the user's browser. Callers pass only addresses that links.ts let through. */
export async function openInBrowser(address: URL): Promise<Answer> {
  try {
    await shell.openExternal(address.href);
    return { ok: true };
  } catch (error) {
    return {
      ok: false,
      message: {
        title: 'The browser did not open',
        text: `Open this address yourself: ${address.origin}${address.pathname}`,
        smallPrint: error instanceof Error ? error.message : null,
      },
    };
  }
}
