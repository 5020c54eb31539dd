import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_24, node24, noSecondNode, withNode } from '../../../scripts/test/node-24.mjs';
import { type Behaviour, startRegistry } from '../../support/network/registry-server.ts';

const NAME = '@example/node-carrier';
let folder: string;
let cache: string;
const cleanUp: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octoglance-node-'));
  cache = join(folder, 'octoglance');
});

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  await rm(folder, { recursive: true, force: true });
});

/** Returns a package as npm packs it, whose Node prints `words`. */
async function packageSaying(words: string): Promise<Buffer> {
  const bin = join(folder, `made ${words}`, 'package', 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, '../package.json'), JSON.stringify({ name: NAME, version: '1.0.0' }));
  await writeFile(join(bin, 'node'), `#!/bin/sh\necho ${words}\n`, { mode: 0o755 });
  const chunks: Buffer[] = [];
  for await (const chunk of create({ gzip: true, cwd: join(bin, '../..') }, ['package']))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function fetching(behaviour: Behaviour, tarball: Buffer) {
  const registry = await startRegistry(NAME, '1.0.0', behaviour);
  cleanUp.push(registry.stop);
  const env = { ...process.env, XDG_CACHE_HOME: folder, 'npm_config_@example:registry': registry.origin };
  const sha512 = createHash('sha512').update(tarball).digest('base64');
  const recipe = {
    ...NODE_24,
    tarball: { what: 'Node 24', spec: `${NAME}@1.0.0`, bytes: tarball.length, sha512 },
  };
  return () => node24({ env, recipe });
}

describe.runIf(process.platform === 'linux')('Node 24 for the tests', { timeout: 60_000 }, () => {
  it('is downloaded once, even if two need it at the same time, and runs', async () => {
    const tarball = await packageSaying('v24');
    const fetch = await fetching({ send: tarball }, tarball);
    const [one, other] = await Promise.all([fetch(), fetch()]);
    expect(one).toBe(other);
    expect(execFileSync(one, { encoding: 'utf8' })).toBe('v24\n');
    expect(await readdir(cache)).toEqual([`node-${NODE_24.version}-linux-x64`]);
    for (const stop of cleanUp.splice(0)) await stop();
    expect(await fetch()).toBe(one);
  });

  it('is discarded if its checksum is wrong', async () => {
    const fetch = await fetching({ send: await packageSaying('other') }, await packageSaying('v24'));
    await expect(fetch()).rejects.toThrow(/^The Node 24 that the npm registry sent has the wrong checksum/);
    expect(await readdir(cache)).toEqual([]);
  });

  it('leaves nothing if the registry does not have it, and deletes what a killed run left behind', async () => {
    await mkdir(join(cache, '.node-partial-killed'), { recursive: true });
    const fetch = await fetching({ refuse: 404 }, await packageSaying('v24'));
    await expect(fetch()).rejects.toThrow(/^Node 24 could not be fetched, .*E404/);
    expect(await readdir(cache)).toEqual([]);
  });
});

describe('a second run of the tests', () => {
  it.each([
    ['linux', 'x64', '20.20.2', null],
    ['linux', 'x64', '26.0.0', null],
    ['linux', 'x64', '24.1.0', 'Left out: the tests above ran on Node 24.'],
    ['linux', 'arm64', '20.20.2', 'Left out: Node 24 is fetched from the npm registry on Linux x64 only.'],
    ['darwin', 'x64', '22.12.0', 'Left out: Node 24 is fetched from the npm registry on Linux x64 only.'],
    ['win32', 'x64', '24.0.0', 'Left out: the tests above ran on Node 24.'],
  ])('on %s %s with Node %s: %s', (platform, arch, version, why) => {
    expect(noSecondNode({ platform, arch, version })).toBe(why);
  });

  it('also finds that Node by its name', () => {
    const { PATH } = withNode('/cache/bin/node', { PATH: '/usr/bin' });
    expect(PATH).toBe([dirname('/cache/bin/node'), '/usr/bin'].join(delimiter));
    expect(withNode('/cache/bin/node', {})).toEqual({ PATH: '/cache/bin' });
  });
});
