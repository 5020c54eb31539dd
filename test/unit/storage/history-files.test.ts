import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import type { History, Span } from '../../../src/domain/spans.ts';
import { DAY, MINUTE } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { createHistoryFiles } from '../../../src/storage/history-files.ts';
import type { StorageNotice } from '../../../src/storage/storage-notice.ts';
import { processorTime } from '../../support/processor-time.ts';
import { seed } from '../../support/seed.ts';
import { filesIn, noon, profileFolder } from '../../support/storage/profile-folder.ts';

const voron = '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e';

function span(index: number, minutes = 1): Span {
  const from = noon - DAY + index * MINUTE;
  return { state: index % 2 === 0 ? 'connected' : 'disconnected', from, to: from + minutes * MINUTE };
}

function open(profile = profileFolder()) {
  const folder = join(profile, 'history');
  const notices: StorageNotice[] = [];
  const reports: (string | null)[] = [];
  const files = createHistoryFiles({
    folder,
    onNotice: (notice) => notices.push(notice),
    report: (_kind, result) => reports.push(result.ok ? 'saved' : result.code),
  });
  return { files, notices, reports, folder, path: join(folder, `${voron}.jsonl`), again: () => open(profile) };
}

describe('a history on disk', () => {
  it('is restored, with later additions', async () => {
    const { files, again } = open();
    expect(await files.read(voron, noon)).toEqual([]);
    expect(await files.append(voron, [span(0), span(1)])).toBe(true);
    expect(await files.append(voron, [span(2)])).toBe(true);
    expect(await again().files.read(voron, noon)).toEqual([span(0), span(1), span(2)]);
  });

  it('recognizes a span that was prolonged', async () => {
    const { files } = open();
    await files.append(voron, [span(0), span(1, 0.1)]);
    await files.append(voron, [span(1), span(2)]);
    expect(await files.read(voron, noon)).toEqual([span(0), span(1), span(2)]);
  });

  it('is rewritten from what is given', async () => {
    const { files, folder } = open();
    await files.append(voron, [span(0), span(1), span(2)]);
    expect(await files.replace(voron, [span(5)])).toBe(true);
    expect(await files.read(voron, noon)).toEqual([span(5)]);
    expect(filesIn(folder)).toEqual([`${voron}.jsonl`]);
  });

  it('is deleted with its printer', async () => {
    const { files, folder } = open();
    await files.append(voron, [span(0)]);
    await files.remove(voron);
    expect(filesIn(folder)).toEqual([]);
    expect(await files.read(voron, noon)).toEqual([]);
  });

  it('loses only the line that was truncated', async () => {
    const { files, path } = open();
    await files.append(voron, [span(0), span(1), span(2)]);
    truncateSync(path, readFileSync(path).length - 4);
    expect(await files.read(voron, noon)).toEqual([span(0), span(1)]);
    await files.append(voron, [span(3)]);
    expect(await files.read(voron, noon)).toEqual([span(0), span(1), span(3)]);
  });

  it('can be truncated anywhere without a wrong entry', async () => {
    const { files, path } = open();
    const spans = Array.from({ length: 8 }, (_, index) => span(index));
    await files.append(voron, spans);
    const whole = readFileSync(path);
    const headLength = whole.indexOf('\n');
    for (let length = headLength; length <= whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      const read = (await files.read(voron, noon)) ?? [];
      expect(spans.slice(0, read.length)).toEqual(read);
    }
  });

  it('skips invalid lines', async () => {
    const { files, path } = open();
    await files.append(voron, [span(0)]);
    const good = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 20 }), async (lines) => {
        writeFileSync(path, good);
        appendFileSync(path, lines.join('\n'));
        const [first, ...rest] = (await files.read(voron, noon)) ?? [];
        expect(first).toEqual(span(0));
        for (const one of rest) expect(one.to).toBeGreaterThanOrEqual(one.from);
      }),
    );
  });

  it.each<[string, string]>([
    ['ends in a far future', JSON.stringify(['connected', span(1).from, noon + 100_000 * DAY])],
    ['begins in a far past', JSON.stringify(['connected', 1, span(1).to])],
    ['is in a far future', JSON.stringify(['connected', noon + 9_000 * DAY, noon + 9_001 * DAY])],
    ['has times that are no dates', '["disconnected",-1e300,1e300]'],
    ['has no end', JSON.stringify(['connected', span(1).from]).replace(']', ',1e999]')],
    ['has the last date that there is', JSON.stringify(['disconnected', span(1).from, 8.64e15])],
  ])('loses only an entry that %s', async (_what, damaged) => {
    const { files, path } = open();
    await files.append(
      voron,
      [0, 1, 2, 3].map((index) => span(index)),
    );
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.with(2, damaged).join('\n'));
    expect(await files.read(voron, noon)).toEqual([span(0), span(2), span(3)]);
    // With one other entry as well.
    writeFileSync(path, [lines[0], damaged, lines[3]].join('\n'));
    expect(await files.read(voron, noon)).toContainEqual(span(2));
  });

  it('recognizes a prolonged span behind the remains of a failed write', async () => {
    const { files } = open();
    await files.append(voron, [span(0)]);
    await files.append(voron, [span(0), span(1, 0.1)]);
    await files.append(voron, [span(0), span(1)]);
    expect(await files.read(voron, noon)).toEqual([span(0), span(1)]);
  });

  it('takes no longer than its lines are many, whatever they contradict', async () => {
    const { files, path } = open();
    await files.append(voron, [span(0)]);
    const times = Array.from({ length: 100_000 }, (_, index) => `["connected",${index + 1},${1e6 - index}]`);
    writeFileSync(path, [readFileSync(path, 'utf8').split('\n')[0], ...times].join('\n'));
    let read: History | null = null;
    const time = await processorTime(async () => {
      read = await files.read(voron, noon);
    });
    expect(read).toHaveLength(1);
    expect(time).toBeLessThan(5_000);
  });

  it('is read whole, however late it seems to be', async () => {
    const { files } = open();
    await files.append(voron, [span(0), span(1)]);
    expect(await files.read(voron, noon + 100 * DAY)).toHaveLength(2);
  });

  it('may begin with a byte order mark, which some editors add', async () => {
    const { files, notices, path } = open();
    await files.append(voron, [span(0)]);
    writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`);
    expect(await files.read(voron, noon)).toEqual([span(0)]);
    expect(await files.append(voron, [span(1)])).toBe(true);
    expect(await files.read(voron, noon)).toEqual([span(0), span(1)]);
    expect(notices).toEqual([]);
  });

  it('is compacted when most of its lines are outdated', async () => {
    const { files, path, again } = open();
    await files.append(voron, [span(0)]);
    for (let round = 0; round < 30; round += 1) {
      await files.append(
        voron,
        Array.from({ length: 100 }, () => span(0)),
      );
    }
    const before = readFileSync(path).length;
    expect(await again().files.read(voron, noon)).toEqual([span(0)]);
    await expect.poll(() => readFileSync(path).length).toBeLessThan(before / 100);
    expect(await again().files.read(voron, noon)).toEqual([span(0)]);
  });
});

describe('an invalid history file', () => {
  it.each([
    ['empty', '', 'Empty'],
    ['of something else', '{"printers":[]}\n', 'Not a history'],
    ['binary', '\u0000\u0001\u0002', 'Not a history'],
    ['of a newer app', '{"version":2}\n["connected",1,2,"more"]', 'Version 2'],
  ])('with %s is quarantined and reported', async (_what, content, reason) => {
    const { files, notices, folder, path } = open();
    mkdirSync(folder);
    writeFileSync(path, content);
    expect(await files.read(voron, noon)).toEqual([]);
    const [kept = ''] = filesIn(folder);
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(content);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.say(messagesFor('en')).smallPrint).toBe(`${reason}. Kept as ${kept}`);
    expect(await files.append(voron, [span(0)])).toBe(true);
    expect(await files.read(voron, noon)).toEqual([span(0)]);
  });

  it('is reported if it cannot be moved aside either, and never overwritten', async () => {
    const { files, notices, folder } = open();
    // With the suffix of a file moved aside, the name would be too long.
    const long = 'a'.repeat(240);
    mkdirSync(folder);
    writeFileSync(join(folder, `${long}.jsonl`), 'nothing of the kind');
    expect(await files.read(long, noon)).toEqual([]);
    expect(notices.map(({ say }) => say(messagesFor('en')).text)).toEqual([
      expect.stringContaining('couldn’t be moved aside either'),
    ]);
    expect(await files.append(long, [span(0)])).toBe(false);
    expect(readFileSync(join(folder, `${long}.jsonl`), 'utf8')).toBe('nothing of the kind');
  });

  it('is reported if it cannot be written, and the app continues', async () => {
    const profile = profileFolder();
    writeFileSync(join(profile, 'history'), 'in the way');
    const { files, notices } = open(profile);
    expect(await files.append(voron, [span(0)])).toBe(false);
    expect(await files.replace(voron, [span(0)])).toBe(false);
    expect(await files.read(voron, noon)).toEqual([]);
    expect(notices).toEqual([]);
  });
});

// Reading its own memory at address 0 is an input/output error, as on a failing drive.
describe.skipIf(process.platform !== 'linux')('a history whose drive does not respond', () => {
  it('is neither moved nor replaced, and read again later', async () => {
    const { files, notices, reports, folder, path, again } = open();
    await files.append(voron, [span(0)]);
    renameSync(path, `${path}.away`);
    symlinkSync('/proc/self/mem', path);
    const later = again();
    expect(await later.files.read(voron, noon)).toBeNull();
    expect(await later.files.append(voron, [span(1)])).toBe(false);
    expect(later.reports).toEqual(['EIO']);
    expect(filesIn(folder)).toEqual([`${voron}.jsonl`, `${voron}.jsonl.away`]);
    renameSync(`${path}.away`, path);
    expect(await later.files.read(voron, noon)).toEqual([span(0)]);
    expect(later.reports).toEqual(['EIO', 'saved']);
    expect(await later.files.append(voron, [span(1)])).toBe(true);
    expect(await files.read(voron, noon)).toEqual([span(0), span(1)]);
    expect([...notices, ...later.notices]).toEqual([]);
    expect(reports).toEqual(['saved']);
  });
});

describe('a process that is killed while writing', () => {
  it('leaves a history that is correct up to that point', { timeout: 300_000 }, async () => {
    const profile = profileFolder();
    const { files, path } = open(profile);
    const random = seededRandom(seed);
    let longest = 0;
    for (let round = 0; round < 12; round += 1) {
      const writer = spawn(
        process.execPath,
        [join(import.meta.dirname, '../../support/storage/history-writer.mjs'), join(profile, 'history'), voron],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      await new Promise((resolve) => writer.stdout.once('data', resolve));
      await wait(random() * 60);
      const ended = new Promise((resolve) => writer.once('exit', resolve));
      writer.kill('SIGKILL');
      await ended;
      expect(existsSync(path)).toBe(true);
      const history: History = (await files.read(voron, 0)) ?? [];
      for (const [index, one] of history.entries()) {
        expect(one).toEqual({
          state: index % 2 === 0 ? 'connected' : 'disconnected',
          from: index * 10,
          to: index * 10 + 10,
        });
      }
      longest = Math.max(longest, history.length);
    }
    expect(longest).toBeGreaterThan(10);
  });
});
