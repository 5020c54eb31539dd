import { describe, expect, it, onTestFinished } from 'vitest';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { hasKWallet, KWalletSession } from '../support/desktop/kwallet.ts';
import { builtDriver } from '../support/keychain/built-driver.ts';

const driver = builtDriver();
const voron = '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e';
const secret = { appApiToken: 'example-token-voron' };
const usual = 'Enabled=true\nFirst Use=false\nDefault Wallet=kdewallet';
const unavailable = (why: string) => ({ kind: 'unavailable', why });

/** KWallet with a closed wallet. */
async function closedWallet(extra: NodeJS.ProcessEnv = {}) {
  const session = new KWalletSession(usual, extra);
  await session.startBus();
  onTestFinished(() => session.end());
  await session.open();
  // It only offers a wallet as a Secret Service if the wallet existed when it started.
  await session.end();
  return session;
}

async function wroteVoron(session: KWalletSession) {
  await session.open();
  const first = new KeychainProcess(session, driver);
  expect(await first.send({ verb: 'state' })).toBe('unlocked');
  expect(await first.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
  await session.end();
}

describe.skipIf(!hasKWallet)('the keychain on the real KWallet', () => {
  it('that is not running is started by its name, once, and then locked', async () => {
    const session = await closedWallet();
    const before = session.starts();
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'state' })).toBe('locked');
    expect(await keychain.send({ verb: 'state' })).toBe('locked');
    expect(session.starts() - before).toBe(1);
  });

  it('unlocked by the login is open although it reports locked, and needs no dialog', async () => {
    const session = await closedWallet();
    await wroteVoron(session);
    await session.open();
    const later = new KeychainProcess(session, driver);
    expect(await later.send({ verb: 'state' })).toBe('unlocked');
    expect(await later.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await later.send({ verb: 'read', id: 'a printer never stored' })).toEqual({ kind: 'missing' });
    expect(await later.send({ verb: 'rawGet', id: 'probe' })).toBeNull();
  });

  it('unlocked by the login after the first call continues', async () => {
    const session = await closedWallet({ KEYCHAIN_PATIENCE: '3000' });
    await wroteVoron(session);
    const later = new KeychainProcess(session, driver);
    // Without a display its dialog closes immediately, or never appears.
    expect([unavailable('asking'), unavailable('locked')]).toContainEqual(
      await later.send({ verb: 'read', id: voron }),
    );
    expect(await later.send({ verb: 'state' })).toBe('locked');
    await session.open();
    expect(await later.send({ verb: 'state' })).toBe('unlocked');
    await expect
      .poll(() => later.send({ verb: 'read', id: voron }), { timeout: 20_000 })
      .toEqual({ kind: 'found', secret });
  });

  it.each(['Enabled=false', 'Enabled[$e]=off', 'Default Wallet=x\nEnabled = 0'])(
    'with %s is reported as switched off, and not started',
    async (settings) => {
      const session = new KWalletSession(settings);
      await session.startBus();
      const keychain = new KeychainProcess(session, driver);
      expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('kwallet-disabled'));
      expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual(unavailable('kwallet-disabled'));
      expect(session.starts()).toBe(0);
    },
  );

  it('that does not start is not started repeatedly', async () => {
    const session = new KWalletSession(usual, { QT_QPA_PLATFORM: 'none-such' });
    await session.startBus();
    const keychain = new KeychainProcess(session, driver);
    for (let time = 0; time < 3; time += 1) expect(await keychain.send({ verb: 'state' })).toBe('no-secret-service');
    expect(session.starts()).toBe(1);
  });

  it('does not replace a keychain that is about to start, outside Plasma', async () => {
    const session = new KWalletSession(usual);
    session.activate('org.freedesktop.secrets', 'exit 1');
    await session.startBus();
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'state' })).toBe('no-secret-service');
    expect(session.starts()).toBe(0);
  });
});
