import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedBill } from './licences/bill-of-materials.mjs';

/*
 * npm run sbom: writes dist/octoglance-VERSION.cdx.json, the components of the last build (CycloneDX). npm's own bill
 * lists dependencies and tools but not which of them are in the bundle, so it is reduced to those.
 */

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const shipped = JSON.parse(readFileSync(join(root, 'out/shipped-packages.json'), 'utf8'));
const whole = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64e6,
  // On Windows npm is a script.
  shell: process.platform === 'win32',
});
const path = join('dist', `octoglance-${version}.cdx.json`);
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, path), `${JSON.stringify(shippedBill(JSON.parse(whole), shipped), null, 2)}\n`);
console.log(path);
