import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DesktopSession, hasKeyring, isInstalled, KeychainProcess } from '../support/desktop/keychain-session.ts';
import { builtDriver } from '../support/keychain/built-driver.ts';

const driver = builtDriver();

const voron = '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e';
const ender = 'c1d2e3f4-1111-4222-8333-444455556666';
const secret = { appApiToken: 'example-token-voron', url: 'https://app-example.octoeverywhere.com' };
const other = { appApiToken: 'example-token-ender' };

const unavailable = (why: string) => ({ kind: 'unavailable', why });

/** A session with an unlocked keyring that contains the secrets of two printers. */
async function withTwoPrinters(extra: NodeJS.ProcessEnv = {}) {
  const session = new DesktopSession(extra);
  const bus = await session.startBus();
  session.countPrompts();
  const keyring = await session.startKeyring('unlocked');
  const keychain = new KeychainProcess(session, driver);
  expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
  expect(await keychain.send({ verb: 'write', id: ender, secret: other })).toEqual({ kind: 'kept' });
  return { session, bus, keyring, keychain };
}

describe.skipIf(!hasKeyring)('the keychain on the real GNOME Keyring', () => {
  it('keeps, finds and removes, and leaves no trace of its probe', async () => {
    const { session, keychain } = await withTwoPrinters();
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

  it('tells an entry that was deleted behind its back from the others', async () => {
    const { keychain } = await withTwoPrinters();
    expect(await keychain.send({ verb: 'rawDelete', id: voron })).toBe(true);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'missing' });
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual({ kind: 'found', secret: other });
  });

  it.each([
    ['example-token-by-hand', { kind: 'found', secret: { appApiToken: 'example-token-by-hand' } }],
    ['{"appApiToken":"example-token-cut', { kind: 'missing' }],
    ['{"appApiToken":5}', { kind: 'missing' }],
    ['two words', { kind: 'missing' }],
  ])('reads the entry %s', async (entry, expected) => {
    const { keychain } = await withTwoPrinters();
    await keychain.send({ verb: 'rawSet', id: voron, entry });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(expected);
  });

  it('refuses a secret that Windows could not keep, and keeps one just below', async () => {
    const { keychain } = await withTwoPrinters();
    const bare = JSON.stringify({ appApiToken: '' }).length;
    const fits = { appApiToken: 'x'.repeat(2_500 - bare) };
    expect(await keychain.send({ verb: 'write', id: voron, secret: fits })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret: fits });
    const long = { appApiToken: `${fits.appApiToken}x` };
    expect(await keychain.send({ verb: 'write', id: voron, secret: long })).toEqual({ kind: 'too-long' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret: fits });
  });

  it('locked: says so, prompts once and not again unasked, and goes on when it is unlocked', async () => {
    const { session, keychain } = await withTwoPrinters();
    await session.lock();
    const ids = [voron, ender, 'a printer never stored'];
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(ids.map((id) => keychain.send({ verb: 'read', id })));
      expect(answers).toEqual(ids.map(() => unavailable('locked')));
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
    expect(session.everythingSaid).not.toContain('example-token');
  });

  it('locked before the app starts: the same', async () => {
    const { session, keyring, keychain } = await withTwoPrinters();
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

  it('killed and started again while running: says so, never calls a secret missing, and goes on', async () => {
    const { session, keyring, keychain } = await withTwoPrinters();
    keyring.kill('SIGKILL');
    await once(keyring, 'exit');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-secret-service'));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('no-secret-service'));
    await session.startKeyring('unlocked');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'write', id: 'a new printer', secret: other })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: 'a printer never stored' })).toEqual({ kind: 'missing' });
  });

  it('replaced unseen between two calls: never calls a secret missing, and goes on at the second', async () => {
    const { session, keyring, keychain } = await withTwoPrinters();
    keyring.kill('SIGKILL');
    await once(keyring, 'exit');
    await session.startKeyring('unlocked');
    expect([unavailable('refused'), { kind: 'found', secret }]).toContainEqual(
      await keychain.send({ verb: 'read', id: voron }),
    );
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(session.prompts).toBe(0);
  });

  it('one helper process serves a burst of calls, and is gone soon after', async () => {
    const { keychain } = await withTwoPrinters();
    await Promise.all([voron, ender, voron].map((id) => keychain.send({ verb: 'read', id })));
    expect(await keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 1, alive: true });
    await expect.poll(() => keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 1, alive: false });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 2, alive: true });
  });

  it('a helper process that dies is replaced at the next call', async () => {
    const { keychain } = await withTwoPrinters();
    expect(await keychain.send({ verb: 'killHelper' })).toBe(true);
    await expect.poll(() => keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 1, alive: false });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await keychain.send({ verb: 'helperProcesses' })).toEqual({ started: 2, alive: true });
  });

  it('the session bus ends while running: says so, or ends with the session', async () => {
    const { bus, keychain } = await withTwoPrinters();
    bus.kill('SIGKILL');
    await once(bus, 'exit');
    const answer = await Promise.race([keychain.send({ verb: 'read', id: voron }), keychain.exit]);
    expect([unavailable('no-session-bus'), { code: null, signal: 'SIGTERM' }]).toContainEqual(answer);
  });

  it('without any keyring yet: never calls a secret missing', async () => {
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

  it('no Secret Service: says so, and goes on when one starts', async () => {
    const session = new DesktopSession();
    await session.startBus();
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual(unavailable('no-secret-service'));
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-secret-service'));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('no-secret-service'));
    expect(session.everythingSaid).not.toContain('example-token');
    await session.startKeyring('unlocked');
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
  });

  it.each([
    ['no session bus', {}],
    ['a session bus that is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['a session bus address that is none', { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }],
  ])('%s: says so', async (_what, environment) => {
    const session = new DesktopSession(environment);
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual(unavailable('no-session-bus'));
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('no-session-bus'));
    expect(await keychain.send({ verb: 'remove', id: voron })).toEqual(unavailable('no-session-bus'));
    expect(session.everythingSaid).not.toContain('example-token');
  });
});

