import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { openDocument } from '../../../src/storage/document-store.ts';
import { type Migrations, migrate } from '../../../src/storage/migrations.ts';
import { filesIn, noon, profileFolder, stamp } from '../../support/storage/profile-folder.ts';

/** Invented migrations: version 0 stored one name, version 1 a list of names, version 2 a list of objects. */
const history: Migrations = [
  ({ name }) => ({ names: [name] }),
  ({ names }) => ({ people: (names as string[]).map((name) => ({ name })) }),
];

function open(folder: string) {
  return openDocument<readonly string[]>({
    folder,
    name: 'people',
    kind: 'printers',
    migrations: history,
    empty: [],
    parse: ({ people }) => ({ kind: 'good', value: (people as { name: string }[]).map(({ name }) => name) }),
    serialize: (value) => ({ people: value.map((name) => ({ name })) }),
    now: () => noon,
    debounce: 5,
  });
}

describe('migrations', () => {
  it.each([
    ['without a version', { name: 'Ada' }],
    ['of version 0', { version: 0, name: 'Ada' }],
    ['of version 1', { version: 1, names: ['Ada'] }],
    ['of version 2', { version: 2, people: [{ name: 'Ada' }] }],
  ])('convert a document %s to version 2', (_what, document) => {
    expect(migrate(document, history)).toEqual({
      kind: 'current',
      document: { version: 2, people: [{ name: 'Ada' }] },
    });
  });

  it('leave the old file until something changes, then write the new format', async () => {
    const folder = profileFolder();
    const old = JSON.stringify({ name: 'Ada' });
    writeFileSync(join(folder, 'people.json'), old);
    const store = open(folder);
    expect(store.value()).toEqual(['Ada']);
    expect(store.notices).toEqual([]);
    await store.flush();
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe(old);
    await store.save(['Ada', 'Grace']);
    expect(JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8'))).toEqual({
      version: 2,
      people: [{ name: 'Ada' }, { name: 'Grace' }],
    });
    expect(open(folder).value()).toEqual(['Ada', 'Grace']);
  });

  it('that fail leave the document to be quarantined', () => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'people.json'), JSON.stringify({ version: 1, names: 'Ada' }));
    const store = open(folder);
    expect(store.value()).toEqual([]);
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain('Could not be brought from version 1 to 2');
    expect(filesIn(folder)).toEqual([`people.json.broken-${stamp}`]);
  });

  it('recognize a newer document', () => {
    expect(migrate({ version: 3 }, history)).toEqual({ kind: 'newer', version: 3 });
  });
});
