import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { electronExecutable } from './electron-runtime.mjs';
import { systemTools } from './packaging/system-tools.mjs';
import { checksums } from './release/checksums.mjs';
import { releaseFaults } from './release/release-faults.mjs';
import { releaseNotes } from './release/release-notes.mjs';

/*
 * npm run release -- --dry-run   everything in a release that this computer can do, except uploading: checks of version and
 *                                changelog, the packages, SBOM, checksums and notes, in dist/
 * npm run release -- --check     only the checks and the notes, which the release workflow runs first
 *
 * Publishing is done by hand: docs/releasing.md.
 */

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');
/** @param {readonly string[]} args */
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, check: { type: 'boolean' } } });
if (values['dry-run'] !== true && values.check !== true) {
  fail(
    ['Nothing is published from here. Rehearse with --dry-run; a release begins with a tag, see docs/releasing.md.'],
    2,
  );
}

/** @type {{ version: string }} */
const { version } = JSON.parse(read('package.json'));
const changelog = read('CHANGELOG.md');
const faults = releaseFaults({
  version,
  lockedVersion: JSON.parse(read('package-lock.json')).version,
  changelog,
  metainfo: read('assets/linux/io.github.octoglance.OctoGlance.metainfo.xml'),
  changedFiles: git('status', '--porcelain').map((line) => line.slice(3)),
  // The workflow was triggered by the tag.
  tags: values.check === true ? [] : git('tag', '--list'),
});
if (faults.length > 0) fail(faults, 1);
mkdirSync(dist, { recursive: true });
write('RELEASE-NOTES.md', releaseNotes(changelog, version));
if (values.check === true) process.exit(0);

for (const name of packagesIn()) rmSync(join(dist, name));
const targets = await targetsOfThisComputer();
if (targets.length === 0) fail(['No package can be made here: install dpkg-deb (dpkg) or 7za (p7zip-full).'], 1);
say(`Making ${targets.join(', ')} of version ${version}.`);
run('scripts/package.mjs', '--linux', ...targets);
run('scripts/sbom.mjs');
const licences = join(root, 'out', 'THIRD-PARTY-LICENCES.txt');
if (!existsSync(licences) || statSync(licences).size === 0) fail(['The licences of what ships were not written.'], 1);
const bill = `octoglance-${version}.cdx.json`;
const files = [...packagesIn(), bill];
write('SHA256SUMS', await checksums(files.map((name) => join(dist, name))));

say(`\nA release v${version} would have:`);
for (const name of [...files, 'SHA256SUMS', 'RELEASE-NOTES.md']) {
  say(`  dist/${name}  ${(statSync(join(dist, name)).size / 1024 / 1024).toFixed(1)} MiB`);
}
const missing = ['AppImage', 'deb', 'rpm', 'tar.gz'].filter((target) => !targets.includes(target));
if (missing.length > 0)
  say(`Made by the release workflow alone: ${missing.join(', ')}, and those of Windows and macOS.`);
say('Nothing was uploaded.');

/**
 * The packages that can be made: if electron-builder's own tools can't be downloaded, those the system's tools can
 * make.
 * @returns {Promise<readonly string[]>}
 */
async function targetsOfThisComputer() {
  if (process.platform !== 'linux') fail(['The rehearsal runs on Linux; the workflow makes the other packages.'], 1);
  const { fallback } = await electronExecutable({ say: () => {} });
  if (!fallback) return ['AppImage', 'deb', 'rpm', 'tar.gz'];
  const tools = systemTools();
  return [...('CUSTOM_FPM_PATH' in tools ? ['deb'] : []), ...('ELECTRON_BUILDER_7ZIP_PATH' in tools ? ['tar.gz'] : [])];
}

/** @returns {readonly string[]} names of packages in dist/ */
function packagesIn() {
  if (!existsSync(dist)) return [];
  return readdirSync(dist).filter((name) => /\.(AppImage|deb|rpm|tar\.gz)$/.test(name));
}

/**
 * @param {string} script path below the repository
 * @param {readonly string[]} args
 */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail([`${script} failed, see above.`], 1);
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  writeFileSync(join(dist, name), text);
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @param {readonly string[]} lines
 * @param {number} code
 * @returns {never}
 */
function fail(lines, code) {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(code);
}
