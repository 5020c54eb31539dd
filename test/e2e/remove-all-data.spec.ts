import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrivenApp } from '../support/app/app.ts';
import { entryNames } from '../support/desktop/keychain-entries.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly defaultId: number;
}

/** Answers the system's message boxes for the user, with these buttons in order. */
async function answerQuestions(
  app: DrivenApp,
  ...responses: readonly number[]
): Promise<() => Promise<readonly Asked[]>> {
  await app.electron.evaluate(
    ({ dialog }, given) => {
      const requests: unknown[] = [];
      Object.assign(globalThis, { requests });
      const showMessageBox = async (...args: readonly unknown[]) => {
        requests.push(args.at(-1));
        return { response: given.shift() ?? 0, checkboxChecked: false };
      };
      Object.assign(dialog, { showMessageBox });
    },
    [...responses],
  );
  return () => app.electron.evaluate(() => (globalThis as unknown as { requests: Asked[] }).requests);
}

/** The app's documents and folders in a profile, which also contains Chromium's. */
const ownFilesIn = (profile: string) =>
  readdirSync(profile).filter((name) =>
    /^[a-z-]+\.json|^(history|print-history|pictures|logs|status\.sock)$/.test(name),
  );

test('All data is removed after a confirmation: tokens, start at login, but no files of others', async ({
  watching,
  desktop,
  fast,
  launch,
}) => {
  const { app } = await watching(['Voron', 'Ender']);
  const window = await app.window();
  writeFileSync(join(app.profile, 'thesis.odt'), 'years of work');
  const ids: string[] = JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8')).printers.map(
    ({ id }: { id: string }) => id,
  );
  await window.getByRole('button', { name: 'Settings' }).click();
  const button = window.getByRole('button', { name: 'Remove all data…' });

  const first = await answerQuestions(app, 1);
  await button.click();
  await expect.poll(async () => (await first()).length).toBe(1);
  const [question] = await first();
  expect(question?.detail).toContain('2 printers and their tokens');
  expect(question?.detail).toContain(app.profile);
  expect(question?.defaultId, 'Enter removes nothing').toBe(1);
  const kept = async () => (await entryNames(desktop)).filter((name) => ids.some((id) => name.includes(id)));
  expect(await kept()).toHaveLength(2);

  await desktop.keyring.lock();
  try {
    await answerQuestions(app, 0);
    await button.click();
    await expect(window.getByText('Nothing has been removed', { exact: true })).toBeVisible({ timeout: 20_000 });
  } finally {
    await desktop.keyring.unlock();
  }

  await answerQuestions(app, 0, 0);
  await button.click();
  await expect.poll(() => app.hasEnded).toBe(true);
  expect(await kept()).toEqual([]);
  expect(readFileSync(join(app.profile, 'thesis.odt'), 'utf8')).toBe('years of work');
  expect(ownFilesIn(app.profile)).toEqual([]);

  const again = await launch({ args: ['--show'], env: fast, profile: app.profile });
  await expect((await again.window()).getByText('See your printers at a glance')).toBeVisible();
  expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
});

test('Nothing is removed while the keychain does not respond', async ({ watching, desktop }) => {
  const { app } = await watching(['Voron']);
  const window = await app.window();
  await window.getByRole('button', { name: 'Settings' }).click();
  await answerQuestions(app, 0);
  desktop.keyring.daemon?.kill('SIGSTOP');
  try {
    await window.getByRole('button', { name: 'Remove all data…' }).click();
    await expect(window.locator('.message').getByText('it isn’t responding')).toBeVisible({ timeout: 20_000 });
    expect(ownFilesIn(app.profile)).toContain('printers.json');
    expect(JSON.parse(readFileSync(join(app.profile, 'printers.json'), 'utf8')).printers).toHaveLength(1);
  } finally {
    desktop.keyring.daemon?.kill('SIGCONT');
  }
  await answerQuestions(app, 0, 0);
  await window.getByRole('button', { name: 'Remove all data…' }).click();
  await expect.poll(() => app.hasEnded, { timeout: 30_000 }).toBe(true);
  expect(ownFilesIn(app.profile)).toEqual([]);
});

test('All data is removed, however the app is quit after that was said', async ({ watching }) => {
  const { app } = await watching(['Voron']);
  const window = await app.window();
  await window.getByRole('button', { name: 'Settings' }).click();
  // The first question is answered, the message stays open.
  await app.electron.evaluate(({ dialog }) => {
    const real = dialog.showMessageBox.bind(dialog);
    let count = 0;
    const showMessageBox = async (...args: Parameters<typeof real>) => {
      count += 1;
      Object.assign(globalThis, { count });
      return count === 1 ? { response: 0, checkboxChecked: false } : real(...args);
    };
    Object.assign(dialog, { showMessageBox });
  });
  await window.getByRole('button', { name: 'Remove all data…' }).click();
  await expect.poll(() => app.electron.evaluate(() => (globalThis as unknown as { count: number }).count)).toBe(2);
  app.process.kill('SIGTERM');
  await expect.poll(() => app.hasEnded).toBe(true);
  expect(ownFilesIn(app.profile)).toEqual([]);
});

test('All data is removed, even if a printer was just being added', async ({ watching, simulator, desktop }) => {
  // Other tests may have left theirs.
  const others = new Set(await entryNames(desktop));
  const { app } = await watching(['Voron']);
  const window = await app.window();
  simulator.printer('Late', { token: exampleToken('Late') });
  simulator.latency(4_000);
  await window.getByRole('button', { name: 'Add printer' }).first().click();
  await window.getByRole('button', { name: 'Paste a token instead' }).click();
  await window.getByRole('textbox', { name: 'App token or completion link' }).fill(exampleToken('Late'));
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(window.getByText('Checking with OctoEverywhere…').first()).toBeVisible();
  await answerQuestions(app, 0, 0);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Remove all data…' }).click();
  await expect.poll(() => app.hasEnded, { timeout: 60_000 }).toBe(true);
  expect(ownFilesIn(app.profile)).toEqual([]);
  expect((await entryNames(desktop)).filter((name) => !others.has(name))).toEqual([]);
});

test('Closing the window takes its question with it', async ({ watching, findTray }) => {
  const { app } = await watching(['Voron']);
  await findTray();
  const window = await app.window();
  await window.getByRole('button', { name: 'Settings' }).click();
  await app.electron.evaluate(({ dialog }) => {
    const real = dialog.showMessageBox.bind(dialog);
    Object.assign(globalThis, { asked: 0, responses: [] });
    const seen = globalThis as unknown as { asked: number; responses: number[] };
    const showMessageBox = async (...args: Parameters<typeof real>) => {
      seen.asked += 1;
      const result = await real(...args);
      seen.responses.push(result.response);
      return result;
    };
    Object.assign(dialog, { showMessageBox });
  });
  await window.getByRole('button', { name: 'Remove all data…' }).click();
  const seen = () => app.electron.evaluate(() => globalThis as unknown as { asked: number; responses: number[] });
  await expect.poll(async () => (await seen()).asked).toBe(1);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(async () => (await seen()).responses).toEqual([1]);
  expect(existsSync(join(app.profile, 'printers.json'))).toBe(true);
  expect(app.hasEnded).toBe(false);
});
