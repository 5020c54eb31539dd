import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = resolve(import.meta.dirname, '../../../.github/workflows');

describe.each(readdirSync(folder))('the workflow %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');

  it('pins actions to full commits, with their version', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('has read-only permissions unless a job states why, and a time limit', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
    const jobs = text.match(/^ {4}runs-on:/gm) ?? [];
    expect(text.match(/^ {4}timeout-minutes: \d+$/gm)).toHaveLength(jobs.length);
  });

  it('runs only commands of this repository that exist', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(folder, '../../package.json'), 'utf8'));
    for (const [, name = ''] of text.matchAll(/\bnpm run (?:--silent )?([\w-]+)/g))
      expect(scripts).toHaveProperty(name);
    if (/\bnpm test\b/.test(text)) expect(scripts).toHaveProperty('test');
    for (const [, file = ''] of text.matchAll(/\bnode ((?:scripts|tools)\/\S+)/g))
      expect(existsSync(resolve(folder, '../..', file)), file).toBe(true);
  });

  it('installs packages without running their scripts', () => {
    for (const line of text.split('\n').filter((one) => one.includes('npm ci')))
      expect(line).toContain('--ignore-scripts');
    expect(text).not.toMatch(/npm install|npx /);
  });
});

it('the Node versions in package.json’s engines are those that are tested', () => {
  const read = (path: string) => readFileSync(resolve(folder, '../..', path), 'utf8');
  const promised: string = JSON.parse(read('package.json')).engines.node;
  const oldest = promised.split(' || ').map((range) => range.replace(/^(\^|>=)/, ''));
  const [line = ''] = /node: \[.*\]/.exec(read('.github/workflows/check.yml')) ?? [];
  for (const version of oldest.filter((one) => one !== '24.0.0')) expect(line).toContain(`'${version}'`);
  expect(read('.github/workflows/check.yml')).toContain('node-version: 24\n');
  for (const version of ['20.19', '22.12', '24'])
    expect(read('README.md'), version).toMatch(new RegExp(`\\b${version}\\b`));
});
