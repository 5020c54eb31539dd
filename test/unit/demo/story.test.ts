import { expect, test } from 'vitest';
import { answerTo } from '../../../src/demo/answer.ts';
import { createPrintWorld } from '../../../src/demo/prints/print-world.ts';
import { statusBody, statusText } from '../../../src/demo/prints/status-body.ts';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { storyEvents, storyLength, storyPollSeconds, storyPrinters, storyStart } from '../../../src/demo/story.ts';
import { inOrder } from '../../../src/demo/trace.ts';
import { VirtualTime } from '../../../src/demo/virtual-time.ts';
import { createWorld } from '../../../src/demo/world.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { Answered } from '../../../src/domain/outcome.ts';
import { defaultPrintKinds } from '../../../src/domain/print/print-alert.ts';
import { leadingPrint } from '../../../src/domain/print/print-progress.ts';
import { parsePrintReport } from '../../../src/domain/print/print-report.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { glanceOf } from '../../../src/i18n/glance-text.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { Monitor } from '../../../src/monitor/monitor.ts';
import type { PrintAnswered } from '../../../src/monitor/print-watch-ports.ts';
import { readPluginResponse } from '../../../src/octoeverywhere/plugin-response.ts';
import { noResponse, readResponse } from '../../../src/octoeverywhere/read-response.ts';

const epoch = Date.UTC(2026, 5, 1, 7);
const world = createWorld(storyEvents());
const prints = createPrintWorld(inOrder(storyEvents()));

/** Lets the real monitor watch the story in virtual time; a silent service hangs as long as in the HTTP server. */
async function watchStory(seconds: number, seed: number) {
  const time = new VirtualTime(epoch + storyStart * 1_000);
  const fleet = new Fleet();
  const alerts: { at: number; kind: string; printers: readonly string[] }[] = [];
  const seen: { at: number; state: string }[] = [];
  const shares: { at: number; share: number }[] = [];
  const printAlerts: { at: number; kind: string; printers: readonly string[] }[] = [];
  const at = () => storyStart + time.since() / 1_000;

  const askPrint = (printer: string): Promise<PrintAnswered> =>
    new Promise((resolve) => {
      time.after(20, () => {
        const known = prints.prints(printer, at());
        const body = statusText(
          statusBody(known, at(), (second) => epoch + second * 1_000),
          known.habit,
        );
        resolve({ outcome: readPluginResponse({ status: 200, body }, parsePrintReport), retryAfterSeconds: null });
      });
    });
  const ask = (printer: string): Promise<Answered> =>
    new Promise((resolve) => {
      const give = () => {
        if (world.network(at()) === 'down') return resolve(noResponse({ type: 'network', cause: 'no-network' }));
        const response = answerTo({
          name: printer,
          printer: world.printer(printer, at()),
          service: world.service(at()),
          at: time.clock.now(),
          instantOf: (second) => epoch + second * 1_000,
        });
        if (response === null) time.after(50, give);
        else
          resolve(
            readResponse({ ...response, retryAfter: null, date: response.headers.date ?? null }, time.clock.now()),
          );
      };
      time.after(20, give);
    });
  const monitor = new Monitor(fleet, {
    clock: time.clock,
    timer: time.timer,
    random: seededRandom(seed),
    network: () => world.network(at()),
    intervals: () => intervalsFor(defaultSettings, { pollSeconds: storyPollSeconds, graceSeconds: null }),
    policy: () => unrestrictedPolicy,
    show: ([alert]: readonly Alert[]) => {
      if (alert !== undefined) alerts.push({ at: time.since() / 1_000, kind: alert.kind, printers: alert.printers });
    },
    alertsChanged: () => {},
    prints: {
      kept: {},
      random: seededRandom(seed + 1),
      ask: askPrint,
      isWatched: () => true,
      isWindowOpen: () => false,
      kinds: () => defaultPrintKinds,
      show: ({ kind, printEvents }) =>
        printAlerts.push({ at: time.since() / 1_000, kind, printers: printEvents.map(({ printer }) => printer) }),
      keep: () => {},
    },
    ask,
  });
  const look = () => {
    const printers = fleet.members().map(({ printer, status }) => ({
      name: printer.name,
      status: status.kind,
      stale: status.stale,
    }));
    const { state } = glanceOf(printers, fleet.network(), messagesFor('en'));
    const known = fleet.members().flatMap(({ printer, print }) => (print === null ? [] : [{ id: printer.id, print }]));
    const lead = state === 'online' ? leadingPrint(known) : null;
    if (lead !== null) shares.push({ at: time.since() / 1_000, share: lead.glance.progress ?? 0 });
    if (seen.at(-1)?.state !== state) seen.push({ at: time.since() / 1_000, state });
  };
  fleet.subscribe(look);
  for (const name of storyPrinters) monitor.watch(newPrinter(name, name, epoch), null);
  monitor.start();
  await time.run(seconds * 1_000);
  monitor.stop();
  const scenes = seen.map(({ at: from, state }, index) => ({
    state,
    from,
    lasted: (seen[index + 1]?.at ?? seconds) - from,
  }));
  return { alerts, printAlerts, scenes, shares };
}

test.each([1, 7, 4_711])(
  'each status and each alert of the demo appears long enough to be seen (seed %d)',
  async (seed) => {
    const { alerts, scenes } = await watchStory(storyLength, seed);
    for (const state of [
      'checking',
      'online',
      'offline',
      'perks-needed',
      'update-needed',
      'reconnect-needed',
      'unknown',
    ]) {
      const longest = Math.max(0, ...scenes.filter((scene) => scene.state === state).map(({ lasted }) => lasted));
      expect(longest, `${state} in ${JSON.stringify(scenes)}`).toBeGreaterThanOrEqual(8);
    }
    expect(alerts.map(({ kind, printers }) => `${kind} ${printers.join()}`)).toEqual([
      'disconnected Voron,Ender',
      'recovered Voron,Ender',
      'perks-needed Prusa',
      'perks-restored Prusa',
      'update-needed Bambu',
      'reconnect-needed Delta',
      'reconnect-healed Delta',
    ]);
  },
);

test.each([1, 7, 4_711])('two prints play to their end, and one of them fails (seed %d)', async (seed) => {
  const { printAlerts, shares } = await watchStory(2 * storyLength, seed);
  const round = ['gadget-warning Bambu', 'print-failed Bambu', 'print-finished Delta'];
  expect(printAlerts.map(({ kind, printers }) => `${kind} ${printers.join()}`)).toEqual([...round, ...round]);
  // Their progress shows in the tray while all printers are online.
  const first = shares.filter(({ at: moment }) => moment < storyLength).map(({ share }) => share);
  expect(Math.min(...first)).toBeLessThan(30);
  expect(Math.max(...first)).toBeGreaterThan(60);
});

test('the second round repeats the first', async () => {
  const { alerts } = await watchStory(2 * storyLength, 3);
  const notified = (from: number) =>
    alerts.filter(({ at }) => at >= from && at < from + storyLength).map(({ kind, printers }) => [kind, printers]);
  expect(notified(storyLength)).toEqual(notified(0));
});
