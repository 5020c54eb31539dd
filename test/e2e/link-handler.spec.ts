import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import type { DrivenApp } from '../support/app/app.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { portalOpenedBy, returnLinkIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

const scheme = 'x-scheme-handler/octoglance';
const asRoot = process.getuid?.() === 0;

/** Makes a desktop file the handler of links, as another program or a user would. Returns a function that undoes it. */
function handler(desktop: Desktop, name: string, exec: string | null): () => void {
  const folder = join(desktop.env['XDG_DATA_HOME'] ?? '', 'applications');
  const list = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'mimeapps.list');
  // Another test may have signed in on this desktop before.
  const before = readFileSync(list, 'utf8').replace(new RegExp(`^${scheme}=.*\\n`, 'gm'), '');
  const lines = ['[Desktop Entry]', 'Type=Application', 'Name=A handler', `Exec=${exec}`, `MimeType=${scheme};`, ''];
  mkdirSync(folder, { recursive: true });
  if (exec !== null) writeFileSync(join(folder, name), lines.join('\n'));
  writeFileSync(list, `${before.trimEnd()}\n${scheme}=${name}\n`);
  return () => {
    for (const entry of [name, 'octoglance-sign-in.desktop']) rmSync(join(folder, entry), { force: true });
    writeFileSync(list, before);
  };
}

/** Starts a sign-in, and returns the page opened in the browser. */
async function signIn(app: DrivenApp, desktop: Desktop): Promise<{ window: Page; page: URL }> {
  const window = await app.window();
  const page = await portalOpenedBy(desktop, async () => {
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await expect(window.getByText('come back')).toBeHidden();
    await window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
  });
  await expect(window.getByText('Waiting for your browser')).toBeVisible({ timeout: 15_000 });
  return { window, page };
}

async function expectNoReturn(window: Page, page: URL): Promise<void> {
  expect(page.searchParams.has('returnUrl')).toBe(false);
  await expect(window.getByText('paste its address below. This system doesn’t open OctoGlance')).toBeVisible();
  await expect(window.getByText('allow the browser to open OctoGlance')).toBeHidden();
  await expect(window.getByText('Not back in OctoGlance?')).toBeHidden();
  await expect(window.getByRole('textbox', { name: 'App token or completion link' })).toBeVisible();
}

test.describe('The return from the browser', () => {
  test('is not promised if another program handles the links', async ({ simulator, fast, launch, desktop }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const undo = handler(desktop, 'another.desktop', '/usr/bin/true %u');
    const app = await launch({ args: ['--show'], env: fast });
    const { window, page } = await signIn(app, desktop);
    await expectNoReturn(window, page);
    // The fallback works.
    const last = new URL('/appportal/v1/complete', simulator.origin);
    last.searchParams.set('success', 'true');
    last.searchParams.set('appApiToken', exampleToken('Voron'));
    await window.getByRole('textbox', { name: 'App token or completion link' }).fill(last.href);
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(window.getByRole('article', { name: 'Voron' })).toBeVisible({ timeout: 15_000 });
    undo();
  });

  for (const [what, line] of [
    ['missing', 'exit 127'],
    ['failing', 'exit 1'],
    ['hanging', "trap '' TERM; sleep 600 & wait; sleep 600"],
  ] as const) {
    test(`is not promised if xdg-mime is ${what}, and the browser opens nevertheless`, async ({
      fast,
      launch,
      desktop,
    }) => {
      const tools = mkdtempSync(join(desktop.home, 'tools-'));
      // The queries by which xdg-open finds the browser are passed on.
      const others = 'case "$*" in *octoglance*) ;; *) exec /usr/bin/xdg-mime "$@" ;; esac';
      writeFileSync(join(tools, 'xdg-mime'), `#!/bin/sh\n${others}\n${line}\n`, { mode: 0o755 });
      const env = { ...fast, PATH: `${tools}:${desktop.env['PATH']}` };
      const app = await launch({ args: ['--show'], env });
      const { window, page } = await signIn(app, desktop);
      await expectNoReturn(window, page);
    });
  }

  test('works through any entry that starts this app, and no other is created', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    simulator.printer('Voron', { token: exampleToken('Voron') });
    const { path } = await electronExecutable({ say: () => {} });
    const profile = mkdtempSync(join(desktop.home, 'profile-'));
    const flags = `${asRoot ? '--no-sandbox ' : ''}${process.cwd()} --user-data-dir=${profile}`;
    const undo = handler(desktop, 'appimagekit_0a1b2c-OctoGlance.desktop', `env GDK_SCALE=1 ${path} ${flags} %U`);
    const app = await launch({ args: ['--show'], env: fast, profile });
    const { window, page } = await signIn(app, desktop);
    await expect(window.getByText('When asked, allow the browser to open OctoGlance.')).toBeVisible();
    const results = { success: 'true', appApiToken: exampleToken('Voron'), printername: 'Voron' };
    await xdgOpen(desktop, withResults(returnLinkIn(page), results));
    await expect(window.getByRole('article', { name: 'Voron' })).toBeVisible({ timeout: 15_000 });
    const list = readFileSync(join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'mimeapps.list'), 'utf8');
    expect(list).not.toContain('octoglance-sign-in');
    undo();
  });

  test('is restored if the list names a deleted entry', async ({ fast, launch, desktop }) => {
    const undo = handler(desktop, 'deleted.desktop', null);
    const app = await launch({ args: ['--show'], env: fast });
    const { window, page } = await signIn(app, desktop);
    expect(page.searchParams.has('returnUrl')).toBe(true);
    await expect(window.getByText('When asked, allow the browser to open OctoGlance.')).toBeVisible();
    undo();
  });

  test('starts with a browser that inherits nothing of any AppImage', async ({ fast, launch, desktop }) => {
    const seen = join(desktop.home, 'environment-of-the-browser');
    const browser = join(desktop.home, 'noting-browser');
    writeFileSync(browser, `#!/bin/sh\nenv > '${seen}'\nexec '${desktop.env['BROWSER']}' "$@"\n`, { mode: 0o755 });
    const ofTerminal = { APPIMAGE: '/apps/Terminal.AppImage', APPDIR: '/tmp/.mount_Termin', OWD: '/', ARGV0: 'x' };
    const env = { ...fast, ...ofTerminal, SNAP: '/snap/code/1', SNAP_NAME: 'code', BROWSER: browser };
    const app = await launch({ args: ['--show'], env });
    const entries = join(desktop.env['XDG_DATA_HOME'] ?? '', 'applications', 'test-browser.desktop');
    const before = readFileSync(entries, 'utf8');
    writeFileSync(entries, before.replace(/^Exec=.*$/m, `Exec=${browser} %u`));
    await signIn(app, desktop);
    writeFileSync(entries, before);
    const environment = readFileSync(seen, 'utf8');
    expect(environment).toContain('HOME=');
    expect(environment).not.toMatch(/^(APPIMAGE|APPDIR|OWD|ARGV0|SNAP\w*)=/m);
  });
});
