import { expect } from 'vitest';
import { KeychainProcess } from '../desktop/keychain-process.ts';
import { DesktopSession } from '../desktop/keychain-session.ts';

export const voron = '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e';
export const ender = 'c1d2e3f4-1111-4222-8333-444455556666';
export const secret = { appApiToken: 'example-token-voron', url: 'https://app-example.octoeverywhere.com' };
export const other = { appApiToken: 'example-token-ender' };

export const unavailable = (why: string) => ({ kind: 'unavailable', why });

/** A session with an unlocked keyring that contains the secrets of two printers. `driver` is from `builtDriver`. */
export async function withTwoPrinters(driver: string) {
  const session = new DesktopSession();
  const bus = await session.startBus();
  session.countPrompts();
  const keyring = await session.startKeyring('unlocked');
  const keychain = new KeychainProcess(session, driver);
  expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
  expect(await keychain.send({ verb: 'write', id: ender, secret: other })).toEqual({ kind: 'kept' });
  return { session, bus, keyring, keychain };
}
