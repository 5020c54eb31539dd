import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { openSettingsStore } from '../../../src/storage/settings-store.ts';
import { recordAttack } from '../../support/reliability-record.ts';
import { seed } from '../../support/seed.ts';
import { buildWriter, killOnce, look } from '../../support/storage/killed-writer.ts';
import { printersOf, settingsOf } from '../../support/storage/profile-content.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

/** Set `OCTOGLANCE_KILLS=500` for the long run. */
const kills = Number(process.env['OCTOGLANCE_KILLS'] ?? 60);

/** Profiles written and killed in parallel: while one starts, the others write. */
const lanes = 4;

it(`loses nothing in ${kills} kills at random moments during writes`, { timeout: 60_000 + kills * 3_000 }, async () => {
  const cache = join(import.meta.dirname, '../../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  // Inside `node_modules`, so that its imports resolve.
  const folder = mkdtempSync(join(cache, 'octoglance-writer-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const writer = await buildWriter(folder);
  const faults: string[] = [];
  const random = seededRandom(seed);
  let left = kills;
  let lost = 0;
  let met = 0;
  async function lane(profile: string): Promise<void> {
    while (left > 0) {
      left -= 1;
      const kill = await killOnce(writer, profile, random);
      faults.push(...kill.faults);
      if (kill.faults.length > 0) lost += 1;
      if (kill.met > 0) met += 1;
    }
  }
  await Promise.all(Array.from({ length: lanes }, () => lane(profileFolder())));
  recordAttack('kills', {
    promise:
      'Killed at any moment of writing: no printer is lost, every file is old or new, nothing confirmed is undone',
    test: 'test/unit/storage/kill-storm.test.ts',
    cases: kills,
    lost,
  });
  expect(faults).toEqual([]);
  // Otherwise the kills would prove nothing.
  expect(met).toBeGreaterThan(kills / 2);
});

it('restores the change of each file, however far behind the others it was left', async () => {
  const profile = profileFolder();
  const options = { folder: profile, now: Date.now, debounce: 0 };
  // As if killed five times between the two writes of a change.
  await openSettingsStore(options).save(settingsOf(2));
  await openPrinterStore(options).save(printersOf(7));
  expect(await look(profile)).toMatchObject({ faults: [], numbers: { printers: 7, settings: 2, window: 0 } });
  // No change ever wrote this value.
  await openSettingsStore(options).save({ ...settingsOf(2), graceSeconds: 1_234 });
  expect((await look(profile)).faults).toEqual(['settings is not as it was at any moment.']);
});
