import type { Keytar } from './keytar.ts';

/** One call of keytar, on its way to the process that makes it. Secrets travel in these messages and nowhere else. */
export type KeytarCall = { readonly number: number } & (
  | { readonly verb: 'getPassword' | 'deletePassword'; readonly service: string; readonly account: string }
  | { readonly verb: 'setPassword'; readonly service: string; readonly account: string; readonly password: string }
);

/** `ready` or `no-keytar` comes once, unasked; then one answer for each call. keytar's error texts stay where they arise. */
export type KeytarMessage =
  | 'ready'
  | 'no-keytar'
  | { readonly number: number; readonly value: string | boolean | null }
  | { readonly number: number; readonly rejected: true };

/** The helper process's whole work: loads keytar, says so, and then makes one call for each message. Never rejects. */
export async function serveKeytar(
  load: () => Promise<Keytar>,
  post: (message: KeytarMessage) => void,
): Promise<(call: KeytarCall) => Promise<void>> {
  const keytar = await load().catch(() => null);
  post(keytar === null ? 'no-keytar' : 'ready');
  return async (call) => {
    const { number } = call;
    if (keytar === null) return post({ number, rejected: true });
    try {
      post({ number, value: await make(keytar, call) });
    } catch {
      post({ number, rejected: true });
    }
  };
}

async function make(keytar: Keytar, call: KeytarCall): Promise<string | boolean | null> {
  switch (call.verb) {
    case 'getPassword':
      return keytar.getPassword(call.service, call.account);
    case 'deletePassword':
      return keytar.deletePassword(call.service, call.account);
    case 'setPassword':
      await keytar.setPassword(call.service, call.account, call.password);
      return null;
  }
}
