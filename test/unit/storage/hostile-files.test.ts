import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { openAlertStateStore } from '../../../src/storage/alert-state-store.ts';
import { createHistoryFiles } from '../../../src/storage/history-files.ts';
import { openPendingDeletions } from '../../../src/storage/pending-deletions.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { openSettingsStore } from '../../../src/storage/settings-store.ts';
import type { SaveResult, StorageNotice } from '../../../src/storage/storage-notice.ts';
import { openStores } from '../../../src/storage/stores.ts';
import { openWindowStore } from '../../../src/storage/window-store.ts';
import { recordAttack } from '../../support/reliability-record.ts';
import { alertsOf, printersOf, settingsOf, spanAt, windowOf } from '../../support/storage/profile-content.ts';
import { filesIn, noon, profileFolder, stamp } from '../../support/storage/profile-folder.ts';

interface Opened {
  readonly notices: readonly StorageNotice[];
  save(): Promise<SaveResult>;
}

const at = (folder: string) => ({ folder, now: () => noon, debounce: 0 });
const printers = printersOf(1).slice(0, 2);

/** Each document that the app stores, by file name. */
const documents: Readonly<Record<string, (folder: string) => Opened>> = {
  'printers.json': (folder) => {
    const store = openPrinterStore(at(folder));
    return { notices: store.notices, save: () => store.save(printers) };
  },
  'settings.json': (folder) => {
    const store = openSettingsStore(at(folder));
    return { notices: store.notices, save: () => store.save(settingsOf(3)) };
  },
  'alerts.json': (folder) => {
    const store = openAlertStateStore(at(folder));
    return { notices: store.notices, save: () => store.save(alertsOf(3)) };
  },
  'window.json': (folder) => {
    const store = openWindowStore(at(folder));
    return { notices: store.notices, save: () => store.save(windowOf(3)) };
  },
};

let cases = 0;
let lost = 0;

/** Expects the content of the file to survive, in place or under the name that the notice gives. */
function expectKept(folder: string, file: string, content: Uint8Array, notices: readonly StorageNotice[]): void {
  cases += 1;
  lost += 1;
  const aside = filesIn(folder).find((name) => name.startsWith(`${file}.broken-`));
  const kept = readFileSync(join(folder, aside ?? file));
  expect(kept.equals(content)).toBe(true);
  if (aside !== undefined) expect(notices[0]?.say(messagesFor('en')).smallPrint).toContain(`Kept as ${aside}`);
  lost -= 1;
}

/** Creates a folder inside one that is removed after the test. */
function inside(folder: string, number: number): string {
  const path = join(folder, String(number));
  mkdirSync(path);
  return path;
}

/** Every length near both ends of a file, and some in between, where a list of printers only repeats itself. */
function cutsOf(whole: Buffer): readonly number[] {
  const near = 300;
  const all = Array.from({ length: whole.length }, (_, length) => length);
  return all.filter((length) => length < near || length >= whole.length - near || length % 41 === 0);
}

describe.each(Object.entries(documents))('%s', (file, open) => {
  it('truncated at any byte is quarantined and reported, and never overwritten', async () => {
    const folder = profileFolder();
    expect(await open(folder).save()).toEqual({ ok: true });
    const whole = readFileSync(join(folder, file));
    for (const length of cutsOf(whole)) {
      const profile = inside(folder, length);
      const cut = whole.subarray(0, length);
      writeFileSync(join(profile, file), cut);
      const { notices } = open(profile);
      // Without its final line break it is still complete.
      expect(notices).toHaveLength(length === whole.length - 1 ? 0 : 1);
      expectKept(profile, file, cut, notices);
      rmSync(profile, { recursive: true });
    }
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing but white space', ' \n\n'],
    ['zeros, as after a loss of power', new Uint8Array(4_096)],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0xc3])],
    ['a list', '[1]'],
    ['a text', '"printers"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a version of the wrong type', '{"version":"1"}'],
    ['a version below nothing', '{"version":-1}'],
    ['a newer version', '{"version":99,"printers":[],"settings":{},"told":{},"place":null}'],
    ['nothing of its own', '{"version":1}'],
    ['wrong types throughout', '{"version":1,"printers":7,"settings":[],"told":"x","place":[],"snoozedUntil":"soon"}'],
  ])('with %s is quarantined, and the next save creates a new file', async (_what, content) => {
    const folder = profileFolder();
    const bytes = Buffer.from(content);
    writeFileSync(join(folder, file), bytes);
    const opened = open(folder);
    expectKept(folder, file, bytes, opened.notices);
    expect(opened.notices).toHaveLength(1);
    expect(await opened.save()).toEqual({ ok: true });
    expectKept(folder, file, bytes, opened.notices);
    expect(filesIn(folder)).toEqual([file, `${file}.broken-${stamp}`]);
    expect(open(folder).notices).toEqual([]);
  });
});

describe('the history of a printer', () => {
  it('truncated at any byte stays, or is quarantined and reported', async () => {
    const folder = profileFolder();
    const id = printers[0]?.id ?? '';
    const history = (profile: string, notices: StorageNotice[] = []) =>
      createHistoryFiles({ folder: profile, onNotice: (notice) => notices.push(notice) });
    await history(folder).replace(id, [0, 1, 2, 3].map(spanAt));
    const whole = readFileSync(join(folder, `${id}.jsonl`));
    for (let length = 0; length < whole.length; length += 1) {
      const profile = inside(folder, length);
      const cut = whole.subarray(0, length);
      writeFileSync(join(profile, `${id}.jsonl`), cut);
      const notices: StorageNotice[] = [];
      const spans = (await history(profile, notices).read(id, 0)) ?? [];
      expect(spans).toEqual([0, 1, 2, 3].map(spanAt).slice(0, spans.length));
      expect(notices).toHaveLength(length < whole.indexOf('\n') ? 1 : 0);
      expectKept(profile, `${id}.jsonl`, cut, notices);
      rmSync(profile, { recursive: true });
    }
  });
});

it('opens a profile in which every file is broken, and reports each', () => {
  const folder = profileFolder();
  for (const file of Object.keys(documents)) writeFileSync(join(folder, file), '{"version":1');
  const stores = openStores(folder, null, () => noon);
  expect(stores.notices).toHaveLength(Object.keys(documents).length);
  expect(filesIn(folder)).toEqual(
    Object.keys(documents)
      .map((file) => `${file}.broken-${stamp}`)
      .sort(),
  );
  expect(openPendingDeletions(at(folder)).notices).toEqual([]);
});

afterAll(() =>
  recordAttack('files', {
    promise:
      'Files cut at every byte, empty, binary, newer or of wrong types: moved aside and reported, never overwritten',
    test: 'test/unit/storage/hostile-files.test.ts',
    cases,
    lost,
  }),
);
