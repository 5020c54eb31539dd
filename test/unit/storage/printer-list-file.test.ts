import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { readListFile, writeListFile } from '../../../src/storage/printer-list-file.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

const english = messagesFor('en');

const voron = { id: '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e', name: 'Voron', offOnPurpose: false, oftenOff: false };
const ender = {
  ...voron,
  id: 'c1d2e3f4-1111-4222-8333-444455556666',
  name: 'Ender <b>3</b> 🐙',
  oftenOff: true,
  tags: ['resin'],
};
const head = { type: 'octoglance-printers', version: 1 };

function read(content: string | Uint8Array) {
  const path = join(profileFolder(), 'list.json');
  writeFileSync(path, content);
  return readListFile(path, english);
}

describe('an exported printer list', () => {
  it('restores ids, names, order, tags and what is off, and contains nothing else', async () => {
    const path = join(profileFolder(), 'list.json');
    const kept = { ...voron, addedAt: 1, localIp: '192.168.1.2', appApiToken: 'example-token-voron' };
    expect(await writeListFile(path, [ender, kept], english)).toBeNull();
    expect(await readListFile(path, english)).toEqual({ ok: true, printers: [ender, voron], unreadable: 0 });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      ...head,
      printers: [
        { id: ender.id, name: ender.name, oftenOff: true, tags: ['resin'] },
        { id: voron.id, name: voron.name },
      ],
    });
  });

  it('reports when it cannot be written', async () => {
    const failed = await writeListFile(join(profileFolder(), 'missing', 'list.json'), [voron], english);
    expect(failed?.title).toBe('Couldn’t export the list');
    expect(failed?.smallPrint).toBe('System error ENOENT');
  });

  it.each<[string, string | Uint8Array]>([
    ['broken JSON', '{"type":"octoglance-printers"'],
    ['nothing', ''],
    ['binary', Uint8Array.from([0xff, 0xfe, 0x00])],
    ['a list', '[]'],
    ['somebody else’s JSON', JSON.stringify({ printers: [voron] })],
    ['the list of a profile', JSON.stringify({ version: 1, printers: [voron] })],
    ['no version', JSON.stringify({ type: head.type, printers: [voron] })],
    ['no printers', JSON.stringify(head)],
    ['far too many', JSON.stringify({ ...head, printers: Array.from({ length: 2_001 }, () => voron) })],
  ])('with %s is rejected without repeating any of it', async (_what, content) => {
    const result = await read(content);
    expect(result).toMatchObject({ ok: false, message: { title: 'This file isn’t a printer list' } });
    expect(JSON.stringify(result)).not.toContain('Voron');
  });

  it('of a newer version is reported as newer', async () => {
    const result = await read(JSON.stringify({ ...head, version: 2, printers: [] }));
    expect(result).toMatchObject({
      ok: false,
      message: { title: 'This list was made by a newer version of OctoGlance' },
    });
  });

  it('uses each id once, skips unreadable entries and makes names harmless', async () => {
    const twice = { id: voron.id.toUpperCase(), name: 'Again' };
    const turned = { id: ender.id, name: 'Octo\u202edrawkcab\n', oftenOff: true, offOnPurpose: 'yes' };
    const printers = [voron, twice, null, { id: '../../etc/passwd', name: 'x' }, turned];
    expect(await read(JSON.stringify({ ...head, printers }))).toEqual({
      ok: true,
      printers: [voron, { ...voron, id: ender.id, name: 'Octodrawkcab', oftenOff: true }],
      unreadable: 2,
    });
  });

  it('behind a link, in a folder or a pipe is read or rejected, and nothing waits', async () => {
    const folder = profileFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of [folder, join(folder, 'pipe'), '/dev/zero', join(folder, 'gone')]) {
      expect(await readListFile(path, english), path).toMatchObject({ ok: false });
    }
    writeFileSync(join(folder, 'list\n.json'), JSON.stringify({ ...head, printers: [voron] }));
    symlinkSync('list\n.json', join(folder, 'link'));
    expect(await readListFile(join(folder, 'link'), english)).toMatchObject({ ok: true, printers: [voron] });
  });

  it('never throws, whatever the file contains', async () => {
    const path = join(profileFolder(), 'list.json');
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.json().map((text) => Buffer.from(text)),
      fc.array(fc.jsonValue()).map((printers) => Buffer.from(JSON.stringify({ ...head, printers }))),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (content) => {
        writeFileSync(path, content);
        const result = await readListFile(path, english);
        expect(result.ok ? result.printers.every(({ name }) => name !== '') : result.message.title !== '').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
