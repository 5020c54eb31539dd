import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import type { Budget } from '../../src/ipc/rate-limit.ts';
import { requestNames } from '../../src/ipc/request-gate.ts';
import { budgets } from '../../src/ipc/request-schemas.ts';
import type { DrivenApp } from '../support/app/app.ts';
import { addByToken, exampleToken, expect, test } from '../support/e2e/service.ts';
import { type Attack, type AttackReport, attack } from '../support/hostile-page/attack.ts';
import { hostileValues } from '../support/hostile-page/values.ts';
import { seed } from '../support/seed.ts';

const names = ['Ada', 'Bert', 'Cleo', 'Dora', 'Emil'];
const calls = 100_000;
/** Everything the app and Chromium write into the profile. */
const ownFiles = [
  ...['alerts.json', 'history', 'leftover-secrets.json', 'pending-additions.json', 'settings.json', 'window.json'],
  ...['Cookies', 'Cookies-journal', 'Network Persistent State', 'Preferences', 'Session Storage', 'TransportSecurity'],
];
/** Names of files in this checkout, without those ignored by git, which tests and builds may write at the same time. */
function checkedIn(): readonly string[] {
  const ignored = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.replaceAll('/', ''));
  return readdirSync('.')
    .filter((name) => !ignored.includes(name))
    .sort();
}

const attackText = `const attack = ${attack}; const hostileValues = ${hostileValues};`;

/** Attacks through the bridge, like code in the page could. */
function attackByBridge(window: Page, order: Attack): Promise<AttackReport> {
  const send = '(name, args) => octoglance.request(name, ...args)';
  return window.evaluate<AttackReport>(
    `(async () => { ${attackText} return attack(${send}, ${JSON.stringify(order)}, hostileValues); })()`,
  );
}

async function attackRoundTheBridge(window: Page, order: Attack): Promise<AttackReport> {
  return JSON.parse(await window.evaluate<string>(`raw.attack(${JSON.stringify(JSON.stringify(order))})`));
}

/** Runs the attack where the bridge is created, with direct access to the main process. */
async function goRoundTheBridge(app: DrivenApp, folder: string): Promise<Page> {
  const preload = join(folder, 'hostile-preload.cjs');
  writeFileSync(
    preload,
    `const { contextBridge, ipcRenderer } = require('electron');
     ${attackText}
     const send = (name, args) => ipcRenderer.invoke(name, ...args);
     contextBridge.exposeInMainWorld('raw', {
       attack: async (order) => JSON.stringify(await attack(send, JSON.parse(order), hostileValues)),
     });`,
  );
  await app.electron.evaluate(({ session, BrowserWindow }, path) => {
    const own = session.defaultSession;
    if ('registerPreloadScript' in own) own.registerPreloadScript({ type: 'frame', filePath: path });
    else (own as Electron.Session).setPreloads([path]);
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  }, preload);
  const window = await app.window();
  await expect.poll(() => window.evaluate('typeof globalThis.raw?.attack').catch(() => '')).toBe('function');
  return window;
}

/** Everything in the home folder with its size, except what the app and the desktop write at any time. */
function homeOf(folder: string): readonly string[] {
  const changing = /^(profile-|app-|opened-links|cache|run|state|config\/(dconf|xfce4)|data\/keyrings)/;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: relative(folder, join(entry.parentPath, entry.name)) }))
    .filter(({ path }) => !changing.test(path))
    .map(({ entry, path }) => (entry.isFile() ? `${path} ${statSync(join(folder, path)).size}` : path))
    .sort();
}

/** Counts the dialogs, and cancels each after a while in the user's place. */
async function countDialogs(app: DrivenApp): Promise<() => Promise<{ opened: number; most: number }>> {
  await app.electron.evaluate(({ dialog }) => {
    const seen = { opened: 0, open: 0, most: 0 };
    Object.assign(globalThis, { dialogsSeen: seen });
    const close = async () => {
      seen.opened += 1;
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen.open -= 1;
    };
    dialog.showSaveDialog = async () => close().then(() => ({ canceled: true, filePath: '' }));
    const decline = async (...args: readonly unknown[]) => {
      await close();
      const { cancelId } = args.at(-1) as Electron.MessageBoxOptions;
      return { response: cancelId ?? 0, checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: decline });
    dialog.showOpenDialog = async () => close().then(() => ({ canceled: true, filePaths: [] }));
  });
  return () =>
    app.electron.evaluate(
      () => (globalThis as unknown as { dialogsSeen: { opened: number; most: number } }).dialogsSeen,
    );
}

