import { lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newPrinter } from '../../../src/domain/printer.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { filesIn, noon, profileFolder } from '../../support/storage/profile-folder.ts';

const voron = newPrinter('7f3b0a52-6d0c-4f7e-9a51-000000000001', 'Voron', 1);
const ender = newPrinter('7f3b0a52-6d0c-4f7e-9a51-000000000002', 'Ender', 2);
const open = (folder: string) => openPrinterStore({ folder, now: () => noon, debounce: 5 });
const isLink = (path: string) => lstatSync(path).isSymbolicLink();

/** A profile whose list of printers is a link to a file in another folder. */
function linked(target = join(profileFolder(), 'my printers.json')) {
  const folder = profileFolder();
  const link = join(folder, 'printers.json');
  symlinkSync(target, link);
  return { folder, link, target };
}

describe.skipIf(process.platform === 'win32')('A document behind a symbolic link', () => {
  it('is read and written through the link, which stays', async () => {
    const { folder, link, target } = linked();
    // The target does not exist yet, but its folder does.
    const store = open(folder);
    expect(store.notices).toEqual([]);
    expect(await store.save([voron])).toEqual({ ok: true });
    expect(await store.save([voron, ender])).toEqual({ ok: true });
    expect(readlinkSync(link)).toBe(target);
    expect(JSON.parse(readFileSync(target, 'utf8')).printers).toHaveLength(2);
    expect(open(folder).value()).toEqual([voron, ender]);
    expect(filesIn(folder)).toEqual(['printers.json']);
  });

  it('is written through chained and relative links', async () => {
    const { folder, target } = linked('second.json');
    mkdirSync(join(folder, 'own'));
    symlinkSync('own/third.json', join(folder, target));
    await open(folder).save([voron]);
    expect([isLink(join(folder, 'printers.json')), isLink(join(folder, target))]).toEqual([true, true]);
    expect(open(folder).value()).toEqual([voron]);
    expect(filesIn(join(folder, 'own'))).toEqual(['third.json']);
  });

  it('that is write-protected, as in declarative setups, stays unchanged, and is reported', async () => {
    const { folder, link, target } = linked();
    writeFileSync(target, JSON.stringify({ version: 1, printers: [voron] }), { mode: 0o444 });
    const saved = await open(folder).save([voron, ender]);
    expect(!saved.ok && saved.notice.say(messagesFor('en')).smallPrint).toBe('System error EACCES');
    expect(isLink(link)).toBe(true);
    expect(open(folder).value()).toEqual([voron]);
  });

  it('on a missing drive is not treated as empty, nor replaced', async () => {
    const { folder, link } = linked('/media/gone/drive/printers.json');
    const store = open(folder);
    const result = store.notices[0]?.say(messagesFor('en'));
    expect(result?.title).toBe('The printer list couldn’t be read');
    expect(result?.text).toContain('won’t be saved until the file can be reached');
    expect((await store.save([ender])).ok).toBe(false);
    expect(readlinkSync(link)).toBe('/media/gone/drive/printers.json');
    expect(filesIn(folder)).toEqual(['printers.json']);
  });
});
