import type { Keytar } from './keytar.ts';

/** A keytar call, as sent to the process that makes it. Secrets are sent in these messages and nowhere else. */
export type KeytarCall = { readonly number: number } & (
  | { readonly verb: 'getPassword' | 'deletePassword'; readonly service: string; readonly account: string }
  | { readonly verb: 'setPassword'; readonly service: string; readonly account: string; readonly password: string }
);

/** `ready` or `no-keytar` is sent once at the start, then one response per call. keytar's error texts are not sent. */
export type KeytarMessage =
  | 'ready'
  | 'no-keytar'
  | { readonly number: number; readonly value: string | boolean | null }
  | { readonly number: number; readonly rejected: true };

/** All that the helper process does: loads keytar, reports that, and makes one call per message. Never rejects. */
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
