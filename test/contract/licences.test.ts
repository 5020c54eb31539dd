import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { describe, expect, it } from 'vitest';
import configuration from '../../electron.vite.config.ts';
import { shippedBill } from '../../scripts/licences/bill-of-materials.mjs';
import { licencesText } from '../../scripts/licences/licences-text.mjs';
import { packageFolder, readPackage } from '../../scripts/licences/package-of.mjs';
import { ShippedPackages } from '../../scripts/licences/shipped-packages.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Builds a part of the app in memory like electron-vite does, and returns the modules in the result. */
async function bundled(part: InlineConfig, shipped: ShippedPackages): Promise<readonly string[]> {
  const { build: how, ...rest } = part;
  const result = await build({
    ...rest,
    configFile: false,
    logLevel: 'silent',
    plugins: [shipped.plugin()],
    ssr: { noExternal: true },
    build: { ...how, write: false, minify: false, ...(rest.root === undefined ? { ssr: true } : {}) },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((one) =>
    'output' in one ? one.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : [])) : [],
  );
}

/** Without line breaks, quotation marks and punctuation, in which copies of one licence differ. */
const squeezed = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ');

describe('the licences of the shipped libraries', () => {
  it('are listed with their text for every library, bundled or not', { timeout: 120_000 }, async () => {
    const shipped = new ShippedPackages(root);
    const { main, renderer } = configuration as { main: InlineConfig; renderer: InlineConfig };
    const modules = [...(await bundled(main, shipped)), ...(await bundled(renderer, shipped))];
    // Determined only from the path, unlike the list, which uses package.json.
    const inPaths = modules.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
    const names = new Set([...inPaths, 'electron', '@github/keytar', 'node-addon-api']);
    expect([...names]).toEqual(expect.arrayContaining(['valibot', 'ky', 'preact', 'electron-store', 'electron-log']));
    const text = licencesText(shipped.all);
    for (const name of names) {
      const one = shipped.all.find((listed) => listed.name === name);
      expect(one?.text.length, name).toBeGreaterThan(200);
      expect(text).toContain(`${name} ${one?.version}: ${one?.licence}`);
      for (const paragraph of one?.text.split(/\n\s*\n/) ?? [])
        for (const part of paragraph.match(/^.*\(c\).*$/gim) ?? [paragraph])
          if (part.length > 40) expect(squeezed(text), name).toContain(squeezed(part));
    }
  });

  it('are each below the copyright lines of all that use the same words', () => {
    const permission = (quote: string) =>
      `May be ${quote}used${quote}\nfor copyright reasons or in ANY\nCOPYRIGHT HOLDERS case.`;
    const text = licencesText([
      { name: 'one', version: '1.0.0', licence: 'MIT', text: `MIT License\n\nCopyright (c) One\n\n${permission('"')}` },
      {
        name: 'two',
        version: '2.0.0',
        licence: 'MIT',
        text: `(The MIT License)\nCopyright (c) 2020 Two\n\n${permission("'")}`,
      },
      { name: 'three', version: '3.0.0', licence: 'ISC', text: `Copyright 2021 Three\n${permission('"')}` },
      { name: 'four', version: '4.0.0', licence: 'MIT', text: `Copyright (c) Four\n${permission('"')} Not for war.` },
    ]);
    const [, first, firstText, second, secondText, third, thirdText] = text.split(/^-+$/m).map((part) => part.trim());
    expect(first).toBe('one 1.0.0: MIT\n  Copyright (c) One\ntwo 2.0.0: MIT\n  Copyright (c) 2020 Two');
    expect(firstText).toBe(`MIT License\n\n${permission('"')}`);
    expect(second).toBe('three 3.0.0: ISC\n  Copyright 2021 Three');
    expect(secondText).toBe(permission('"'));
    expect(third).toBe('four 4.0.0: MIT\n  Copyright (c) Four');
    expect(thirdText).toBe(`${permission('"')} Not for war.`);
  });

  it('stop the build if a library has none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-licence-'));
    try {
      const library = join(folder, 'node_modules/nameless');
      mkdirSync(join(library, 'lib'), { recursive: true });
      writeFileSync(join(library, 'package.json'), '{"name":"nameless","version":"1.0.0","license":"MIT"}');
      writeFileSync(join(library, 'lib/package.json'), '{"type":"module"}');
      expect(packageFolder(folder, join(library, 'lib/index.js'))).toBe(library);
      expect(() => readPackage(library)).toThrow('nameless 1.0.0 ships with OctoGlance');
      writeFileSync(join(library, 'LICENSE'), ' \n');
      expect(() => readPackage(library)).toThrow('brings no text');
      writeFileSync(join(library, 'LICENSE'), 'May be used.');
      expect(readPackage(library).text).toBe('May be used.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the bill of materials', () => {
  it('contains exactly what ships', { timeout: 60_000 }, () => {
    const arguments_ = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    const shell = process.platform === 'win32';
    const whole = JSON.parse(execFileSync('npm', arguments_, { cwd: root, encoding: 'utf8', maxBuffer: 64e6, shell }));
    const shipped = ['electron', 'keytar', 'ky'].map((name) => readPackage(join(root, 'node_modules', name)));
    const bill = shippedBill(whole, shipped);
    expect(bill.components.map(({ name }: { name: string }) => name)).toEqual(['electron', 'keytar', 'ky']);
    expect(JSON.stringify(bill)).not.toContain('vitest');
    expect(bill.metadata.component.name).toBe('octoglance');
    expect(() => shippedBill(whole, [{ name: 'ky', version: '0.0.1' }])).toThrow('ky 0.0.1 ships');
  });
});

describe('installing', () => {
  it('runs no scripts of packages', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
