import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';

test('Chromium’s own logs get no token and no TLS key, whoever asks for them', async ({
  desktop,
  simulator,
  fast,
  launch,
}) => {
  const at = (name: string) => join(desktop.home, name);
  simulator.printer('Voron', { token: exampleToken('Voron') });
  const logs = [
    `--log-net-log=${at('net.json')}`,
    '--net-log-capture-mode=Everything',
    `--ssl-key-log-file=${at('keys')}`,
  ];
  const app = await launch({ args: ['--show', ...logs], env: { ...fast, SSLKEYLOGFILE: at('keys-too') } });
  await addByToken(app, 'Voron');
  await expect((await app.window()).getByRole('article', { name: 'Voron' })).toContainText('Connected');
  await app.quit();
  for (const name of ['--log-net-log', '--net-log-capture-mode', '--ssl-key-log-file'])
    expect(app.stderr).toContain(`${name} is ignored: it would write your tokens to a file.`);
  for (const name of ['net.json', 'keys', 'keys-too']) expect(existsSync(at(name)), name).toBe(false);
  for (const name of readdirSync(desktop.home, { withFileTypes: true }).filter((one) => one.isFile()))
    expect(readFileSync(at(name.name), 'latin1'), name.name).not.toContain(exampleToken('Voron'));
});
