import { readdirSync } from 'node:fs';
import { asPage, contentsOf } from '../support/e2e/page-script.ts';
import { expect, test } from '../support/e2e/service.ts';

test.describe('The page', () => {
  test('opens no window and navigates nowhere', async ({ simulator, fast, launch }) => {
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

  test('downloads nothing', async ({ fast, launch, desktop }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    await app.electron.evaluate(({ session }) => {
      const seen: { prevented: boolean; state: string }[] = [];
      Object.assign(globalThis, { downloadsSeen: seen });
      session.defaultSession.on('will-download', (event, item) => {
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

  test('embeds no other page, even with webviews enabled', async ({ simulator, fast, launch }) => {
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
      const webPreferences = { webviewTag: true, sandbox: true };
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

  test('does not navigate when a file or a link is dropped onto it', async ({ simulator, fast, launch, desktop }) => {
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
});
