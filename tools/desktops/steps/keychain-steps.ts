import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { until } from '../../../test/support/desktop/processes.mjs';
import {
  askBeforeAccess,
  deleteKeyring,
  dismissPrompt,
  isPromptOpen,
  keychainProcess,
  lock,
  turnOffKWallet,
  unlock,
} from '../keychains.ts';
import { colours } from '../pointer.ts';
import { fail, type Stage } from '../stage.ts';
import { clickWhileShown } from './alert-steps.ts';
import { notGreenOnTheScreen } from './tray-steps.ts';

const run = promisify(execFile);
const startScript = join(import.meta.dirname, '../../../scripts/start.mjs');

/** How long a keychain gets to prompt again although nobody asked for it, ms. */
const promptAgain = 8_000;

/** Starts with a locked keychain, its prompt dismissed and asked for again, and access denied. */
export async function keychainSteps(stage: Stage): Promise<void> {
  const { kind, bus, notifications, gnomePrompts } = stage.parts;
  const restart = async (...args: readonly string[]) => {
    await stage.app.quit();
    await lock(kind.keychain, bus);
    await stage.start(...args);
    await stage.app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' }, 60_000);
  };
  const isOpen = () => isPromptOpen(kind.keychain, gnomePrompts);
  const continues = () => stage.app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 60_000);

  await stage.step('keychain: token read after a restart', async () => {
    await stage.app.quit();
    await stage.start('--hidden');
    await continues();
    return kind.keychain;
  });
  await stage.step('keychain: locked at a hidden start, which a notification reports', async () => {
    const before = notifications.all.length;
    await restart('--hidden');
    const isNew = ({ summary }: { summary: string }) =>
      summary.includes('tokens') && notifications.all.findLastIndex((one) => one.summary === summary) >= before;
    const shown = await notifications.waitFor('of the keychain', isNew, 90_000);
    await stage.findTray();
    await notGreenOnTheScreen(stage);
    return `“${shown.summary}”: ${shown.body}`;
  });
  await stage.step(
    'keychain: a click on that notification brings its prompt; `octoglance status` says it too',
    async () => {
      if (await isOpen()) await dismissPrompt(kind.keychain, bus, gnomePrompts);
      const before = notifications.all.length;
      await stage.app.quit();
      await stage.start('--hidden');
      const newest = () => notifications.all.slice(before).find(({ summary }) => summary.includes('tokens'));
      await until('the keychain to be locked', async () => (await isOpen()) || newest() !== undefined, 60_000);
      // Now it is the click that has to bring it.
      if (await isOpen()) await dismissPrompt(kind.keychain, bus, gnomePrompts);
      const shown = await until('the notification', newest, 60_000);
      await stage.picture('keychain');
      await clickWhileShown(stage, shown, colours.lightGrey);
      await until('the prompt', isOpen, 30_000);
      const args = [startScript, 'status', `--user-data-dir=${stage.app.profile}`];
      const { stdout } = await run(process.execPath, args, { timeout: 30_000 }).catch((error) => error);
      if (!String(stdout).includes('can’t read its tokens')) throw new Error(`The status says: ${stdout}`);
      await dismissPrompt(kind.keychain, bus, gnomePrompts);
      return String(stdout).split('\n')[0] ?? '';
    },
  );
  await stage.step('keychain: unlocked outside the app, watching continues', async () => {
    await unlock(kind.keychain, bus, gnomePrompts);
    await continues();
    return '';
  });
  await stage.step('keychain: a dismissed prompt returns only after “Unlock…”, and then stays', async () => {
    await stage.app.quit();
    await lock(kind.keychain, bus);
    await stage.start('--show');
    const window = await stage.app.window();
    const button = window.getByRole('button', { name: 'Unlock…' }).first();
    // Some keychains prompt at once, others only when the user asks for it.
    await until('the keychain to be locked', async () => (await isOpen()) || (await button.isVisible()), 60_000);
    if (!(await isOpen())) await button.click();
    await until('the prompt', () => isOpen(), 30_000);
    await stage.picture('prompt');
    await dismissPrompt(kind.keychain, bus, gnomePrompts);
    await button.waitFor({ timeout: 30_000 });
    await wait(promptAgain);
    if (await isOpen()) throw new Error('It prompted again on its own.');
    const askAgain = async () => {
      if (await button.isVisible()) await button.click();
      await wait(1_000);
      return isOpen();
    };
    await until('the second prompt', askAgain, 30_000);
    const waits = window.getByText('Your keychain is waiting for you').first();
    await waits.waitFor({ timeout: 10_000 });
    // It stays until the user answers, and the keychain survives that the app looks at it meanwhile.
    const before = await keychainProcess(bus);
    await wait(promptAgain);
    if (!(await isOpen())) throw new Error('The second prompt disappeared on its own.');
    if (gnomePrompts.open > 1) throw new Error('Another prompt waits behind it.');
    if ((await keychainProcess(bus)) !== before) throw new Error('The keychain was restarted.');
    // KWallet opens for nobody else while its dialog is open.
    if (kind.keychain === 'kwallet') await dismissPrompt(kind.keychain, bus, gnomePrompts);
    await unlock(kind.keychain, bus, gnomePrompts);
    await continues();
    return 'one prompt, and another after “Unlock…”';
  });
  if (kind.keychain === 'keepassxc') await deniedSteps(stage);
  else await missingSteps(stage);
}

