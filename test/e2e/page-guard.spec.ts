import { asPage } from '../support/e2e/page-script.ts';
import { expect, test } from '../support/e2e/service.ts';

test.describe('The page', () => {
  test('gets no permissions', async ({ fast, launch }) => {
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

  test('can neither hold on to its window nor put dialogs in front of it', async ({ fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    // Both would open the system's dialog and stop the page until it is closed.
    expect(await asPage(window, 'print()')).toBe('ReferenceError');
    expect(await asPage(window, 'document.execCommand("print")')).toBe('TypeError');
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      // Not in Electron's types.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences?: () => { disableDialogs?: boolean };
      };
      return contents.getLastWebPreferences?.();
    });
    expect(preferences?.disableDialogs).toBe(true);
    const hold = 'onbeforeunload = (event) => { event.preventDefault(); event.returnValue = "x"; return "x" }';
    await asPage(window, hold);
    // Pages count as used, and may then ask, only after a click.
    await window.getByRole('heading', { level: 1 }).click();
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await expect.poll(windows).toBe(0);
  });

  test('sees nothing of Node, and only the bridge of the app', async ({ fast, launch }) => {
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

  test('runs no foreign script and reaches no server but its own', async ({ simulator, fast, launch }) => {
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
        app.electron.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          // A page without a process never replies.
          if (contents === undefined || contents.isCrashed()) return null;
          const never = new Promise((resolve) => setTimeout(resolve, 1_000, null));
          const asked = contents.executeJavaScript('document.querySelector("h1")?.textContent');
          return Promise.race([asked, never]).catch(() => null);
        });
      await expect.poll(title).toBe('No printers yet');
    });
  }

  test('is served only from its own folder', async ({ fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    await app.window();
    const statuses = await app.electron.evaluate(async ({ session }) => {
      const own = session.defaultSession;
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

  test('is the only page that is answered, whatever else has the bridge', async ({ simulator, fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    await app.window();
    const opened = app.electron.waitForEvent('window');
    await app.electron.evaluate(({ app: electronApp, BrowserWindow }, address) => {
      const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`;
      void new BrowserWindow({ webPreferences: { preload, sandbox: true, partition: 'another' } }).loadURL(address);
    }, `${simulator.origin.origin}/dashboard`);
    const foreign = await opened;
    await foreign.waitForLoadState();
    const ask = (request: string) =>
      foreign.evaluate<string>(`octoglance.request(${request}).then(JSON.stringify, ({ message }) => message)`);
    for (const request of ['"get-snapshot"', '"get-about"', '"refresh", null', '"export-list"', '"nothing"'])
      expect(await ask(request), request).toBe(request === '"nothing"' ? 'invalid-arguments' : 'unknown-sender');
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) one.destroy();
    });
  });
});
