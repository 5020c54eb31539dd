import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Notices } from '../../../src/app/notices.ts';
import { Overview } from '../../../src/app/overview.ts';
import { UserLanguage } from '../../../src/app/user-language.ts';
import { WindowPresenter } from '../../../src/app/window-presenter.ts';
import type { SnapshotChange } from '../../../src/contract/contract.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredRegion } from '../../../src/storage/region-store.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const epoch = Date.UTC(2026, 5, 1, 12);

type Kind = 'checking' | 'online' | 'offline';

/** The main process's side of the window, with a fleet of its own. */
function mainProcess() {
  const fleet = new Fleet();
  const clock = { now: () => epoch, elapsed: () => performance.now() };
  const put = (name: string, kind: Kind) =>
    fleet.put(printerRecord(name, { kind, answeredAt: kind === 'checking' ? null : epoch }, { at: epoch }));
  const settings = memoryDocument<Settings>({ ...defaultSettings, language: 'en' });
  const language = new UserLanguage(settings, memoryDocument<StoredRegion | null>(null), {
    languages: () => ['en'],
    region: () => ({ time: null, numbers: null, clock: null }),
    formatsVersion: '1',
  });
  const links = createLinks({ origin: new URL('https://octoeverywhere.com'), appId: 'devtest' });
  const overview = new Overview({ fleet, links, language, clock, hasAccess: () => null });
  const pushed: SnapshotChange[] = [];
  const window = { isOpen: () => true, push: (_name: unknown, change: unknown) => pushed.push(change as never) };
  const presenter = new WindowPresenter({
    overview,
    fleet,
    window,
    settings,
    language,
    clock,
    notices: new Notices(),
    keychainStatus: { why: () => null, onChange: () => {} },
    signIn: { view: () => null, onChange: () => {} },
    firstSteps: { view: () => null, onChange: () => {} },
    menuEntry: { state: () => null },
    quiet: { quiet: () => null },
    updates: null,
    demo: false,
    version: '0.0.0',
  });
  return { fleet, put, overview, presenter, pushed };
}

/** The window's state, as after loading its page. */
async function loadedPage() {
  vi.resetModules();
  return import('../../../renderer/state/fleet.ts');
}

const printer = fc.constantFrom('Voron', 'Ender', 'Prusa', 'Mini');

const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), printer, kind: fc.constantFrom<Kind>('checking', 'online', 'offline') }),
  fc.record({ do: fc.constant('remove' as const), printer }),
  fc.record({ do: fc.constant('arrange' as const), first: printer }),
  /** The pending push is sent. */
  fc.record({ do: fc.constant('push' as const) }),
  /** What was pushed arrives, except for the first few messages. */
  fc.record({ do: fc.constant('deliver' as const), lost: fc.constantFrom(0, 0, 0, 1) }),
  /** The page requests everything; the response may be overtaken by what is pushed meanwhile. */
  fc.record({ do: fc.constant('request' as const) }),
  fc.record({ do: fc.constant('reload' as const) }),
);

it('the window shows what the main process has, whatever is lost or overtaken on the way', async () => {
  vi.useFakeTimers();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { fleet, put, overview, presenter, pushed } = mainProcess();
      let page = await loadedPage();
      let late: (() => void)[] = [];
      const request = () => {
        const snapshot = structuredClone(presenter.snapshot());
        late.push(() => page.receive(snapshot));
      };
      const answer = () => {
        const all = late;
        late = [];
        for (const one of all) one();
      };
      const deliver = (lost: number) => {
        for (const change of pushed.splice(0).slice(lost)) if (!page.receiveChange(structuredClone(change))) request();
      };
      request();
      for (const one of steps) {
        if (one.do === 'put') put(one.printer, one.kind);
        else if (one.do === 'remove') fleet.remove(one.printer);
        else if (one.do === 'arrange') fleet.arrange([one.first]);
        else if (one.do === 'push') await vi.advanceTimersByTimeAsync(100);
        else if (one.do === 'deliver') {
          deliver(one.lost);
          answer();
        } else if (one.do === 'request') request();
        else {
          page = await loadedPage();
          late = [];
          request();
        }
      }
      answer();
      // One more change, so that whatever was lost is noticed.
      put('Last', 'online');
      await vi.advanceTimersByTimeAsync(100);
      deliver(0);
      answer();
      expect(page.printerIds.value.map((id) => page.viewOf(id)?.value)).toEqual(overview.printers());
      expect(page.appState.value?.glance.headline).toBe(overview.glance().headline);
    }),
    { numRuns: 150 },
  );
  vi.useRealTimers();
}, 60_000);

it('a change among a thousand printers sends the window that one', async () => {
  vi.useFakeTimers();
  const { put, presenter, pushed } = mainProcess();
  for (let index = 0; index < 1_000; index += 1) put(`Voron ${index}`, 'online');
  await vi.advanceTimersByTimeAsync(100);
  expect(pushed).toEqual([]);
  presenter.snapshot();
  put('Voron 7', 'offline');
  await vi.advanceTimersByTimeAsync(100);
  expect(pushed.map(({ changed, order }) => [changed.map(({ id }) => id), order])).toEqual([[['Voron 7'], null]]);
  vi.useRealTimers();
});
