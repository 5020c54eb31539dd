import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Printer } from '../../../src/domain/printer.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { filesIn, noon, profileFolder, stamp } from '../../support/storage/profile-folder.ts';

const voron: Printer = {
  id: '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e',
  name: 'Voron',
  muted: false,
  offOnPurpose: true,
  oftenOff: false,
  watchPrints: true,
  addedAt: 1_700_000_000_000,
};
const ender: Printer = {
  id: 'c1d2e3f4-1111-4222-8333-444455556666',
  name: 'Ender <b>3</b> 🐙',
  muted: true,
  offOnPurpose: false,
  oftenOff: true,
  watchPrints: false,
  addedAt: 1,
};

function open(folder: string) {
  return openPrinterStore({ folder, now: () => noon, debounce: 5 });
}

describe('the printer store', () => {
  it('starts empty and silently, and writes nothing without a change', () => {
    const folder = profileFolder();
    const store = open(folder);
    expect(store.value()).toEqual([]);
    expect(store.notices).toEqual([]);
    expect(filesIn(folder)).toEqual([]);
  });

  it('restores what was saved, in the same order, from a private file', async () => {
    const folder = profileFolder();
    expect(await open(folder).save([ender, voron])).toEqual({ ok: true });
    expect(open(folder).value()).toEqual([ender, voron]);
    expect(filesIn(folder)).toEqual(['printers.json']);
    expect(statSync(join(folder, 'printers.json')).mode & 0o777).toBe(0o600);
  });

  it('creates a missing profile folder', async () => {
    const folder = join(profileFolder(), 'not', 'yet');
    expect(await open(folder).save([voron])).toEqual({ ok: true });
    expect(open(folder).value()).toEqual([voron]);
  });

  it('debounces changes into one write of the newest', async () => {
    const folder = profileFolder();
    const store = open(folder);
    const first = store.save([voron]);
    const second = store.save([voron, ender]);
    expect(second).toBe(first);
    expect(store.value()).toEqual([voron, ender]);
    expect(filesIn(folder)).toEqual([]);
    await second;
    expect(open(folder).value()).toEqual([voron, ender]);
  });

  it('writes at once when the app ends', async () => {
    const folder = profileFolder();
    const store = openPrinterStore({ folder, now: () => noon, debounce: 3_600_000 });
    void store.save([voron]);
    expect(await store.flush()).toEqual({ ok: true });
    expect(open(folder).value()).toEqual([voron]);
  });

  it.each<[string, string | Uint8Array]>([
    ['broken JSON', '{"version":1,"printers":[{"id"'],
    ['an empty file', ''],
    ['binary', Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0xc3])],
    ['a list', '[]'],
    ['null', 'null'],
    ['no version', JSON.stringify({ printers: [voron] })],
    ['a version that is no number', JSON.stringify({ version: '1', printers: [voron] })],
    ['no list of printers', JSON.stringify({ version: 1, printers: { voron } })],
    ['a newer version', JSON.stringify({ version: 2, printers: [voron] })],
  ])('quarantines and reports %s, and saves a new file', async (_what, content) => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'printers.json'), content);
    const store = open(folder);
    expect(store.value()).toEqual([]);
    expect(store.notices).toHaveLength(1);
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain(`printers.json.broken-${stamp}`);
    expect(await store.save([ender])).toEqual({ ok: true });
    expect(filesIn(folder)).toEqual(['printers.json', `printers.json.broken-${stamp}`]);
    expect(readFileSync(join(folder, `printers.json.broken-${stamp}`))).toEqual(Buffer.from(content));
    expect(open(folder).notices).toEqual([]);
  });

  it('reports a newer file as newer', () => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'printers.json'), JSON.stringify({ version: 7, printers: [] }));
    expect(open(folder).notices[0]?.say(messagesFor('en')).title).toBe(
      'The printer list was written by a newer version of OctoGlance',
    );
  });

  it('quarantines a folder or a ring of links in its place', () => {
    const folder = profileFolder();
    mkdirSync(join(folder, 'printers.json', 'inside'), { recursive: true });
    expect(open(folder).notices[0]?.say(messagesFor('en')).smallPrint).toContain('Not a file');
    symlinkSync('printers.json', join(folder, 'printers.json'));
    expect(open(folder).notices[0]?.say(messagesFor('en')).smallPrint).toContain('ELOOP');
    expect(filesIn(folder)).toEqual([`printers.json.broken-${stamp}`, `printers.json.broken-${stamp}-2`]);
    expect(filesIn(join(folder, `printers.json.broken-${stamp}`))).toEqual(['inside']);
  });

  it('keeps valid printers among invalid ones, and the original file', async () => {
    const folder = profileFolder();
    const noUuid = { ...ender, id: '../../etc/passwd' };
    const content = JSON.stringify({ version: 1, printers: [noUuid, voron, [ender], null, voron, ender] });
    writeFileSync(join(folder, 'printers.json'), content);
    const store = open(folder);
    expect(store.value()).toEqual([voron, ender]);
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain('Printer 1 of 6 is not readable');
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain('Printer 5 of 6 is listed twice');
    expect(readFileSync(join(folder, `printers.json.broken-${stamp}`), 'utf8')).toBe(content);
    await store.flush();
    const again = open(folder);
    expect(again.value()).toEqual([voron, ender]);
    expect(again.notices).toEqual([]);
  });

  it.each<[string, object, Partial<Printer>]>([
    ['name', { name: 7 }, { name: 'Unnamed printer' }],
    ['muted', { muted: null }, { muted: false }],
    ['mutedUntil', { mutedUntil: 'x' }, {}],
    ['offOnPurpose', { offOnPurpose: 'yes' }, { offOnPurpose: false }],
    ['oftenOff', { oftenOff: 1 }, { oftenOff: false }],
    ['watchPrints', { watchPrints: null }, { watchPrints: true }],
    ['addedAt', { addedAt: undefined }, { addedAt: noon }],
    ['addedAt', { addedAt: 1e300 }, { addedAt: noon }],
    ['muted, oftenOff', { muted: [], oftenOff: {} }, { muted: false, oftenOff: false }],
  ])('keeps a printer with an invalid %s, and the original file', async (names, wrong, mended) => {
    const folder = profileFolder();
    const content = JSON.stringify({ version: 1, printers: [{ ...voron, colour: 'red', ...wrong }, ender] });
    writeFileSync(join(folder, 'printers.json'), content);
    const store = open(folder);
    expect(store.value()).toEqual([{ ...voron, ...mended }, ender]);
    expect(store.notices.map(({ say }) => say(messagesFor('en')).smallPrint)).toEqual([
      `Printer 1 of 2 has no valid ${names}. Kept as printers.json.broken-${stamp}`,
    ]);
    expect(readFileSync(join(folder, `printers.json.broken-${stamp}`), 'utf8')).toBe(content);
    await store.flush();
    expect(readFileSync(join(folder, 'printers.json'), 'utf8')).toContain('red');
    const again = open(folder);
    expect(again.value()).toEqual([{ ...voron, ...mended }, ender]);
    expect(again.notices).toEqual([]);
  });

  it('accepts a byte order mark and unknown fields', () => {
    const folder = profileFolder();
    const content = JSON.stringify({ version: 1, extra: 1, printers: [{ ...voron, colour: 'red' }] });
    writeFileSync(join(folder, 'printers.json'), `\uFEFF${content}`);
    expect(open(folder).value()).toEqual([voron]);
    expect(open(folder).notices).toEqual([]);
  });

  it('loses nothing of any file, whatever it contains', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .record({ version: fc.constantFrom(0, 1, 2), printers: fc.array(fc.oneof(fc.constant(voron), fc.jsonValue())) })
        .map((value) => Buffer.from(JSON.stringify(value))),
    );
    const folder = profileFolder();
    fc.assert(
      fc.property(anything, fc.nat(), (content, number) => {
        const profile = join(folder, `profile-${number}-${filesIn(folder).length}`);
        mkdirSync(profile);
        writeFileSync(join(profile, 'printers.json'), content);
        const store = openPrinterStore({ folder: profile, now: () => noon, debounce: 3_600_000 });
        const kept = filesIn(profile).map((file) => readFileSync(join(profile, file)));
        expect(kept.some((bytes) => bytes.equals(content))).toBe(true);
        expect(store.notices.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });
});
