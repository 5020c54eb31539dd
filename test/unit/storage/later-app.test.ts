import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { nothingKept } from '../../../src/domain/alerts/alert-state.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { settingsFields } from '../../../src/domain/settings-schema.ts';
import { openAlertStateStore } from '../../../src/storage/alert-state-store.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { openSettingsStore } from '../../../src/storage/settings-store.ts';
import { openWindowStore } from '../../../src/storage/window-store.ts';
import { recordAttack } from '../../support/reliability-record.ts';
import { filesIn, noon, profileFolder } from '../../support/storage/profile-folder.ts';

/** A profile with one file, as left by a later app that uses the same format version but knows more fields. */
function profileWith(name: string, document: object, version = 1) {
  const folder = profileFolder();
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ version, ...document }));
  const read = () => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return { options: { folder, now: () => noon, debounce: 5 }, read };
}

const id = '7f3b0a52-6d0c-4f7e-9a51-000000000001';

describe('Data from a newer app', () => {
  it('in the settings is kept, and its new kinds of notification disable no others', async () => {
    const { recovered: _missing, ...topics } = { ...defaultSettings.topics, perks: false, filament: true };
    const settings = { ...defaultSettings, topics, accent: { hue: 120 }, theme: 'dark' };
    const { options, read } = profileWith('settings', { settings, account: 'later' });
    const store = openSettingsStore(options);
    expect(store.notices).toEqual([]);
    // The window sends all topics back, and the contract accepts no others.
    expect(v.parse(settingsFields.topics, store.value().topics)).toEqual({
      ...defaultSettings.topics,
      perks: false,
    });
    await store.save({ ...store.value(), theme: 'light' });
    expect(read()).toMatchObject({ account: 'later', settings: { accent: { hue: 120 }, theme: 'light' } });
    expect(read().settings.topics).toMatchObject({ perks: false, recovered: true, filament: true });
  });

  it('in the settings is kept beside an invalid value', async () => {
    const { options, read } = profileWith('settings', { settings: { ...defaultSettings, accent: 1, theme: 'pink' } });
    const store = openSettingsStore(options);
    await store.flush();
    expect(read().settings).toEqual({ ...defaultSettings, accent: 1 });
  });

  it('of a printer moves with it in the list, and is removed with it', async () => {
    const printer = newPrinter(id, 'Voron', 1);
    const other = { ...printer, id: id.replace(/1$/, '2') };
    const { options, read } = profileWith('printers', { printers: [{ ...printer, camera: 'on' }, other], groups: [1] });
    const store = openPrinterStore(options);
    const [first, second] = store.value();
    await store.save([
      { ...other, ...second },
      { ...printer, ...first, name: 'Renamed' },
    ]);
    expect(read()).toEqual({
      version: 1,
      groups: [1],
      printers: [other, { ...printer, name: 'Renamed', camera: 'on' }],
    });
    await store.save([other]);
    expect(read().printers).toEqual([other]);
  });

  it('of one alert does not repeat the others', async () => {
    const known = { ...nothingKept, open: { loss: { at: 1, event: 1 } }, unstable: { at: 2, event: 2 } };
    const printers = { [id]: { ...known, filament: 'out' }, another: 'filament-out' };
    const { options, read } = profileWith('alerts', { printers, mood: 'calm' }, 2);
    const store = openAlertStateStore(options);
    expect(store.value().alerts.printers).toEqual({ [id]: known });
    expect(store.notices).toEqual([]);
    await store.save({ ...store.value(), snoozedUntil: 7 });
    expect(read()).toMatchObject({ snoozedUntil: 7, mood: 'calm' });
  });

  it('in the alerts of version 1 does not repeat them', async () => {
    const notified = {
      [id]: 'disconnected',
      a: 'unstable',
      b: 'reconnect-needed',
      c: 'perks-needed',
      d: 'filament-out',
    };
    const { options } = profileWith('alerts', { told: notified, serviceUnreachable: true, snoozedUntil: 5 });
    const store = openAlertStateStore(options);
    const { alerts, snoozedUntil } = store.value();
    expect(snoozedUntil).toBe(5);
    expect(alerts.serviceUnreachable).toBe(true);
    expect(Object.keys(alerts.printers[id]?.open ?? {})).toEqual(['loss']);
    expect(alerts.printers['a']?.unstable).not.toBeNull();
    expect(Object.keys(alerts.printers['b']?.open ?? {})).toEqual(['refused']);
    expect(Object.keys(alerts.printers['c']?.open ?? {})).toEqual(['perks']);
    expect(alerts.printers['d']).toBeUndefined();
  });

  it('of the window is kept', async () => {
    const { options, read } = profileWith('window', { place: null, tilt: 2 });
    await openWindowStore(options).save({
      place: null,
      noTrayDismissed: true,
      firstSteps: 'done',
      closeExplained: true,
    });
    expect(read()).toMatchObject({ tilt: 2, noTrayDismissed: true });
    expect(filesIn(options.folder)).toEqual(['window.json']);
  });

  it('is logged as kept', ({ task }) => {
    const cases = (task.suite?.tasks ?? []).filter((one) => one !== task);
    recordAttack('later-app', {
      promise:
        'Files of the same version with entries of a later app: they are used, and unknown entries are preserved',
      test: 'test/unit/storage/later-app.test.ts',
      cases: cases.length,
      lost: cases.filter(({ result }) => result?.state !== 'pass').length,
    });
  });
});
