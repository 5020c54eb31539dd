import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrivenApp } from '../support/app/app.ts';
import { entryNames } from '../support/desktop/keychain-entries.ts';
import { expect, test } from '../support/e2e/service.ts';

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
    await expect(window.getByText('Nothing has been removed')).toBeVisible({ timeout: 20_000 });
  } finally {
    await desktop.keyring.unlock();
  }

  await answerQuestions(app, 0, 0);
  await button.click();
  await expect.poll(() => app.hasEnded).toBe(true);
  expect(await kept()).toEqual([]);
  expect(readFileSync(join(app.profile, 'thesis.odt'), 'utf8')).toBe('years of work');
  const ours = /^(settings|printers|alerts|window)\.json|^(history|logs)$/;
  expect(readdirSync(app.profile).filter((name) => ours.test(name))).toEqual([]);

  const again = await launch({ args: ['--show'], env: fast, profile: app.profile });
  await expect((await again.window()).getByText('See your printers at a glance')).toBeVisible();
  expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
});
