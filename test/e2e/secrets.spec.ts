import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { processTree } from '../../tools/bench/process-tree.ts';
import type { DrivenApp } from '../support/app/app.ts';
import { startSignIn, withResults, xdgOpen } from '../support/e2e/portal.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

/** Everything that a sign-in returns, with unique values. */
const signedIn = {
  appApiToken: exampleToken('Voron'),
  url: 'https://app-example0123456789.octoeverywhere.com',
  authBearerToken: 'example-bearer-0123456789abcdef',
  authBasicHttpUser: 'example-user-0123456789abcdef',
  authBasicHttpPassword: 'example-password-0123456789abcdef',
  octoPrintApiKey: 'example-key-0123456789abcdef',
};
const pasted = exampleToken('Ender');
const refused = 'example-token-of-nobody-0123456789abcdef';
const secrets = [...Object.values(signedIn), 'app-example0123456789', pasted, refused];

/** The secrets in a text, as they are or encoded. */
function secretsIn(text: string): readonly string[] {
  return secrets.filter((secret) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')].some((form) =>
      text.includes(form),
    ),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** Records everything the main process sends to the window from now on. */
async function overhear(app: DrivenApp): Promise<void> {
  await app.electron.evaluate(({ ipcMain, BrowserWindow }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    type Handler = (...args: unknown[]) => unknown;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    for (const [name, handler] of handlers) {
      handlers.set(name, async (...args) => {
        const response = await handler(...args);
        heard.push(`${name} ${JSON.stringify(response)}`);
        return response;
      });
    }
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('There is no window.');
    const send = contents.send.bind(contents);
    contents.send = (name, ...args) => {
      heard.push(`${name} ${JSON.stringify(args)}`);
      send(name, ...args);
    };
  });
}

/** All strings in the memory of the window's process, after a garbage collection. */
async function heapOf(app: DrivenApp, window: Page): Promise<string> {
  const session = await app.electron.context().newCDPSession(window);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** Types without running a script of the test in the page, which would keep the text. */
async function type(window: Page, text: string): Promise<void> {
  await window.getByRole('textbox', { name: 'App token or completion link' }).focus();
  await window.keyboard.press('Control+A');
  await window.keyboard.insertText(text);
}

async function paste(window: Page, text: string): Promise<void> {
  await type(window, text);
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('The secrets of a session are only in the keychain and in the main process', async ({
  simulator,
  fast,
  launch,
  desktop,
  findTray,
  notifications,
}) => {
  const voron = simulator.printer('Voron', { token: signedIn.appApiToken });
  simulator.printer('Ender', { token: pasted });
  // As set by users who debug other programs of theirs.
  const env = { ...fast, NODE_DEBUG: 'http,https,net,tls', ELECTRON_ENABLE_LOGGING: '1' };
  const app = await launch({ args: ['--show', '--status-stream'], env });
  const tray = await findTray();
  const window = await app.window();
  await expect(window.getByRole('button', { name: 'Paste a token instead' })).toBeVisible();
  await overhear(app);

  await window.getByRole('button', { name: 'Paste a token instead' }).click();
  await type(window, pasted);
  expect(secretsIn(await heapOf(app, window)), 'while it stands in the form').toEqual([pasted]);
  // After cancelling, it is gone with the form.
  await window.getByRole('button', { name: 'Cancel', exact: true }).click();
  expect(secretsIn(await heapOf(app, window)), 'after the form was closed').toEqual([]);
  await window.getByRole('button', { name: 'Add printer' }).first().click();
  await window.getByRole('button', { name: 'Paste a token instead' }).click();
  await paste(window, refused);
  await expect(window.getByText('OctoEverywhere doesn’t recognise this token', { exact: true })).toBeVisible();
  await paste(window, pasted);
  await expect(window.getByRole('article', { name: 'Ender' })).toContainText('Connected');
  const { link } = await startSignIn(app, desktop);
  await xdgOpen(desktop, withResults(link, { success: 'true', id: 'abc', printername: 'Voron', ...signedIn }));
  await expect(window.getByRole('article', { name: 'Voron' })).toContainText('Connected');
  await xdgOpen(desktop, withResults(link, { success: 'true', ...signedIn }));
  await expect(window.getByText('This sign-in has already ended', { exact: true })).toBeVisible();

  voron.set({ link: 'down' });
  await tray.waitForColour('amber');
  voron.answer(604);
  await tray.waitForColour('red');
  await notifications.waitFor('of the end', (one) => one.summary === 'Reconnect needed: Voron', 30_000);
  await tray.menu.click('More actions', 'Ender', 'Copy local IP');
  await app.electron.evaluate(
    (_electron, notified) => void setTimeout(() => Promise.reject(new Error('It broke', { cause: notified }))),
    JSON.stringify({ signedIn, pasted }),
  );
  await expect(window.getByText('Something went wrong in OctoGlance', { exact: true })).toBeVisible();
  const everything = `(async () => {
    const { printers } = await octoglance.request('get-snapshot');
    const histories = await Promise.all(printers.map(({ id }) => octoglance.request('get-history', id)));
    return [printers, histories, await octoglance.request('get-days'), await octoglance.request('get-about')];
  })()`;

  const main = await app.electron.evaluate(() => process.pid);
  const processes = processTree(main);
  expect(processes.length).toBeGreaterThan(3);
  const clipboard = await app.electron.evaluate(({ clipboard: board }) => board.readText());
  const requested = JSON.stringify(await window.evaluate(everything));
  const heard = await app.electron.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  const places = new Map<string, string>([
    ['the answers to the window', requested],
    ['all that passed to the window', heard.join('\n')],
    ['the page', await window.content()],
    ['the clipboard', clipboard],
    ['the notifications', JSON.stringify(notifications.all)],
    ['the tray menu', await tray.menu.text()],
    ['the tooltip', (await tray.read()).tooltip],
    ['the memory of the window', await heapOf(app, window)],
  ]);
  for (const pid of processes) {
    places.set(`the arguments of process ${pid}`, readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
    places.set(`the environment of process ${pid}`, readFileSync(`/proc/${pid}/environ`, 'latin1'));
  }
  await app.quit();
  // The complete output.
  places.set('stdout', app.stdout).set('stderr', app.stderr);
  for (const path of [...filesBelow(app.profile), ...filesBelow(join(desktop.home, 'config'))]) {
    places.set(path, readFileSync(path, 'latin1'));
  }

  // Checks that each place was really searched.
  expect(clipboard).toMatch(/^192\.168\.1\.\d+$/);
  expect(heard.filter((one) => one.startsWith('add-printer '))).toHaveLength(2);
  expect(heard.some((one) => one.startsWith('change '))).toBe(true);
  expect(places.get('the memory of the window')).toContain('Voron');
  expect(places.get(join(app.profile, 'logs/octoglance.log'))).toContain('Caused by: ');
  expect(places.get(join(app.profile, 'printers.json'))).toContain('Voron');
  for (const [place, text] of places) expect(secretsIn(text), place).toEqual([]);
});
