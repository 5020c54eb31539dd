import { expect, test } from 'vitest';
import type { Print, PrintEnd } from '../../../src/domain/print/print.ts';
import type { PrintRecord } from '../../../src/domain/print/print-history.ts';
import { printNotYetRequested } from '../../../src/domain/print/print-status.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { notYetChecked } from '../../../src/domain/status.ts';
import { DAY, HOUR } from '../../../src/domain/time.ts';
import { PrintHistoryRecorder } from '../../../src/history/print-history-recorder.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';
import {
  createMemoryPrintHistory,
  createPrintHistoryFiles,
  type PrintHistoryFiles,
} from '../../../src/storage/print-history-files.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

const now = Date.UTC(2026, 5, 1);

function print(hoursAgo: number, result: PrintEnd['result'] | null): Print {
  const at = now - hoursAgo * HOUR;
  const ended = result === null ? null : { result, at, exact: true, foundAt: at };
  return { seenAt: at - HOUR, startedAt: at - HOUR, duration: HOUR, fileName: 'benchy', ended } as Print;
}

/** A recorder whose files may refuse writes. */
function recording(files: PrintHistoryFiles = createMemoryPrintHistory(), time = now, isProven = true) {
  const fleet = new Fleet();
  const appended: PrintRecord[] = [];
  const disk = { isFull: false, responds: true };
  const recorder = new PrintHistoryRecorder({
    fleet,
    clock: { now: () => time },
    files: {
      ...files,
      read: async (...of) => (disk.responds ? files.read(...of) : null),
      append: async (printer, records) => {
        if (disk.isFull) return false;
        appended.push(...records);
        return files.append(printer, records);
      },
    },
  });
  const shows = async (current: Print | null, former: Print | null = null) => {
    fleet.put({
      printer: newPrinter('a', 'Voron', 0),
      status: notYetChecked(0),
      info: null,
      sighting: {
        connected: true,
        lastConnectedAt: null,
        lastDisconnectedAt: null,
        at: time,
        isProven,
        byOwnClock: time,
      },
      checkedAt: null,
      pollState: firstPoll(0),
      asking: false,
      nextCheckAt: null,
      print: { ...printNotYetRequested(now), print: current, former },
    });
    await Promise.resolve();
    await recorder.flush();
    await recorder.flush();
  };
  return { fleet, recorder, appended, disk, shows, files };
}

test('each print is recorded once after its end, even across a restart of the app', async () => {
  const first = recording();
  await first.shows(print(1, null));
  expect(first.appended).toEqual([]);
  for (let times = 0; times < 3; times += 1) await first.shows(print(1, 'finished'));
  expect(first.appended).toHaveLength(1);
  const second = recording(first.files);
  await second.shows(print(1, 'finished'));
  expect(second.appended).toEqual([]);
  await second.shows(print(0, null), print(1, 'finished'));
  await second.shows(print(0, 'cancelled'), print(1, 'finished'));
  expect((await second.recorder.read('a')).map(({ result }) => result)).toEqual(['finished', 'cancelled']);
});

test('later information about an end replaces it', async () => {
  const { recorder, shows } = recording();
  await shows(print(1, 'unknown'));
  await shows(print(1, 'failed'));
  expect((await recorder.read('a')).map(({ result }) => result)).toEqual(['failed']);
});

test('a print that a full disk did not accept is retried with the next change', async () => {
  const { recorder, shows, disk } = recording();
  disk.isFull = true;
  await shows(print(1, 'finished'));
  expect(await recorder.read('a')).toEqual([]);
  disk.isFull = false;
  await shows(print(1, 'finished'));
  expect(await recorder.read('a')).toHaveLength(1);
});

test('nothing is added to a file that can’t be read now; the next change tries again', async () => {
  const { files, shows: first } = recording();
  await first(print(2, 'finished'));
  const { recorder, shows, disk, appended } = recording(files);
  disk.responds = false;
  await shows(print(1, 'finished'));
  expect([appended, await recorder.read('a')]).toEqual([[], []]);
  disk.responds = true;
  await shows(print(1, 'finished'));
  expect(appended).toHaveLength(1);
  expect(await recorder.read('a')).toHaveLength(2);
});

test('removing a printer removes its prints', async () => {
  const { recorder, shows, fleet, files } = recording();
  await shows(print(1, 'finished'));
  fleet.remove('a');
  await Promise.resolve();
  await recorder.flush();
  expect(await files.read('a', now)).toEqual([]);
});

test('its times use this computer’s clock', async () => {
  const { recorder, shows, fleet } = recording();
  await shows(print(1, 'finished'));
  fleet.setClockAhead(HOUR);
  expect((await recorder.read('a'))[0]?.endedAt).toBe(now);
});

test('prints of more than 90 days ago are erased, but by no clock that is wrong or alone', async () => {
  const files = createPrintHistoryFiles({ folder: profileFolder(), onNotice: () => {} });
  for (const days of [92, 11]) await recording(files, now - 10 * DAY).shows(print(days * 24, 'finished'));
  for (const wrong of [100 * DAY, -100 * DAY, -4_000 * DAY]) {
    // Only this computer's clock tells the time.
    await recording(files, now + wrong, false).shows(print(2, 'failed'));
    // The service's clock is that much ahead of this computer's.
    const { fleet, shows } = recording(files, now + wrong);
    fleet.setClockAhead(-wrong);
    await shows(print(1, 'failed'));
  }
  expect(await files.read('a', now - 3 * DAY)).toHaveLength(2);
  expect(await files.read('a', now)).toHaveLength(3);
  await recording(files).shows(print(0, 'finished'));
  expect(await files.read('a', now - 3 * DAY)).toHaveLength(1);
  expect(await files.read('a', now)).toHaveLength(4);
});