const prompter = '/usr/libexec/gcr-prompter';

describe.skipIf(!hasKeyring || !isInstalled('Xvfb') || !existsSync(prompter))(
  'an unlock prompt that nobody answers',
  () => {
    /** How long the helper process may take to start, and the prompt to appear, ms. */
    const timeLimits = 5_000;

    /** A locked keyring, with a display on which the real prompter can appear. */
    async function lockedBehindPrompt(extra: NodeJS.ProcessEnv = {}) {
      const session = new DesktopSession({ KEYCHAIN_PATIENCE: String(timeLimits), ...extra });
      await session.startDisplay();
      await session.startBus();
      session.promptWith(prompter);
      await session.startKeyring('unlocked');
      const keychain = new KeychainProcess(session, driver);
      expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
      await session.lock();
      return { session, keychain };
    }

    it('holds nobody up, brings no second prompt, and is over when it is dismissed', async () => {
      const { session, keychain } = await lockedBehindPrompt();
      expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('asking'));
      const prompt = await session.prompterProcess();
      expect(prompt).not.toBeNull();
      const asked = performance.now();
      expect(await keychain.send({ verb: 'read', id: ender })).toEqual(unavailable('asking'));
      expect(await keychain.send({ verb: 'write', id: ender, secret: other })).toMatchObject(unavailable('asking'));
      // Neither of them waited.
      expect(performance.now() - asked).toBeLessThan(timeLimits);

      process.kill(prompt ?? 0);
      await expect.poll(() => session.prompterProcess()).toBeNull();
      await expect.poll(() => keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
      expect(await session.prompterProcess()).toBeNull();
      await session.unlock();
      // The call behind the prompt has to return first.
      await expect.poll(() => keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    });

    it.each([
      ['in a helper process: the app ends by itself', {}, { code: 0, signal: null }],
      ['in the app itself: only force ends it', { KEYCHAIN_IN_PROCESS: '1' }, { code: null, signal: 'SIGKILL' }],
    ])('does not keep the app from quitting, with keytar %s', async (_where, extra, end) => {
      const { session, keychain } = await lockedBehindPrompt(extra);
      expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('asking'));
      expect(await session.prompterProcess()).not.toBeNull();
      void keychain.send({ verb: 'quit' });
      expect(await Promise.race([keychain.exit, wait(30_000, 'still running')])).toEqual(end);
    });

    it('apart, it ends cleanly', async () => {
      const { keychain } = await withTwoPrinters();
      void keychain.send({ verb: 'read', id: voron });
      void keychain.send({ verb: 'quit' });
      expect(await Promise.race([keychain.exit, wait(30_000, 'still running')])).toEqual({ code: 0, signal: null });
    });
  },
);
