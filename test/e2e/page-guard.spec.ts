import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../support/app/app.ts';
import { expect, test } from '../support/e2e/service.ts';

/**
 * Runs a function body like the page's own code: later, when the inspector, whose evaluation is exempt, is no longer
 * involved.
 */
function asPage<Value>(window: Page, body: string): Promise<Value> {
  return window.evaluate<Value>(
    `new Promise((resolve) => setTimeout(() => (async () => { ${body} })().then(resolve, (error) => resolve(error.name))))`,
  );
}

/** The number of web contents: the window's and any others. */
const contentsOf = (app: DrivenApp) =>
  app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);

test.describe('The page', () => {
  test('opens no window and goes nowhere else', async ({ simulator, fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    const address = window.url();
    // The first one responds: without the guard it would be shown.
    const elsewhere = [`${simulator.origin.origin}/dashboard`, 'file:///etc/hostname', 'app://octoglance/none.html'];
    for (const target of elsewhere) {
      expect(await asPage(window, `return open("${target}")`)).toBeNull();
      await asPage(window, `location.href = "${target}"`);
      for (const frame of ['_self', '_blank']) {
        await asPage(
          window,
          `const link = document.createElement("a"); link.href = "${target}"; link.target = "${frame}"; link.click()`,
        );
      }
    }
    await window.waitForTimeout(500);
    expect(await asPage(window, 'return location.href')).toBe(address);
    expect(await asPage(window, 'return document.querySelector("h1").textContent')).toBe('No printers yet');
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('gets no permission', async ({ fast, launch }) => {
    const window = await (await launch({ env: fast, args: ['--show'] })).window();
    expect(await asPage(window, 'return isSecureContext')).toBe(true);
    expect(await asPage(window, 'return Notification.requestPermission()')).toBe('denied');
    expect(await asPage(window, 'await navigator.clipboard.readText()')).toBe('NotAllowedError');
    // The screen is the only thing that can be recorded on a test computer.
    const screen =
      'await navigator.mediaDevices.getUserMedia({ video: { mandatory: { chromeMediaSource: "screen" } } })';
    expect(await asPage(window, screen)).toBe('NotAllowedError');
    const place =
      'return new Promise((done) => navigator.geolocation.getCurrentPosition(done, ({ code }) => done(code)))';
    expect(await asPage(window, place), 'PERMISSION_DENIED').toBe(1);
  });

  test('has nothing of Node, and of the app only the bridge', async ({ fast, launch }) => {
    const window = await (await launch({ env: fast, args: ['--show'] })).window();
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'];
    for (const name of names) expect(await asPage(window, `return typeof ${name}`), name).toBe('undefined');
    expect(await asPage(window, 'return Object.keys(octoglance).sort()')).toEqual(['on', 'request']);
    expect(await asPage(window, 'return (await octoglance.request("get-snapshot")).printers')).toEqual([]);
    for (const request of [
      '"get-secret"',
      '"electron-store-get-data"',
      '"refresh", "../../etc"',
      '"open-link", "https://example.com"',
    ])
      expect(await asPage(window, `return octoglance.request(${request})`), request).toBe('Error');
  });

  test('runs no script and reaches no server but its own', async ({ simulator, fast, launch }) => {
    const window = await (await launch({ env: fast, args: ['--show'] })).window();
    const refused = (body: string) =>
      asPage<string[]>(
        window,
        `const seen = [];
         const note = (event) => seen.push(event.effectiveDirective);
         document.addEventListener("securitypolicyviolation", note);
         try { ${body} } catch (error) { seen.push(error.name) }
         await new Promise((later) => setTimeout(later, 200));
         document.removeEventListener("securitypolicyviolation", note);
         return seen`,
      );
    const inline = `const script = document.createElement("script");
      script.append("globalThis.ran = true");
      document.body.append(script);`;
    expect((await refused(inline)).length).toBeGreaterThan(0);
    expect(
      (await refused('document.body.innerHTML = "<img src=x onerror=\\"globalThis.ran = true\\">"')).length,
    ).toBeGreaterThan(0);
    expect(
      (await refused('document.body.setAttribute("onclick", "globalThis.ran = true"); document.body.click()')).length,
    ).toBeGreaterThan(0);
    expect((await refused('eval("globalThis.ran = true")')).length).toBeGreaterThan(0);
    expect(await asPage(window, 'return typeof ran')).toBe('undefined');

    const api = `${simulator.origin.origin}/api/appconnection/info`;
    expect(await refused(`await fetch("${api}")`)).toContain('connect-src');
    expect(await refused(`new Image().src = "${api}"`)).toContain('img-src');
    expect(simulator.log).toEqual([]);
  });

  for (const policy of ['with', 'without'] as const) {
    test(`has no frames: one ends the page, ${policy} its content security policy`, async ({
      simulator,
      fast,
      launch,
    }) => {
      const app = await launch({ env: fast, args: ['--show'] });
      const window = await app.window();
      await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
      if (policy === 'without') {
        await (await window.context().newCDPSession(window)).send('Page.setBypassCSP', { enabled: true });
        await window.reload();
        await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
        expect(await asPage(window, 'return eval("1 + 1")'), 'the policy is off').toBe(2);
      }
      const gone = window.waitForEvent('crash');
      const frame = `const frame = document.createElement("iframe"); frame.src = "${simulator.origin.origin}/dashboard";
        document.body.append(frame)`;
      await asPage(window, frame).catch(() => undefined);
      await gone;
      expect(simulator.log).toEqual([]);
      // The window loads its page again.
      const title = () =>
        app.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("h1")?.textContent'),
        );
      await expect.poll(title).toBe('No printers yet');
    });
  }

  test('downloads nothing', async ({ fast, launch, desktop }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    await app.electron.evaluate(({ session }) => {
      const seen: { prevented: boolean; state: string }[] = [];
      Object.assign(globalThis, { downloadsSeen: seen });
      session.fromPartition('window').on('will-download', (event, item) => {
        const one = { prevented: event.defaultPrevented, state: item.getState() };
        seen.push(one);
        item.once('done', (_event, state) => Object.assign(one, { state }));
      });
    });
    const seen = () =>
      app.electron.evaluate(
        () => (globalThis as unknown as { downloadsSeen: { prevented: boolean; state: string }[] }).downloadsSeen,
      );
    const before = readdirSync(desktop.home).sort();
    const byLink = (address: string) =>
      asPage(
        window,
        `const link = document.createElement("a"); link.href = ${address}; link.download = "hostile.html"; link.click()`,
      );
    await byLink('URL.createObjectURL(new Blob(["hostile"]))');
    await byLink('"app://octoglance/index.html"');
    await byLink('"data:text/html,hostile"');
    await expect.poll(async () => (await seen()).length).toBe(3);
    for (const download of await seen()) expect(download.prevented).toBe(true);
    await window.waitForTimeout(500);
    expect((await seen()).filter(({ state }) => state === 'completed')).toEqual([]);
    expect(readdirSync(desktop.home).sort()).toEqual(before);
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('embeds no other page, not even where webviews are switched on', async ({ simulator, fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    const embed = `const view = document.createElement("webview");
      view.src = "${simulator.origin.origin}/dashboard"; view.style.cssText = "display: flex; height: 99px";
      document.body.append(view)`;
    expect(await contentsOf(app)).toBe(1);
    await asPage(window, embed);
    await window.waitForTimeout(300);
    expect(await contentsOf(app), 'the window has no webviews').toBe(1);

    const other = app.electron.waitForEvent('window');
    await app.electron.evaluate(({ app: electronApp, BrowserWindow }, address) => {
      const seen: boolean[] = [];
      Object.assign(globalThis, { webviewsSeen: seen });
      electronApp.once('web-contents-created', (_event, contents) => {
        contents.on('will-attach-webview', (event) => seen.push(event.defaultPrevented));
      });
      const webPreferences = { webviewTag: true, sandbox: true, partition: 'window' };
      void new BrowserWindow({ webPreferences }).loadURL(address);
    }, window.url());
    const switchedOn = await other;
    await switchedOn.waitForLoadState();
    // A webview consists of a frame.
    const gone = switchedOn.waitForEvent('crash');
    await asPage(switchedOn, embed).catch(() => undefined);
    await gone;
    const seen = () => app.electron.evaluate(() => (globalThis as unknown as { webviewsSeen: boolean[] }).webviewsSeen);
    expect((await seen()).filter((prevented) => !prevented)).toEqual([]);
    expect(await contentsOf(app), 'the window, and the one that had them').toBe(2);
    expect(simulator.log).toEqual([]);
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) one.destroy();
    });
  });

  test('goes nowhere when a file or a link is dropped onto it', async ({ simulator, fast, launch, desktop }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    const address = window.url();
    const session = await window.context().newCDPSession(window);
    const link = `${simulator.origin.origin}/dashboard`;
    const before = desktop.openedLinks();
    const dropped = [
      {
        items: [
          { mimeType: 'text/uri-list', data: link },
          { mimeType: 'text/plain', data: link },
        ],
        files: [],
      },
      { items: [], files: ['/etc/hostname'] },
      { items: [{ mimeType: 'text/html', data: `<a href="${link}">hostile</a>` }], files: [] },
    ];
    for (const { items, files } of dropped) {
      const data = { items, files, dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
    }
    await window.waitForTimeout(500);
    expect(window.url()).toBe(address);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    expect(await contentsOf(app)).toBe(1);
    expect(simulator.log).toEqual([]);
    expect(desktop.openedLinks()).toEqual(before);
  });

  test('is served from its own folder alone', async ({ fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    await app.window();
    const statuses = await app.electron.evaluate(async ({ session }) => {
      const own = session.fromPartition('window');
      const found: Record<string, number> = {};
      const outside = [
        '%2e%2e/main/main.cjs',
        '..%2fmain%2fmain.cjs',
        '%2fetc%2fhostname',
        '..%2f..%2fpackage.json',
        '%',
      ];
      for (const path of ['index.html', 'none.html', ...outside])
        found[path] = (await own.fetch(`app://octoglance/${path}`)).status;
      found['other host'] = (await own.fetch('app://elsewhere/index.html')).status;
      return found;
    });
    const { 'index.html': own, ...others } = statuses;
    expect(own).toBe(200);
    expect(Object.entries(others).filter(([, status]) => status !== 404)).toEqual([]);
    expect(Object.keys(others)).toHaveLength(7);
  });

  test('is the only one that is answered, whatever else has the bridge', async ({ simulator, fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    await app.window();
    const opened = app.electron.waitForEvent('window');
    await app.electron.evaluate(({ app: electronApp, BrowserWindow }, address) => {
      const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`;
      void new BrowserWindow({ webPreferences: { preload, sandbox: true } }).loadURL(address);
    }, `${simulator.origin.origin}/dashboard`);
    const foreign = await opened;
    await foreign.waitForLoadState();
    const ask = (request: string) =>
      foreign.evaluate<string>(`octoglance.request(${request}).then(JSON.stringify, ({ message }) => message)`);
    for (const request of ['"get-snapshot"', '"get-about"', '"refresh", null', '"export-list"', '"nothing"'])
      expect(await ask(request), request).toBe(request === '"nothing"' ? 'does-not-fit' : 'unknown-sender');
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) one.destroy();
    });
  });
});
