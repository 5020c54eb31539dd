import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { DesktopSession, hasKeyring, isInstalled } from '../support/desktop/keychain-session.ts';
import { sendSignal } from '../support/desktop/processes.mjs';
import { builtDriver } from '../support/keychain/built-driver.ts';
import { secret, unavailable, voron } from '../support/keychain/two-printers.ts';

const driver = builtDriver();
const prompter = '/usr/libexec/gcr-prompter';
/** How long a checked keyring is given to crash, ms. */
const crashTime = 1_500;

describe.skipIf(!hasKeyring || !isInstalled('Xvfb') || !existsSync(prompter))('a keyring that the user unlocks', () => {
  /** A locked keyring with the token of one printer, on a display for its prompt. */
  async function locked() {
    const session = new DesktopSession({ KEYCHAIN_PATIENCE: '3000' });
    await session.startDisplay();
    await session.startBus();
    session.promptWith(prompter);
    const keyring = await session.startKeyring('unlocked');
    const keychain = new KeychainProcess(session, driver);
    expect(await keychain.send({ verb: 'write', id: voron, secret })).toEqual({ kind: 'kept' });
    await session.lock();
    const survives = async () => {
      await wait(crashTime);
      return keyring.exitCode === null && keyring.signalCode === null;
    };
    return { session, keyring, keychain, survives };
  }

  it('survives checks while the prompt is open that the user asked for, which appears once', async () => {
    const { session, keychain, survives } = await locked();
    expect(await keychain.send({ verb: 'isAsking' })).toBe(false);
    expect(await keychain.send({ verb: 'bringUp' })).toBe('wait');
    expect(await keychain.send({ verb: 'isAsking' })).toBe(true);
    await expect.poll(() => session.prompterProcess(), { timeout: 20_000 }).not.toBeNull();
    for (let time = 0; time < 5; time += 1) {
      expect(await keychain.send({ verb: 'state' })).toBe('locked');
      expect(await keychain.send({ verb: 'bringUp' })).toBe('wait');
      expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
    }
    expect(await survives()).toBe(true);

    sendSignal((await session.prompterProcess()) ?? 0);
    await expect.poll(() => keychain.send({ verb: 'isAsking' }), { timeout: 20_000 }).toBe(false);
    await wait(crashTime);
    expect(await session.prompterProcess()).toBeNull();
    expect(await keychain.send({ verb: 'bringUp' })).toBe('wait');
    await expect.poll(() => session.prompterProcess(), { timeout: 20_000 }).not.toBeNull();
  });

  it('holds no more than one prompt ready, however often its state is checked', async () => {
    const { session, keychain } = await locked();
    for (let time = 0; time < 5; time += 1) expect(await keychain.send({ verb: 'state' })).toBe('locked');
    expect(await session.promptsHeld()).toBe(1);
    expect(await session.prompterProcess()).toBeNull();
    await session.unlock();
    expect(await keychain.send({ verb: 'state' })).toBe('unlocked');
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
  });

  it('survives checks while a read waits for its prompt', async () => {
    const { session, keychain, survives } = await locked();
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('asking'));
    await expect.poll(() => session.prompterProcess(), { timeout: 20_000 }).not.toBeNull();
    for (let time = 0; time < 5; time += 1) expect(await keychain.send({ verb: 'state' })).toBe('locked');
    expect(await survives()).toBe(true);
  });

  it('is not waited for any more when its service ends with the prompt open', async () => {
    const { session, keyring, keychain } = await locked();
    expect(await keychain.send({ verb: 'bringUp' })).toBe('wait');
    await expect.poll(() => session.prompterProcess(), { timeout: 20_000 }).not.toBeNull();
    keyring.kill('SIGKILL');
    await expect.poll(() => keychain.send({ verb: 'isAsking' }), { timeout: 20_000 }).toBe(false);
    await session.startKeyring('unlocked');
    await expect
      .poll(() => keychain.send({ verb: 'read', id: voron }), { timeout: 20_000 })
      .toEqual({ kind: 'found', secret });
  });

  it('opened in another way is no longer waited for, and continues', async () => {
    const { session, keychain, survives } = await locked();
    expect(await keychain.send({ verb: 'bringUp' })).toBe('wait');
    await expect.poll(() => session.prompterProcess(), { timeout: 20_000 }).not.toBeNull();
    await session.unlock();
    expect(await keychain.send({ verb: 'state' })).toBe('unlocked');
    await keychain.send({ verb: 'stopAsking' });
    expect(await keychain.send({ verb: 'isAsking' })).toBe(false);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
    expect(await survives()).toBe(true);
  });
});