test('A compromised page achieves nothing, whatever it requests', async ({
  simulator,
  fast,
  launch,
  spawn,
  desktop,
  findTray,
}) => {
  test.setTimeout(300_000);
  const hint = `OCTOGLANCE_SEED=${seed}`;
  for (const name of names) simulator.printer(name, { token: exampleToken(name) });
  const openedBefore = desktop.openedLinks().length;
  const openedSince = () => desktop.openedLinks().slice(openedBefore);
  const temporary = join(desktop.home, 'temporary');
  mkdirSync(temporary);
  const env = { ...fast, TMPDIR: temporary };
  const app = await launch({ args: ['--show'], env });
  for (const name of names) await addByToken(app, name);
  const { profile } = app;
  const dialogs = await countDialogs(app);
  const window = await app.window();
  const printers = await window.evaluate<string[]>(
    'octoglance.request("get-snapshot").then(({ printers }) => printers.map(({ id }) => id))',
  );
  const order: Attack = {
    seed,
    calls: calls / 2,
    requests: requestNames,
    printers,
    forbiddenFile: join(desktop.home, 'hostile-file'),
    // Includes the part that all tokens have in common.
    secrets: [...names.map((name) => exampleToken(name)), '0123456789abcdef'],
    expected: 'Dora',
  };
  const hostilePage = await goRoundTheBridge(app, desktop.home);
  // The first sign-in registers the links with the desktop, in files in the user's home folder.
  await hostilePage.evaluate('octoglance.request("start-sign-in", null)');
  await expect.poll(() => openedSince().length).toBe(1);
  // The log is opened some seconds after its first line.
  await expect.poll(() => readdirSync(profile)).toContain('logs');
  const before = { home: homeOf(desktop.home), here: checkedIn() };
  const profileBefore = new Set([...readdirSync(profile), ...ownFiles]);
  const began = Date.now();
  const reports = [
    await attackByBridge(hostilePage, order),
    await attackRoundTheBridge(hostilePage, { ...order, seed: seed + 1 }),
  ];
  const ended = Date.now();
  const seconds = (ended - began) / 1000;
  test.info().annotations.push({ type: 'figures', description: JSON.stringify({ seed, seconds, reports }) });

  // For a listed printer, one would remove it, and the other opens a menu that captures the keyboard until it is
  // closed.
  const isAsked = (name: string) => name !== 'remove-printer' && name !== 'choose-in-printer-menu';
  const allRequests = requestNames.filter(isAsked).toSorted();
  for (const { leaks, unanswered, outcomes, reached, foundExpected } of reports) {
    expect({ leaks, unanswered }, hint).toEqual({ leaks: [], unanswered: [] });
    expect(outcomes['invalid-arguments'], hint).toBeGreaterThan(calls / 10);
    expect(outcomes['failed'] ?? 0, hint).toBe(0);
    expect(outcomes['unknown-sender'] ?? 0, hint).toBe(0);
    expect(reached.filter(isAsked), `${hint}: every request was reached`).toEqual(allRequests);
    expect(foundExpected, 'the search for secrets finds what is there').toBeGreaterThan(100);
  }

  expect(app.hasEnded, hint).toBe(false);
  const lastRequested = (name: string) => simulator.log.findLast(({ printer }) => printer === name)?.at ?? 0;
  for (const name of names)
    await expect.poll(() => lastRequested(name), `${hint}: ${name} is watched`).toBeGreaterThan(ended);
  await expect(hostilePage.getByRole('article')).toHaveCount(names.length);
  expect((await (await findTray()).read()).tooltip, hint).toContain('5');

  const report = 'https://github.com/octoglance/OctoGlance/issues/new?template=problem.yml';
  const own = [`${simulator.origin.origin}/`, 'https://docs.octoeverywhere.com/', 'http://192.168.', profile, report];
  const isOwn = (link: string) =>
    own.some((start) => link.startsWith(start)) || link.endsWith('/out/THIRD-PARTY-LICENCES.txt');
  const opened = openedSince();
  expect(
    opened.filter((link) => link.includes('hostile') || !isOwn(link)),
    hint,
  ).toEqual([]);
  const most = ({ burst, every }: Budget) => burst + Math.ceil((seconds * 1000) / every) + 1;
  expect(opened.length, hint).toBeLessThanOrEqual(most(budgets.otherPrograms));
  const seen = await dialogs();
  expect(seen.most, `${hint}: one dialog at a time`).toBe(1);
  expect(seen.opened, hint).toBeLessThanOrEqual(most(budgets.fileDialogs));

  expect({ home: homeOf(desktop.home), here: checkedIn() }, hint).toEqual(before);
  expect(
    readdirSync(profile).filter((name) => !profileBefore.has(name)),
    hint,
  ).toEqual([]);
  await app.quit();
  const log = readFileSync(join(profile, 'logs', 'octoglance.log'), 'utf8');
  expect(log, hint).not.toMatch(/Uncaught|Unhandled| ERROR |hostile|0123456789abcdef/);
  const refusals = log.split('\n').filter((line) => line.includes('Refused'));
  expect(refusals.length, 'each kind of refusal is logged once').toBeGreaterThan(requestNames.length / 2);
  expect(new Set(refusals.map((line) => line.replace(/^\S+ /, ''))).size, hint).toBe(refusals.length);

  const again = await spawn({ args: ['--hidden', '--status-stream'], env: fast, profile });
  for (const name of names) await again.waitForStatus({ type: 'printer', name, status: 'online' });
});
