import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { electronExecutable } from '../../scripts/electron-runtime.mjs';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { expect, test } from '../support/e2e/service.ts';
import { domain, type Listeners, startListeners } from '../support/ways-out/listeners.ts';
import { framedWays, helpers, ways } from '../support/ways-out/ways.ts';

/** An address of this computer that no other program uses. */
const nameServer = `127.${(process.pid >> 8) & 0xff}.${process.pid & 0xff}.53`;

const mayMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Electron with this test's DNS server in place of the system's. */
async function electronWithNameServer(desktop: Desktop): Promise<string> {
  const folder = mkdtempSync(join(desktop.home, 'names-'));
  writeFileSync(join(folder, 'resolv.conf'), `nameserver ${nameServer}\noptions timeout:1 attempts:1\n`);
  const { path } = await electronExecutable({ say: () => {} });
  const program = join(folder, 'electron');
  const inside = `mount --bind '${folder}/resolv.conf' /etc/resolv.conf && exec '${path}' "$@"`;
  writeFileSync(program, `#!/bin/bash\nexec unshare -m bash -c '${inside.replaceAll("'", "'\\''")}' electron "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

type Heard = Readonly<Record<string, readonly string[]>>;

/** Runs one attempt as the page's own code, and waits `limit` ms before the next one. It may crash the page. */
async function take(window: Page, listeners: Listeners, at: string, body: string, limit = 250): Promise<void> {
  const code = `${helpers(at, listeners.port, domain)} ${body}`;
  await window
    .evaluate(
      `new Promise((resolve) => { setTimeout(() => (async () => { ${code} })().catch(() => {}), 0); setTimeout(resolve, ${limit}) })`,
    )
    .catch(() => undefined);
}

/** Returns, for each attempt, what was received. What arrives late names its own attempt. */
async function takeAll(window: Page, listeners: Listeners, at: string): Promise<Heard> {
  const heard: Record<string, readonly string[]> = {};
  const note = (name: string) => {
    if (listeners.heard.length > 0) heard[name] = [...new Set(listeners.heard)];
  };
  for (const [name, body] of Object.entries(ways)) {
    listeners.clear();
    await take(window, listeners, at, body, 60);
    note(name);
  }
  listeners.clear();
  await window.waitForTimeout(3_000);
  note('later');
  await window.evaluate('for (const peer of globalThis.keep?.splice(0) ?? []) peer.close()');
  return heard;
}

const title = (window: Page) => window.getByRole('heading', { level: 1 });

async function withoutPolicy(window: Page): Promise<void> {
  await (await window.context().newCDPSession(window)).send('Page.setBypassCSP', { enabled: true });
  await window.reload();
  await expect(title(window)).toHaveText('No printers yet');
}

/** Attempts that show whether the listeners work at all. */
const plain = ['fetch', 'rtc-stun', 'rtc-turn-tcp', 'web-socket', 'dns-prefetch', 'image', 'beacon', 'ping'];

test.describe('Leaving the window', () => {
  test.skip(!mayMount, 'This user may not mount anything');
  let listeners: Listeners;
  test.beforeEach(async () => {
    listeners = await startListeners(nameServer);
  });
  test.afterEach(() => listeners.close());

  for (const policy of ['with', 'without'] as const) {
    test(`is impossible, ${policy} its content security policy`, async ({ fast, launch, desktop }) => {
      const app = await launch({ env: fast, args: ['--show'], electron: await electronWithNameServer(desktop) });
      const window = await app.window();
      await expect(title(window)).toHaveText('No printers yet');
      if (policy === 'without') await withoutPolicy(window);
      const opened = desktop.openedLinks();
      const byAddress = await takeAll(window, listeners, '127.0.0.1');
      const byName = await takeAll(window, listeners, 'name');
      expect({ byAddress, byName }).toEqual({ byAddress: {}, byName: {} });
      expect(await title(window).textContent()).toBe('No printers yet');
      expect(desktop.openedLinks()).toEqual(opened);
    });

    test(`is impossible through a frame, ${policy} its content security policy`, async ({
      fast,
      launch,
      spawn,
      desktop,
    }) => {
      const electron = await electronWithNameServer(desktop);
      const app = await launch({ env: fast, args: ['--hidden'], electron });
      // Each attempt kills the window's process, and every second one closes the window.
      const openWindow = async () => {
        const next = app.electron.waitForEvent('window');
        await (await spawn({ env: fast, profile: app.profile })).ended();
        return next;
      };
      const opened = desktop.openedLinks();
      const heard: Record<string, readonly string[]> = {};
      for (const at of ['127.0.0.1', 'name']) {
        for (const [name, body] of Object.entries(framedWays)) {
          const window = await openWindow();
          await expect(title(window)).toHaveText('No printers yet');
          if (policy === 'without') await withoutPolicy(window);
          listeners.clear();
          await take(window, listeners, at, body);
          await new Promise((resolve) => setTimeout(resolve, 1_000));
          await app.electron.evaluate(({ BrowserWindow }) => {
            for (const one of BrowserWindow.getAllWindows()) one.destroy();
          });
          if (listeners.heard.length > 0) heard[`${name} ${at}`] = [...new Set(listeners.heard)];
        }
      }
      expect(heard).toEqual({});
      expect(desktop.openedLinks()).toEqual(opened);
    });
  }

  test('is noticed from any other window', async ({ fast, launch, desktop }) => {
    const app = await launch({ env: fast, args: ['--show'], electron: await electronWithNameServer(desktop) });
    await app.window();
    const opened = app.electron.waitForEvent('window');
    await app.electron.evaluate(({ app: electronApp, BrowserWindow }) => {
      electronApp.once('web-contents-created', (_event, contents) =>
        setImmediate(() => contents.setWebRTCIPHandlingPolicy('default')),
      );
      void new BrowserWindow({ webPreferences: { sandbox: true, partition: 'another' } }).loadURL('about:blank');
    });
    const window = await opened;
    const heard: string[] = [];
    for (const name of plain) {
      listeners.clear();
      await take(window, listeners, 'name', ways[name] ?? '');
      await window.waitForTimeout(500);
      if (listeners.heard.length > 0) heard.push(name);
    }
    // DNS prefetching is off for all windows.
    expect(heard).toEqual(plain.filter((name) => name !== 'dns-prefetch'));
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) one.destroy();
    });
  });
});
