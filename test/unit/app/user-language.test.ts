import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { UserLanguage } from '../../../src/app/user-language.ts';
import type { SystemRegion } from '../../../src/domain/region.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { regionOf } from '../../../src/i18n/region-of.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import { openRegionStore, type RegionStore } from '../../../src/storage/region-store.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

const american: SystemRegion = { time: 'en-US', numbers: 'en-US', clock: null };
const formats = vi.mocked(regionOf);

vi.mock('../../../src/i18n/region-of.ts', { spy: true });

afterEach(() => formats.mockClear());

const open = (folder: string) => openRegionStore({ folder, now: () => 0, debounce: 0 });

function userLanguage(store: RegionStore, region: () => SystemRegion, formatsVersion = '75.1') {
  const settings = memoryDocument<Settings>({ ...defaultSettings, language: 'en' });
  return new UserLanguage(settings, store, { languages: () => ['en'], region, formatsVersion });
}

test('the formats of a region are computed once, and by no later start', async () => {
  const folder = profileFolder();
  const first = open(folder);
  const language = userLanguage(first, () => american);
  expect(language.region()).toMatchObject({ clock: '12-hour', dateOrder: 'month-first' });
  expect(formats).toHaveBeenCalled();
  await first.flush();
  formats.mockClear();
  expect(language.region()).toBe(language.region());
  expect(userLanguage(open(folder), () => american).region()).toEqual(language.region());
  expect(formats).not.toHaveBeenCalled();
});

test('they are computed again for another region, and with newer tables', async () => {
  const folder = profileFolder();
  let system = american;
  const store = open(folder);
  const language = userLanguage(store, () => system);
  language.region();
  system = { time: 'de-DE', numbers: 'de-DE', clock: null };
  expect(language.region()).toEqual({ clock: '24-hour', dateOrder: 'day-first', decimalSign: ',', firstWeekday: 0 });
  await store.flush();
  formats.mockClear();
  userLanguage(open(folder), () => system, '76.1').region();
  expect(formats).toHaveBeenCalled();
});

test('the desktop’s own clock setting comes late, changes, and is not stored', async () => {
  const folder = profileFolder();
  let system = american;
  const store = open(folder);
  const language = userLanguage(store, () => system);
  expect(language.region().clock).toBe('12-hour');
  formats.mockClear();
  system = { ...american, clock: '24-hour' };
  expect(language.region()).toMatchObject({ clock: '24-hour', dateOrder: 'month-first' });
  system = american;
  expect(language.region().clock).toBe('12-hour');
  await store.flush();
  expect(userLanguage(open(folder), () => american).region().clock).toBe('12-hour');
  expect(formats).not.toHaveBeenCalled();
});

test.each([
  ['nonsense', { of: 'en-US en-US en 75.1', region: { clock: '25-hour' } }],
  ['missing', {}],
])('stored formats that are %s are computed again, without a notice', async (_what, stored) => {
  const folder = profileFolder();
  const file = join(folder, 'region.json');
  writeFileSync(file, JSON.stringify({ version: 1, ...stored }));
  const store = open(folder);
  expect(store.notices).toEqual([]);
  expect(userLanguage(store, () => american).region().clock).toBe('12-hour');
  await store.flush();
  expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).region.clock).toBe('12-hour');
});
