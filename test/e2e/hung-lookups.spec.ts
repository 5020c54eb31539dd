import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test('A gsettings that only SIGKILL ends delays no poll, and does not stay', async ({
  desktop,
  simulator,
  fast,
  launch,
}) => {
  const folder = mkdtempSync(join(desktop.home, 'programs-'));
  const program = join(folder, 'gsettings');
  writeFileSync(
    program,
    `#!/bin/bash\necho $$ >> ${folder}/pids\ntrap '' TERM INT HUP\nwhile true; do sleep 1; done\n`,
  );
  chmodSync(program, 0o755);
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const env = { ...fast, XDG_CURRENT_DESKTOP: 'GNOME', PATH: `${folder}:${desktop.env['PATH'] ?? ''}` };
  const app = await launch({ env });
  await addByToken(app, 'Voron');
  const card = (await app.window()).getByRole('article', { name: 'Voron' });
  await expect(card).toContainText('Connected');
  const pids = readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n');
  await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
});

test('A FIFO in place of KDE’s network settings delays neither the start nor a poll', async ({
  desktop,
  simulator,
  fast,
  launch,
}) => {
  const home = mkdtempSync(join(desktop.home, 'home-'));
  const configuration = join(home, '.config');
  mkdirSync(configuration);
  execFileSync('mkfifo', [join(configuration, 'kioslaverc')]);
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const desktopOfKde = { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5', KDE_FULL_SESSION: 'true' };
  const app = await launch({ env: { ...fast, ...desktopOfKde, HOME: home, XDG_CONFIG_HOME: configuration } });
  await addByToken(app, 'Voron');
  const card = (await app.window()).getByRole('article', { name: 'Voron' });
  await expect(card).toContainText('Connected');
});
