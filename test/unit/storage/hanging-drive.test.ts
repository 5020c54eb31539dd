import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { readListFile } from '../../../src/storage/printer-list-file.ts';
import { writeWholeFile } from '../../../src/storage/whole-file.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

/** The call that gets no response from the drive until `goOn` is called. */
const drive = vi.hoisted(() => ({ hangsAt: '', goOn: () => {} }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<Record<string, (...args: unknown[]) => Promise<unknown>>>();
  const slow =
    (name: string) =>
    async (...args: unknown[]) => {
      if (drive.hangsAt === name) {
        await new Promise<void>((resolve) => {
          drive.goOn = resolve;
        });
      }
      return real[name]?.(...args);
    };
  return { ...real, stat: slow('stat'), open: slow('open'), readFile: slow('readFile'), rename: slow('rename') };
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  drive.hangsAt = '';
  vi.useRealTimers();
});

it.each(['stat', 'open', 'readFile'])(
  'a drive that hangs at %s is given up after a minute, with the old file',
  async (call) => {
    const folder = profileFolder();
    const path = join(folder, 'list.json');
    writeFileSync(path, 'old');
    drive.hangsAt = call;
    const written = writeWholeFile(path, 'new');
    const read = readListFile(path, messagesFor('en'));
    await vi.advanceTimersByTimeAsync(61_000);
    // Reading opens no file of its own.
    if (call !== 'open') expect(await read).toMatchObject({ message: { smallPrint: 'System error ETIMEDOUT' } });
    expect(await written).toEqual({ ok: false, code: 'ETIMEDOUT' });
    drive.hangsAt = '';
    drive.goOn();
    vi.useRealTimers();
    // The late response changes nothing more.
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual(['list.json']));
    expect(readFileSync(path, 'utf8')).toBe('old');
  },
);
