import type { Page } from '@playwright/test';
import { expect, test } from './service.ts';

/** Runs a function body as the page's own code would run: the inspector, whose evaluation is exempt, has left by then. */
function asPage<Value>(window: Page, body: string): Promise<Value> {
  return window.evaluate<Value>(
    `new Promise((resolve) => setTimeout(() => (async () => { ${body} })().then(resolve, (error) => resolve(error.name))))`,
  );
}

test.describe('The page', () => {
  test('opens no window and goes nowhere else', async ({ simulator, fast, launch }) => {
    const app = await launch({ env: fast, args: ['--show'] });
    const window = await app.window();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('No printers yet');
    const address = window.url();
    // The first one answers: without the guard it would be shown.
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
    // Of all that can be recorded the screen is what a test machine has.
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
    const frame = `const frame = document.createElement("iframe"); frame.src = "${api}"; document.body.append(frame)`;
    expect(await refused(frame)).toContain('frame-src');
    expect(simulator.log).toEqual([]);
  });
});
