import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../../test/support/desktop/processes.mjs';
import { askBeforeAccess, dismissPrompt, isPromptOpen, isShellPrompter, lock, unlock } from '../keychains.ts';
import { fail, type Stage } from '../stage.ts';

/** How long a keychain gets to prompt again although nobody asked for it, ms. */
const promptAgain = 8_000;

/** Starts with a locked keychain, its prompt dismissed and asked for again, and access denied. */
export async function keychainSteps(stage: Stage): Promise<void> {
  const { kind, bus, notifications } = stage.parts;
  const restart = async (...args: readonly string[]) => {
    await stage.app.quit();
    await lock(kind.keychain, bus);
    await stage.start(...args);
    await stage.app.waitForStatus({ type: 'printer', name: 'Voron', status: 'unknown' }, 60_000);
  };
  const goesOn = () => stage.app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 60_000);

  await stage.step('keychain: token read after a restart', async () => {
    await stage.app.quit();
    await stage.start('--hidden');
    await goesOn();
    return kind.keychain;
  });
  await stage.step('keychain: locked at a hidden start, told in a notification', async () => {
    const before = notifications.all.length;
    await restart('--hidden');
    const isNew = ({ summary }: { summary: string }) =>
      summary.includes('tokens') && notifications.all.findLastIndex((one) => one.summary === summary) >= before;
    const told = await notifications.waitFor('of the keychain', isNew, 90_000);
    await stage.picture('keychain');
    return `“${told.summary}”: ${told.body}`;
  });
  await stage.step('keychain: unlocked outside the app, watching goes on', async () => {
    await unlock(kind.keychain, bus);
    await goesOn();
    return '';
  });
  await stage.step('keychain: prompt dismissed, no second one until “Unlock…”', async () => {
    await stage.app.quit();
    await lock(kind.keychain, bus);
    await stage.start('--show');
    const window = await stage.app.window();
    const button = window.getByRole('button', { name: 'Unlock…' }).first();
    const isOpen = async () =>
      kind.keychain === 'gnome-keyring' && (await isShellPrompter(bus))
        ? window.getByText('Your keychain is waiting for you').first().isVisible()
        : isPromptOpen(kind.keychain, bus);
    // Some keychains prompt at once, others only when the user asks for it.
    await until('the keychain to be locked', async () => (await isOpen()) || (await button.isVisible()), 60_000);
    if (!(await isOpen())) await button.click();
    await until('the prompt', () => isOpen(), 30_000);
    await stage.picture('prompt');
    await dismissPrompt(kind.keychain, bus);
    await button.waitFor({ timeout: 30_000 });
    await wait(promptAgain);
    if (await isOpen()) throw new Error('It prompted again without “Unlock…”.');
    const askAgain = async () => {
      if (await button.isVisible()) await button.click();
      await wait(1_000);
      return isOpen();
    };
    await until('the second prompt', askAgain, 30_000);
    // KWallet opens for nobody else while its dialog is open.
    if (kind.keychain === 'kwallet') await dismissPrompt(kind.keychain, bus);
    await unlock(kind.keychain, bus);
    await goesOn();
    return 'one prompt, and another after “Unlock…”';
  });
  if (kind.keychain !== 'keepassxc') return;
  await stage.step('keychain: access denied, told as such; allowed when asked again', async () => {
    await stage.app.quit();
    await askBeforeAccess(bus);
    const before = notifications.all.length;
    await stage.start('--show');
    await until('the question', () => isPromptOpen('keepassxc', bus), 40_000);
    await dismissPrompt('keepassxc', bus);
    const window = await stage.window();
    const button = window.getByRole('button', { name: 'Ask again…' }).first();
    await button.waitFor({ timeout: 30_000 });
    await wait(promptAgain);
    if (await isPromptOpen('keepassxc', bus)) throw new Error('It prompted again without “Unlock…”.');
    await stage.picture('denied');
    const wrong = notifications.all.slice(before).find(({ summary }) => /reconnect/i.test(summary));
    if (wrong !== undefined) throw new Error(`It said “${wrong.summary}”.`);
    await button.click();
    const accept = async () => {
      if (await isPromptOpen('keepassxc', bus)) await unlock('keepassxc', bus);
      return stage.app.statusStream.some(({ name, status }) => name === 'Voron' && status === 'online');
    };
    await until('access after the second question', accept, 60_000);
    return String(await window.getByRole('article', { name: 'Voron' }).textContent()).slice(0, 60) || fail('No row.');
  });
}
