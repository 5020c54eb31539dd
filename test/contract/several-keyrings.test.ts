import { describe, expect, it, onTestFinished } from 'vitest';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { hasKeyring } from '../support/desktop/keychain-session.ts';
import { Keyrings } from '../support/desktop/second-keyring.ts';
import { builtDriver } from '../support/keychain/built-driver.ts';
import { ender, other, secret, unavailable, voron, withTwoPrinters } from '../support/keychain/two-printers.ts';

const driver = builtDriver();
const login = '/org/freedesktop/secrets/collection/login';

/** The tokens of two printers in the keyring that the login opens, and an app that has not read them yet. */
async function started() {
  const { session } = await withTwoPrinters(driver);
  const keyrings = await Keyrings.of(session);
  onTestFinished(() => keyrings.close());
  return { session, keyrings, keychain: new KeychainProcess(session, driver) };
}

describe.skipIf(!hasKeyring)('tokens that are not in the default keyring of GNOME Keyring', () => {
  it('are found when no keyring is the default any more', async () => {
    const { session, keyrings, keychain } = await started();
    await session.lock();
    await keyrings.makeDefault('/');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
    expect(await keychain.send({ verb: 'state' })).toBe('locked');
    await session.unlock();
    expect(await keychain.send({ verb: 'state' })).toBe('unlocked');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'read', id: 'never stored' })).toEqual({ kind: 'missing' });
  });

  it('are found once their keyring is open, while the new default one stays locked', async () => {
    const { session, keyrings, keychain } = await started();
    const work = await keyrings.create('Work');
    await keyrings.makeDefault(work);
    await session.lock();
    await keyrings.lock(work);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual(unavailable('locked'));
    await session.unlock();
    expect(await keychain.send({ verb: 'state' })).toBe('unlocked');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
  });

  it('are replaced by a new token although the default keyring changed since', async () => {
    const { keyrings, keychain } = await started();
    const work = await keyrings.create('Work');
    await keyrings.makeDefault(work);
    const renewed = { appApiToken: 'example-token-renewed' };
    expect(await keychain.send({ verb: 'write', id: voron, secret: renewed })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret: renewed });
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual({ kind: 'gone' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'missing' });
  });

  it('stay where they are when their keyring is renamed', async () => {
    const { session, keyrings, keychain } = await started();
    await keyrings.rename(login, 'Main');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    await session.lock();
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual(unavailable('locked'));
    await session.unlock();
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
  });
});
