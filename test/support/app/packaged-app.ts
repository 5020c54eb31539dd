import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page, type TestInfo } from '@playwright/test';
import { until } from '../desktop/processes.mjs';

/** The unpacked app, in the checkout. */
export const unpackedFolder = join(process.cwd(), 'dist', 'linux-unpacked');

/** The `.deb`s: one, or none where there are no Debian tools to make it. */
export function debianPackages(): readonly string[] {
  const folder = join(process.cwd(), 'dist');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.deb')).map((name) => join(folder, name));
}

/**
 * Packages the app for Linux, unpacked and where possible as `.deb`, once in a run of the tests: Playwright empties the
 * folder in which it is noted at the start of each. Takes about ten seconds on two processors.
 */
export async function packageOnce({ project }: TestInfo): Promise<void> {
  const note = join(project.outputDir, 'packaged');
  if (existsSync(note)) return;
  for (const old of debianPackages()) rmSync(old);
  // Quick to pack; releases are packed small.
  const installer = existsSync('/usr/bin/dpkg-deb') ? ['--linux', 'deb', '-c.deb.compression=zst'] : [];
  const script = join('scripts', 'package.mjs');
  await promisify(execFile)(process.execPath, [script, ...installer], { maxBuffer: 2 ** 24 });
  writeFileSync(note, '');
}

/** The window of an app that was started with `--remote-debugging-port=0`: the packaged one opens no other door. */
export async function windowOf(profile: string): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const file = join(profile, 'DevToolsActivePort');
  await until('the debugging port of the window', () => existsSync(file) && readFileSync(file, 'utf8').includes('\n'));
  const [port] = readFileSync(file, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return { browser, page: await shownPage(browser) };
}

/** The page of the window that is open, or of the next one that opens. */
export function shownPage(browser: Browser): Promise<Page> {
  return until('the window', () => browser.contexts().flatMap((context) => context.pages())[0]);
}
