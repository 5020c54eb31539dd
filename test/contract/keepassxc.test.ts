import { describe, expect, it, vi } from 'vitest';
import { hasKeePassXC, KeePassSession } from '../support/desktop/keepassxc.ts';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { isInstalled } from '../support/desktop/keychain-session.ts';
import { builtDriver } from '../support/keychain/built-driver.ts';

// A desktop program that starts and stops several times takes long on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const driver = builtDriver();
const voron = '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e';
const ender = 'c1d2e3f4-1111-4222-8333-444455556666';
const secret = { appApiToken: 'example-token-voron' };
const unavailable = (why: string) => ({ kind: 'unavailable', why });

/** KeePassXC contains the tokens of two printers and isn't running. */
async function keptTwo() {
  const session = new KeePassSession({ KEYCHAIN_PATIENCE: '30000' });
  await session.startBus();
  const end = await session.startKeePass('open');
  const keychain = new KeychainProcess(session, driver);
  await keepTwo(session, keychain);
  await end();
  return session;
}

/**
 * Stores two tokens, each once KeePassXC has written the one before to its file: a change during that is only written
 * with the next one, and with an unwritten one it asks when it ends.
 */
async function keepTwo(session: KeePassSession, keychain: KeychainProcess): Promise<void> {
  for (const [index, id] of [voron, ender].entries()) {
    expect(await keychain.send({ verb: 'write', id, secret })).toEqual({ kind: 'kept' });
    await expect.poll(() => session.entriesOnDisk(), { timeout: 60_000 }).toBe(index + 1);
  }
}

describe.skipIf(!hasKeePassXC)('the keychain on the real KeePassXC', () => {
  it('stores, finds and removes; a lookup of a missing entry leaves nothing in the recycle bin', async () => {
    const session = await keptTwo();
    const end = await session.startKeePass('open');
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    for (let time = 0; time < 3; time += 1) {
      expect(await keychain.send({ verb: 'read', id: 'never stored' })).toEqual({ kind: 'missing' });
      expect(await keychain.send({ verb: 'remove', id: 'never stored' })).toEqual({ kind: 'gone' });
    }
    await end();
    expect(session.entriesOnDisk()).toBe(2);
  });

  it('with a closed database is locked, and does not prompt for a lookup', async () => {
    const session = await keptTwo();
    await session.startKeePass('closed');
    const keychain = new KeychainProcess(session, driver);
    for (let time = 0; time < 3; time += 1) expect(await keychain.send({ verb: 'state' })).toBe('locked');
  });
});

describe.skipIf(!hasKeePassXC || !isInstalled('Xvfb') || !isInstalled('xdotool'))(
  'KeePassXC that confirms each access',
  () => {
    it('denied: is not reported as missing, and not retried until the user wants it', async () => {
      const session = new KeePassSession({ KEYCHAIN_PATIENCE: '60000', QT_QPA_PLATFORM: 'xcb' });
      await session.startDisplay();
      await session.startBus();
      const end = await session.startKeePass('open');
      await keepTwo(session, new KeychainProcess(session, driver));
      await end();
      await session.startKeePass('open', { confirm: true });

      const keychain = new KeychainProcess(session, driver);
      const read = keychain.send({ verb: 'read', id: voron });
      await expect.poll(() => session.answerDialogue('Escape'), { timeout: 60_000 }).toBe(true);
      expect(await read).toEqual(unavailable('denied'));
      for (const id of [voron, ender, voron])
        expect(await keychain.send({ verb: 'read', id })).toEqual(unavailable('denied'));
      expect(await keychain.send({ verb: 'remove', id: ender })).toEqual(unavailable('denied'));
      expect(await keychain.send({ verb: 'read', id: 'never stored' })).toEqual({ kind: 'missing' });
      expect(await session.answerDialogue('Escape')).toBe(false);

      expect(await keychain.send({ verb: 'bringUp' })).toBe('refresh');
      const again = keychain.send({ verb: 'read', id: voron });
      await expect.poll(() => session.answerDialogue('Return'), { timeout: 60_000 }).toBe(true);
      expect(await again).toEqual({ kind: 'found', secret });
    });
  },
);
