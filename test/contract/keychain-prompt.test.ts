import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KeychainProcess } from '../support/desktop/keychain-process.ts';
import { DesktopSession, hasKeyring, isInstalled } from '../support/desktop/keychain-session.ts';
import { sendSignal } from '../support/desktop/processes.mjs';
import { builtDriver } from '../support/keychain/built-driver.ts';
import { ender, other, secret, unavailable, voron, withTwoPrinters } from '../support/keychain/two-printers.ts';

const driver = builtDriver();

const prompter = '/usr/libexec/gcr-prompter';

describe.skipIf(!hasKeyring || !isInstalled('Xvfb') || !existsSync(prompter))('an unanswered unlock prompt', () => {
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

  it('blocks nothing, appears only once, and ends when it is dismissed', async () => {
    const { session, keychain } = await lockedBehindPrompt();
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('asking'));
    const prompt = await session.prompterProcess();
    expect(prompt).not.toBeNull();
    const startedAt = performance.now();
    expect(await keychain.send({ verb: 'read', id: ender })).toEqual(unavailable('asking'));
    expect(await keychain.send({ verb: 'write', id: ender, secret: other })).toMatchObject(unavailable('asking'));
    // Neither of them waited.
    expect(performance.now() - startedAt).toBeLessThan(timeLimits);

    sendSignal(prompt ?? 0);
    await expect.poll(() => session.prompterProcess()).toBeNull();
    await expect.poll(() => keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('locked'));
    expect(await session.prompterProcess()).toBeNull();
    await session.unlock();
    // The call behind the prompt has to return first.
    await expect.poll(() => keychain.send({ verb: 'read', id: voron })).toEqual({ kind: 'found', secret });
  });

  it.each([
    ['in a child process: the app exits on its own', {}, { code: 0, signal: null }],
    ['in the app itself: only force ends it', { KEYCHAIN_IN_PROCESS: '1' }, { code: null, signal: 'SIGKILL' }],
  ])('does not keep the app from quitting, with keytar %s', async (_where, extra, end) => {
    const { session, keychain } = await lockedBehindPrompt(extra);
    expect(await keychain.send({ verb: 'read', id: voron })).toEqual(unavailable('asking'));
    expect(await session.prompterProcess()).not.toBeNull();
    void keychain.send({ verb: 'quit' });
    expect(await Promise.race([keychain.exit, wait(30_000, 'still running')])).toEqual(end);
  });

  it('is not needed with an open keyring, and the app quits cleanly', async () => {
    const { keychain } = await withTwoPrinters(driver);
    void keychain.send({ verb: 'read', id: voron });
    void keychain.send({ verb: 'quit' });
    expect(await Promise.race([keychain.exit, wait(30_000, 'still running')])).toEqual({ code: 0, signal: null });
  });
});