/** KeePassXC, which asks before it gives an entry to a program. */
async function deniedSteps(stage: Stage): Promise<void> {
  const { bus, notifications, gnomePrompts, desktop } = stage.parts;
  await stage.step('keychain: denied access is called that, and allowed when asked again', async () => {
    await stage.app.quit();
    await askBeforeAccess(bus);
    const before = notifications.all.length;
    await stage.start('--show');
    await until('the question', () => isPromptOpen('keepassxc', gnomePrompts), 40_000);
    await dismissPrompt('keepassxc', bus, gnomePrompts);
    const window = await stage.window();
    const button = window.getByRole('button', { name: 'Ask again…' }).first();
    await button.waitFor({ timeout: 30_000 });
    await wait(promptAgain);
    if (await isPromptOpen('keepassxc', gnomePrompts)) throw new Error('It prompted again on its own.');
    await stage.picture('denied');
    const wrong = notifications.all.slice(before).find(({ summary }) => /reconnect/i.test(summary));
    if (wrong !== undefined) throw new Error(`It said “${wrong.summary}”.`);
    await button.click();
    const accept = async () => {
      if (await isPromptOpen('keepassxc', gnomePrompts)) await unlock('keepassxc', bus, gnomePrompts);
      return stage.app.statusStream.some(({ name, status }) => name === 'Voron' && status === 'online');
    };
    await until('access after the second question', accept, 60_000);
    return String(await window.getByRole('article', { name: 'Voron' }).textContent()).slice(0, 60) || fail('No row.');
  });
  await stage.step('keychain: looking for tokens has put nothing into the recycle bin', async () => {
    const list = run('keepassxc-cli', ['ls', '-q', '-R', '-f', join(desktop.home, 'secrets.kdbx')], {
      timeout: 30_000,
    });
    list.child.stdin?.end('test\n');
    const entries = (await list).stdout.trim().split('\n');
    const bin = entries.filter((entry) => /recycle bin/i.test(entry));
    if (bin.length > 0) throw new Error(bin.join(', '));
    return `${entries.length} entries`;
  });
}

/** A keychain that is turned off, and one that has no keyring; the tokens are gone afterwards. */
async function missingSteps(stage: Stage): Promise<void> {
  const { kind, bus, gnomePrompts } = stage.parts;
  if (kind.keychain === 'kwallet') {
    await stage.step('keychain: KWallet that is turned off is called that', async () => {
      await stage.app.quit();
      const turnOn = await turnOffKWallet(stage.parts.desktop.home, bus);
      await stage.start('--show');
      await (await stage.app.window()).getByText('KWallet is turned off').first().waitFor({ timeout: 30_000 });
      turnOn();
      return '';
    });
  }
  await stage.step('keychain: one without a keyring is called that, and “Set up…” prompts for one', async () => {
    await stage.app.quit();
    await deleteKeyring(kind.keychain, bus);
    await stage.start('--show');
    const window = await stage.app.window();
    await window.getByText('No keyring for your tokens').first().waitFor({ timeout: 60_000 });
    await window.getByRole('button', { name: 'Set up…' }).first().click();
    await until('the prompt', () => isPromptOpen(kind.keychain, gnomePrompts), 30_000);
    await stage.picture('set-up');
    await dismissPrompt(kind.keychain, bus, gnomePrompts);
    return '';
  });
}
