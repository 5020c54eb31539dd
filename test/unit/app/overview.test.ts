import { expect, test } from 'vitest';
import { Overview } from '../../../src/app/overview.ts';
import { UserLanguage } from '../../../src/app/user-language.ts';
import type { Print } from '../../../src/domain/print/print.ts';
import { printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredRegion } from '../../../src/storage/region-store.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const overview = (...names: readonly string[]) => ({ glance: shown(...names).glance });

function shown(...names: readonly string[]) {
  const fleet = new Fleet();
  const print = {
    ...printNotYetRequested(0),
    kind: 'printing',
    print: { progress: 42, ended: null, finish: null, gadget: { warnedAt: null, pausedAt: null } } as Print,
  } as const;
  for (const name of names) {
    fleet.put({ ...printerRecord(name, { kind: 'online', answeredAt: 1_000 }), print });
  }
  const settings = memoryDocument<Settings>({ ...defaultSettings, language: 'en' });
  const language = new UserLanguage(settings, memoryDocument<StoredRegion | null>(null), {
    languages: () => ['en'],
    region: () => ({ time: null, numbers: null, clock: null }),
    formatsVersion: '1',
  });
  const links = createLinks({ origin: new URL('https://octoeverywhere.com'), appId: 'devtest' });
  const view = new Overview({ fleet, links, language, clock: { now: () => 2_000 }, hasAccess: () => null });
  return { fleet, glance: () => view.glance() };
}

test('the tooltip of a single printer shows its print', () => {
  expect(overview('Voron').glance()).toMatchObject({ tooltip: 'Voron 42%', headline: 'Printing 42%' });
  const long = overview('V'.repeat(300)).glance().tooltip;
  expect(long.length).toBeLessThanOrEqual(127);
  expect(long).toMatch(/ 42%$/);
});

test('with several printers it shows the print that ends first, and how many are printing', () => {
  const { tooltip, headline, lead } = overview('Voron', 'Ender').glance();
  expect([tooltip, headline]).toEqual(['Voron 42% (2 printing)', '2 of 2 connected']);
  expect(lead).toMatchObject({ printer: 'Voron', count: 2 });
});

test('problems come before any print', () => {
  const { glance, fleet } = shown('Voron', 'Ender');
  fleet.update('Ender', (member) => ({ ...member, status: { ...member.status, kind: 'offline' } }));
  expect(glance()).toMatchObject({ state: 'offline', lead: null, tooltip: '1 of 2 disconnected: Ender' });
});
