import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { DesktopSession, hasKeyring } from '../support/desktop/keychain-session.ts';
import { builtDriver } from '../support/keychain/built-driver.ts';
import { ender, other, secret, unavailable, voron, withTwoPrinters } from '../support/keychain/two-printers.ts';

const driver = builtDriver();

describe.skipIf(!hasKeyring)('a real GNOME Keyring that is locked, missing or killed', () => {
  it('locked: is reported, prompts once unless requested, and continues when unlocked', async () => {
    const { session, keychain } = await withTwoPrinters(driver);
    await session.lock();
    const ids = [voron, ender, 'a printer never stored'];
    for (let round = 0; round < 4; round += 1) {
      const responses = await Promise.all(ids.map((id) => keychain.send({ verb: 'read', id })));
      expect(responses).toEqual(ids.map(() => unavailable('locked')));
    }
    expect(session.prompts).toBe(1);

    await keychain.send({ verb: 'askAgain' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
    expect(session.prompts).toBe(2);

    expect(await keychain.send({ verb: 'write', id: voron, secret: other })).toEqual(unavailable('locked'));
    expect(session.prompts).toBe(3);
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('locked'));
    expect(session.prompts).toBe(3);

    await session.unlock();
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
    expect(session.prompts).toBe(3);
    expect(session.output).not.toContain('example-token');
  });

  it('locked before the app starts: is reported the same way', async () => {
    const { session, keyring, keychain } = await withTwoPrinters(driver);
    keyring.kill();
    await once(keyring, 'exit');
    await keychain.send({ verb: 'read', id: voron });
    await session.startKeyring('as-it-is');
    const later = new KeychainProcess(session, driver);
    expect(await later.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
    expect(await later.send({ verb: 'read', id: 'a printer never stored' })).toEqual(unavailable('locked'));
    await session.unlock();
    expect(await later.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await later.send({ verb: 'read', id: 'a printer never stored' })).toEqual({ kind: 'missing' });
  });

  it('killed and restarted at run time: is reported, never as a missing secret, and continues', async () => {
    const { session, keyring, keychain } = await withTwoPrinters(driver);
    keyring.kill('SIGKILL');
    await once(keyring, 'exit');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-secret-service'));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('no-secret-service'));
    await session.startKeyring('unlocked');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'write', id: 'a new printer', secret: other })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: 'a printer never stored' })).toEqual({ kind: 'missing' });
  });

  it('replaced between two calls: never reports a missing secret, and continues at the second call', async () => {
    const { session, keyring, keychain } = await withTwoPrinters(driver);
    keyring.kill('SIGKILL');
    await once(keyring, 'exit');
    await session.startKeyring('unlocked');
    expect([unavailable('refused'), { kind: 'found', secret }]).toContainEqual(
      await keychain.send({ verb: 'read', id: voron }),
    );
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(session.prompts).toBe(0);
  });

  it('without a session bus at run time: is reported, or the app ends with the session', async () => {
    const { bus, keychain } = await withTwoPrinters(driver);
    bus.kill('SIGKILL');
    await once(bus, 'exit');
    const response = await Promise.race([keychain.send({ verb: 'read', id: voron }), keychain.exit]);
    expect([unavailable('no-session-bus'), { code: null, signal: 'SIGTERM' }]).toContainEqual(response);
  });

  it('without a keyring: never reports a missing secret', async () => {
    const session = new DesktopSession();
    await session.startBus();
    session.countPrompts();
    await session.startKeyring('as-it-is');
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-keyring'));
    expect(session.prompts).toBe(0);
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual(unavailable('no-keyring'));
    expect(session.prompts).toBeGreaterThan(0);
  });

  it('without a Secret Service: is reported, and continues when one starts', async () => {
    const session = new DesktopSession();
    await session.startBus();
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual(unavailable('no-secret-service'));
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-secret-service'));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('no-secret-service'));
    expect(session.output).not.toContain('example-token');
    await session.startKeyring('unlocked');
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
  });

  it.each([
    ['no session bus', {}],
    ['a session bus that is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['a session bus address that is none', { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }],
  ])('%s: is reported', async (_what, environment) => {
    const session = new DesktopSession(environment);
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual(unavailable('no-session-bus'));
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-session-bus'));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('no-session-bus'));
    expect(session.output).not.toContain('example-token');
  });
});
