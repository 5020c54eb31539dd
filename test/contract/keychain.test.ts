import { once } from 'node:events';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { DesktopSession, hasKeyring } from '../support/desktop/keychain-session.ts';
import { builtDriver } from '../support/keychain/built-driver.ts';
import { ender, other, secret, voron, withTwoPrinters } from '../support/keychain/two-printers.ts';

const driver = builtDriver();

describe.skipIf(!hasKeyring)('the keychain on the real GNOME Keyring', () => {
  it('stores, finds and removes, and leaves no trace of its probe', async () => {
    const { session, keychain } = await withTwoPrinters(driver);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'rawGet', id: voron })).toBe(JSON.stringify(secret));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual({ kind: 'gone' });
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual({ kind: 'gone' });
    await wait(5_100);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'missing' });
    expect(await keychain.send({ verb: 'rawGet', id: 'probe' })).toBeNull();
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
    expect(session.prompts).toBe(0);
  });

  it('distinguishes an entry deleted by another program from the others', async () => {
    const { keychain } = await withTwoPrinters(driver);
    expect(await keychain.send({ verb: 'rawDelete', id: voron })).toBe(true);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'missing' });
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
  });

  it('has one entry of each printer, whatever keyring is the default', async () => {
    const { session, keychain } = await withTwoPrinters(driver);
    const newer = { appApiToken: 'example-token-newer' };
    await session.useKeyring('session');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'write', id: voron, secret: newer })).toEqual({ kind: 'kept' });
    expect(await session.keyringsWith(voron)).toHaveLength(1);
    for (const name of ['login', 'session'] as const) {
      await session.useKeyring(name);
      expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret: newer });
    }
    await session.useKeyring('login');
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual({ kind: 'gone' });
    expect(await session.keyringsWith(voron)).toEqual([]);
    expect(session.prompts).toBe(0);
  });

  it.each([
    ['example-token-by-hand', { kind: 'found', secret: { appApiToken: 'example-token-by-hand' } }],
    ['{"appApiToken":"example-token-cut', { kind: 'missing' }],
    ['{"appApiToken":5}', { kind: 'missing' }],
    ['two words', { kind: 'missing' }],
  ])('reads the entry %s', async (entry, expected) => {
    const { keychain } = await withTwoPrinters(driver);
    await keychain.send({ verb: 'rawSet', id: voron, entry });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(expected);
  });

  it('gets back from a keyring without a password, which is stored as text, exactly what it stored', async () => {
    const session = new DesktopSession();
    await session.startBus();
    session.countPrompts();
    let daemon = await session.startKeyring('without-password');
    const keychain = new KeychainProcess(session, driver);
    // GNOME Keyring 50 loses a whole keyring with a line break in one of its secrets.
    const odd = ['"', '\\', '\\n', '\n', '\r\n[2]\n', '\u2028', 'ü', ' = ; # ', '\t'].join('x');
    const strange = { appApiToken: 'example-"token"\\n[1]', authBasicHttpPassword: odd, octoPrintApiKey: odd };
    expect(await keychain.send({ verb: 'write', id: voron, secret: strange })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'write', id: ender, secret: other })).toEqual({ kind: 'kept' });
    const file = readFileSync(join(session.home, '.local/share/keyrings/login.keyring'), 'utf8');
    expect(file).toContain('secret={');
    daemon.kill('SIGKILL');
    await once(daemon, 'exit');
    daemon = await session.startKeyring('without-password');
    // GNOME Keyring reports such a keyring as locked until somebody wants to unlock it; libsecret stays bound to the
    // process that is gone for one more call.
    await expect
      .poll(() => keychain.send({ verb: 'read', id: voron }), { timeout: 30_000, interval: 500 })
      .toEqual({ kind: 'found', secret: strange });
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
    expect(session.prompts).toBe(0);
  });

  it('rejects a secret that is too long for Windows, and stores one just below', async () => {
    const { keychain } = await withTwoPrinters(driver);
    const bare = JSON.stringify({ appApiToken: '' }).length;
    const fits = { appApiToken: 'x'.repeat(2_500 - bare) };
    expect(await keychain.send({ verb: 'write', id: voron, secret: fits })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret: fits });
    const long = { appApiToken: `${fits.appApiToken}x` };
    expect(await keychain.send({ verb: 'write', id: voron, secret: long })).toEqual({ kind: 'too-long' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret: fits });
  });

  it('serves several calls with one helper process, which ends soon after', async () => {
    const { keychain } = await withTwoPrinters(driver);
    await Promise.all([voron, ender, voron].map((id) => keychain.send({ verb: 'read', id })));
    expect(await keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 1, alive: true });
    await expect.poll(() => keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 1, alive: false });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 2, alive: true });
  });

  it('replaces a dead helper process at the next call', async () => {
    const { keychain } = await withTwoPrinters(driver);
    expect(await keychain.send({ verb: 'killHelper' })).toBe(true);
    await expect.poll(() => keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 1, alive: false });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 2, alive: true });
  });
});
