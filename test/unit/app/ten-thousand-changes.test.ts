import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { AlertNotifier } from '../../../src/app/alert-notifier.ts';
import { Notices } from '../../../src/app/notices.ts';
import { Overview } from '../../../src/app/overview.ts';
import { StatusPresenter } from '../../../src/app/status-presenter.ts';
import { StatusStream } from '../../../src/app/status-stream.ts';
import { TrayPresenter } from '../../../src/app/tray-presenter.ts';
import { UserLanguage } from '../../../src/app/user-language.ts';
import { WindowPresenter } from '../../../src/app/window-presenter.ts';
import type { Notifier } from '../../../src/desktop/notifications/notifier.ts';
import type { TrayIcon } from '../../../src/desktop/tray/tray.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { HistoryRecorder } from '../../../src/history/history-recorder.ts';
import { createLog } from '../../../src/logging/log.ts';
import { logChanges } from '../../../src/logging/status-log.ts';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { createHistoryFiles } from '../../../src/storage/history-files.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredRegion } from '../../../src/storage/region-store.ts';
import { trend } from '../../../tools/soak/trend.ts';
import { link, minutes, monitored, seconds } from '../../support/monitor/world.ts';
import { recordAttack } from '../../support/reliability-record.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

const MB = 1024 * 1024;
const wanted = 10_000;
/** Long enough that the log has to start a new file along the way. */
const names = Array.from({ length: 10 }, (_, index) => `${index} ${'Voron '.repeat(40)}`);
/** How often a printer connects or disconnects. */
const turn = seconds(70);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('processes ten thousand status changes without growing in memory or log', { timeout: 300_000 }, async () => {
  const world = monitored({
    answer: (printer, at) => {
      const shifted = at + names.indexOf(printer) * seconds(17);
      const turns = Math.floor(shifted / turn);
      const began = turns * turn - (shifted - at);
      const outcome = turns % 2 === 0 ? link(true, began, began - turn) : link(false, began - turn, began);
      return outcome.kind === 'answered' ? { ...outcome, info: { ...outcome.info, printerName: printer } } : outcome;
    },
  });
  const folder = profileFolder();
  const log = createLog({ folder: join(folder, 'logs') });
  logChanges(world.fleet, log);
  await log.open();
  const keeper = new HistoryRecorder({
    fleet: world.fleet,
    files: createHistoryFiles({ folder: join(folder, 'history'), onNotice: () => {} }),
    mergeGap: () => minutes(3),
    timer: { set: (delay, due) => world.time.after(delay, due), clear: () => {} },
    clock: world.clock,
  });
  const seen = { changes: 0, icons: 0, menus: 0, notified: 0 };
  const settings = memoryDocument<Settings>(defaultSettings);
  const language = new UserLanguage(settings, memoryDocument<StoredRegion | null>(null), {
    languages: () => ['en'],
    region: () => ({ time: null, numbers: null, clock: null }),
    formatsVersion: '1',
  });
  const { fleet, clock } = world;
  const links = createLinks({ origin: new URL('https://octoeverywhere.com'), appId: 'devtest' });
  const overview = new Overview({ fleet, links, language, clock, hasAccess: () => null });
  const window = { isOpen: () => false, push: () => {}, show: () => {} };
  const stream = new StatusStream((line) => {
    if (JSON.parse(line).type === 'printer') seen.changes += 1;
    return true;
  });
  const shared = { overview, fleet, settings, language, clock, window, stream, demo: false, version: '0.0.0' };
  const quiet = { quiet: () => null };
  new TrayPresenter({
    ...shared,
    quiet,
    timer: world.time.process().timer(),
    // Icons are only counted here; `npm run soak` really draws them.
    tray: {
      menuRows: () => 20,
      onDisplaysChanged: () => {},
      show: () => {
        seen.icons += 1;
      },
    } as unknown as TrayIcon,
  });
  const keychainStatus = { why: () => null, whyWithheld: () => null, onChange: () => {} };
  new StatusPresenter({ ...shared, keychainStatus });
  const signIn = { view: () => null, onChange: () => {} };
  const firstSteps = { view: () => null, onChange: () => {} };
  const menuEntry = { state: () => null };
  new WindowPresenter({
    ...shared,
    quiet,
    keychainStatus,
    notices: new Notices(),
    signIn,
    firstSteps,
    menuEntry,
    updates: null,
  });
  const alertNotifier = new AlertNotifier({
    ...shared,
    notifier: {
      show: () => {
        seen.notified += 1;
        return Promise.resolve(true);
      },
      update: () => {
        seen.notified += 1;
        return true;
      },
      close: () => {},
    } as unknown as Notifier,
  });
  world.add(...names);
  world.monitor.start();
  const heap: number[] = [];
  let logBytes = 0;
  for (let round = 1; seen.changes < wanted; round += 1) {
    await world.time.run(round * minutes(30));
    alertNotifier.notify(world.alerts);
    // Collected by the test itself.
    for (const collected of [world.alerts, world.requests, world.notifications]) collected.length = 0;
    expect(round).toBeLessThan(100);
    const logs = readdirSync(join(folder, 'logs')).map((name) => statSync(join(folder, 'logs', name)).size);
    logBytes = Math.max(
      logBytes,
      logs.reduce((total, size) => total + size, 0),
    );
    collectGarbage();
    heap.push(process.memoryUsage().heapUsed);
  }
  await keeper.flush();
  const later = trend(heap.slice(Math.ceil(heap.length / 3)));
  const lost = Number(later.rise > MB) + Number(logBytes > 2.1 * MB);
  recordAttack('changes', {
    promise: '10,000 status changes: memory in use after garbage collection and log do not grow',
    test: 'test/unit/app/ten-thousand-changes.test.ts',
    cases: seen.changes,
    lost,
  });
  expect(later.rise).toBeLessThan(MB);
  // The log was full once, and a new file was started.
  expect(logBytes).toBeGreaterThan(MB);
  expect(logBytes).toBeLessThan(2.1 * MB);
  expect(seen.icons).toBeGreaterThan(wanted);
  expect(seen.notified).toBeGreaterThan(0);
  console.info(`heap after each virtual half hour, MB: ${heap.map((bytes) => (bytes / MB).toFixed(1)).join(' ')}`);
});
