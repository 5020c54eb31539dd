import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page, type TestInfo } from '@playwright/test';
import { until } from '../desktop/processes.mjs';

/** The unpacked app, in the checkout. */
export const unpackedFolder = join(process.cwd(), 'dist', 'linux-unpacked');

/** Returns the `.deb` files: one, or none without Debian tools. */
export function debianPackages(): readonly string[] {
  const folder = join(process.cwd(), 'dist');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.deb')).map((name) => join(folder, name));
}

/**
 * Packages the app for Linux, unpacked and if possible as `.deb`, once per test run: Playwright empties the folder with
 * the marker at the start of each run. Takes about ten seconds on two processors.
 */
export async function packageOnce({ project }: TestInfo): Promise<void> {
  const note = join(project.outputDir, 'packaged');
  if (existsSync(note)) return;
  for (const old of debianPackages()) rmSync(old);
  // Fast compression; releases are compressed better.
  const installer = existsSync('/usr/bin/dpkg-deb') ? ['--linux', 'deb', '-c.deb.compression=zst'] : [];
  const script = join('scripts', 'package.mjs');
  await promisify(execFile)(process.execPath, [script, ...installer], { maxBuffer: 2 ** 24 });
  writeFileSync(note, '');
}

/** Resolves to the window of an app started with `--remote-debugging-port=0`, the only access to a packaged one. */
export async function windowOf(profile: string): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const file = join(profile, 'DevToolsActivePort');
  await until('the debugging port of the window', () => existsSync(file) && readFileSync(file, 'utf8').includes('\n'));
  const [port] = readFileSync(file, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return { browser, page: await shownPage(browser) };
}

/** Resolves to the page of the open window, or of the next one that opens. */
export function shownPage(browser: Browser): Promise<Page> {
  return until('the window', () => browser.contexts().flatMap((context) => context.pages())[0]);
}
