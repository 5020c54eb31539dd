import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { openSettingsStore } from '../../../src/storage/settings-store.ts';
import { filesIn, noon, profileFolder, stamp } from '../../support/storage/profile-folder.ts';

const changed: Settings = {
  pollSeconds: 3600,
  graceSeconds: 0,
  notifications: false,
  topics: { disconnected: true, recovered: false, reconnect: true, perks: false, update: false, service: true },
  watchPrints: false,
  allowControl: true,
  printTopics: {
    'print-failed': false,
    'gadget-paused': true,
    'print-paused': false,
    'gadget-warning': true,
    'printer-not-answering': true,
    'print-finished': false,
    'print-cancelled': true,
    'print-started': true,
    'first-layers-done': false,
  },
  progressInTray: false,
  hideFileNames: true,
  sound: false,
  quietHours: { on: true, days: [null, null, { from: 1_320, until: 420 }, null, null, { from: 0, until: 0 }, null] },
  theme: 'dark',
  language: 'de',
  density: 'compact',
  listOrder: 'by-state',
  colourInMenuBar: true,
  startAtLogin: true,
  lookForUpdates: false,
};

function open(folder: string) {
  return openSettingsStore({ folder, now: () => noon, debounce: 5 });
}

function openWith(settings: unknown, folder = profileFolder()) {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, settings }));
  return open(folder);
}

describe('the settings store', () => {
  it('starts with the defaults and restores what was saved', async () => {
    const folder = profileFolder();
    expect(open(folder).value()).toEqual(defaultSettings);
    expect(await open(folder).save(changed)).toEqual({ ok: true });
    expect(open(folder).value()).toEqual(changed);
    expect(open(folder).notices).toEqual([]);
  });

  it.each([
    ['pollSeconds', 29],
    ['pollSeconds', 3601],
    ['pollSeconds', 60.5],
    ['pollSeconds', null],
    ['graceSeconds', -1],
    ['graceSeconds', 1801],
    ['graceSeconds', '90'],
    ['notifications', 'yes'],
    ['theme', 'pink'],
    ['startAtLogin', 1],
  ] as const)('uses the default of %s if it is %j, and reports it', (name, value) => {
    const store = openWith({ ...changed, [name]: value });
    expect(store.value()).toEqual({ ...changed, [name]: defaultSettings[name] });
    expect(store.notices).toHaveLength(1);
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain(name);
  });

  it('keeps and names the file with the invalid value, and reports it once', async () => {
    const folder = profileFolder();
    const store = openWith({ ...changed, theme: 'pink' }, folder);
    await store.flush();
    const [kept = ''] = filesIn(folder).filter((name) => name !== 'settings.json');
    expect(readFileSync(join(folder, kept), 'utf8')).toContain('"theme":"pink"');
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain(kept);
    expect(open(folder).notices).toEqual([]);
    expect(open(folder).value()).toEqual({ ...changed, theme: defaultSettings.theme });
  });

  it('does not repeat a text in place of a value', () => {
    const store = openWith({ ...changed, theme: 'example-token-voron' });
    expect(JSON.stringify(store.notices.map(({ say }) => say(messagesFor('en'))))).not.toContain('example-token-voron');
  });

  it.each([30, 3600])('accepts the limit %d of the polling interval', (pollSeconds) => {
    expect(openWith({ ...changed, pollSeconds }).value().pollSeconds).toBe(pollSeconds);
  });

  it('silently uses the default of a missing setting', () => {
    const store = openWith({ theme: 'dark' });
    expect(store.value()).toEqual({ ...defaultSettings, theme: 'dark' });
    expect(store.notices).toEqual([]);
  });

  it('ignores prototype properties', () => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'settings.json'), '{"version":1,"settings":{"__proto__":{"theme":"dark"}}}');
    expect(open(folder).value()).toEqual(defaultSettings);
  });

  it('quarantines a file without settings', () => {
    const folder = profileFolder();
    expect(openWith(null, folder).value()).toEqual(defaultSettings);
    expect(filesIn(folder)).toEqual([`settings.json.broken-${stamp}`]);
    expect(readFileSync(join(folder, `settings.json.broken-${stamp}`), 'utf8')).toContain('"settings":null');
  });
});
