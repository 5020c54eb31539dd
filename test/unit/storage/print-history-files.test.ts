import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrintRecord } from '../../../src/domain/print/print-history.ts';
import { DAY, MINUTE } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { createPrintHistoryFiles } from '../../../src/storage/print-history-files.ts';

const now = Date.UTC(2026, 5, 1);
const voron = '00000000-0000-4000-8000-000000000001';
let root: string;
let notices: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'octoglance-prints-'));
  notices = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, 'print-history');
const path = () => join(folder(), `${voron}.jsonl`);
const open = () =>
  createPrintHistoryFiles({
    folder: folder(),
    onNotice: ({ say }) => {
      const { title, smallPrint } = say(messagesFor('en'));
      notices.push(`${title}. ${smallPrint}`);
    },
  });

function record(hoursAgo: number, more: Partial<PrintRecord> = {}): PrintRecord {
  const endedAt = now - hoursAgo * 60 * MINUTE;
  return {
    seenAt: endedAt - 90 * MINUTE,
    endedAt,
    exact: true,
    result: 'finished',
    duration: 90 * MINUTE,
    fileName: 'benchy.gcode',
    ...more,
  };
}

test('prints are appended to a private file, and restored in the order of their ends', async () => {
  const first = open();
  for (const one of [record(30), record(20, { fileName: null, duration: null }), record(10, { result: 'failed' })]) {
    expect(await first.append(voron, [one])).toBe(true);
  }
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect((await open().read(voron, now))?.map(({ result }) => result)).toEqual(['finished', 'finished', 'failed']);
  expect(await open().read(voron, now)).toEqual([
    record(30),
    record(20, { fileName: null, duration: null }),
    record(10, { result: 'failed' }),
  ]);
  await first.remove(voron);
  expect(existsSync(path())).toBe(false);
  expect(await first.read(voron, now)).toEqual([]);
});

test('newer information about a print replaces older; 90 days are kept', async () => {
  const files = open();
  await files.append(voron, [record(24 * 91)]);
  await files.append(voron, [record(24 * 89)]);
  const seenAt = now - DAY;
  await files.append(voron, [record(2, { seenAt, result: 'unknown', exact: false })]);
  await files.append(voron, [record(1, { seenAt, result: 'failed' })]);
  expect((await open().read(voron, now))?.map(({ result }) => result)).toEqual(['finished', 'failed']);
  // To read with a wrong clock takes nothing away; what is too old goes when it is tidied up at the right time.
  expect(await open().read(voron, now + 400 * DAY)).toEqual([]);
  expect(readFileSync(path(), 'utf8')).toContain(String(now - 91 * DAY));
  await open().tidy(voron, now);
  expect(readFileSync(path(), 'utf8')).not.toContain(String(now - 91 * DAY));
  expect(await open().read(voron, now)).toHaveLength(2);
});

test('a truncated line loses only that print', async () => {
  const files = open();
  await files.append(voron, [record(3)]);
  appendFileSync(path(), '\n[1,2,tr');
  await files.append(voron, [record(2)]);
  appendFileSync(path(), '\n["a",{},null]\nnull\n[1e400,0,true,"finished",-5,"x"]');
  expect(await open().read(voron, now)).toEqual([record(3), record(2)]);
  expect(notices).toEqual([]);
});

test.each([
  ['no history', 'nonsense'],
  ['empty', ''],
  ['of a later app', '{"version":99}\n[]'],
  ['far too large', `{"version":1}\n${'x'.repeat(4 * 1024 * 1024)}`],
])('a file that is %s is quarantined and reported, and a new one is created', async (_, content) => {
  mkdirSync(folder());
  writeFileSync(path(), content);
  const files = open();
  expect(await files.read(voron, now)).toEqual([]);
  expect(notices).toHaveLength(1);
  const [aside = ''] = readdirSync(folder());
  expect(notices[0]).toContain(aside);
  expect(readFileSync(join(folder(), aside), 'utf8')).toBe(content);
  expect(await files.append(voron, [record(1)])).toBe(true);
  expect(await files.read(voron, now)).toEqual([record(1)]);
});

test('a hostile file name stays on one line, and a full folder loses only what it could not store', async () => {
  const files = open();
  await files.append(voron, [record(1, { fileName: 'a\n["x"]\u202e' })]);
  expect(await open().read(voron, now)).toHaveLength(1);
  expect((await open().read(voron, now))?.[0]?.fileName).not.toMatch(/[\n\u202e]/u);
  writeFileSync(join(root, 'in-the-way'), '');
  const blocked = createPrintHistoryFiles({ folder: join(root, 'in-the-way'), onNotice: () => {} });
  expect(await blocked.append(voron, [record(1)])).toBe(false);
});

test('many corrections do not make the file grow endlessly', async () => {
  const files = open();
  const seenAt = now - DAY;
  for (let index = 0; index < 520; index += 1) await files.append(voron, [record(1, { seenAt, duration: index })]);
  expect(await files.read(voron, now)).toHaveLength(1);
  expect(readFileSync(path(), 'utf8').trim().split('\n')).toHaveLength(2);
});
