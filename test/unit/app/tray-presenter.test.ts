import { expect, it } from 'vitest';
import { Overview } from '../../../src/app/overview.ts';
import { TrayPresenter } from '../../../src/app/tray-presenter.ts';
import { UserLanguage } from '../../../src/app/user-language.ts';
import { VirtualTime } from '../../../src/demo/virtual-time.ts';
import type { TrayIcon } from '../../../src/desktop/tray/tray.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredRegion } from '../../../src/storage/region-store.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const epoch = Date.UTC(2026, 5, 1, 12);

/** A tray for this many printers, all still being checked, in virtual time. */
async function trayOf(count: number) {
  const time = new VirtualTime(epoch);
  const fleet = new Fleet();
  const names = Array.from({ length: count }, (_, index) => `Voron ${index}`);
  const put = (name: string, kind: 'checking' | 'online' | 'offline') =>
    fleet.put(printerRecord(name, { kind, answeredAt: kind === 'checking' ? null : epoch }, { at: epoch }));
  for (const name of names) put(name, 'checking');
  const settings = memoryDocument<Settings>({ ...defaultSettings, language: 'en' });
  const language = new UserLanguage(settings, memoryDocument<StoredRegion | null>(null), {
    languages: () => ['en'],
    region: () => ({ time: null, numbers: null, clock: null }),
    formatsVersion: '1',
  });
  const links = createLinks({ origin: new URL('https://octoeverywhere.com'), appId: 'devtest' });
  const { clock } = time;
  const overview = new Overview({ fleet, links, language, clock, hasAccess: () => null });
  const shown: { readonly at: number; readonly tooltip: string; readonly state: string }[] = [];
  const tray = {
    menuRows: () => 20,
    onDisplaysChanged: () => {},
    show: ({ tooltip, state }: { tooltip: string; state: string }) => shown.push({ at: time.since(), tooltip, state }),
  } as unknown as TrayIcon;
  const shared = { overview, fleet, tray, language, settings, quiet: { quiet: () => null }, demo: false };
  const presenter = new TrayPresenter({ ...shared, timer: time.timer });
  await time.run(500);
  shown.length = 0;
  return { time, names, put, shown, presenter };
}

it('shows the changes of a few printers at once', async () => {
  const { time, names, put, shown } = await trayOf(5);
  for (const [index, name] of names.entries()) time.happen(1_000 + index * 10, () => put(name, 'online'));
  await time.run(2_000);
  expect(shown.map(({ at }) => at)).toEqual([1_000, 1_010, 1_020, 1_030, 1_040]);
});

it('shows the first change of many printers at once, the others four times a second, and the last one too', async () => {
  const { time, names, put, shown } = await trayOf(1_000);
  for (const [index, name] of names.entries()) time.happen(1_000 + index, () => put(name, 'online'));
  time.happen(10_000, () => put('Voron 7', 'offline'));
  await time.run(11_000);
  expect(shown.map(({ at }) => at)).toEqual([1_000, 1_250, 1_500, 1_750, 2_000, 10_000]);
  expect(shown.at(-2)).toMatchObject({ state: 'online', tooltip: '1000 of 1000 connected' });
  expect(shown.at(-1)?.state).toBe('offline');
});

it('shows at once what the user changes meanwhile', async () => {
  const { time, put, shown, presenter } = await trayOf(100);
  time.happen(1_000, () => put('Voron 1', 'offline'));
  time.happen(1_100, () => presenter.show());
  await time.run(2_000);
  expect(shown.map(({ at }) => at)).toEqual([1_000, 1_100]);
});
