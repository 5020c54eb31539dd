import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { UnsavedFiles } from '../../../src/storage/unsaved-files.ts';

function watched() {
  const notified: (string | null)[] = [];
  const unsaved = new UnsavedFiles((notice) => {
    const message = notice?.say(messagesFor('en'));
    notified.push(message === undefined ? null : `${message.title} / ${message.smallPrint}`);
  });
  return { unsaved, notified };
}

const full = { ok: false, code: 'ENOSPC' } as const;
const good = { ok: true } as const;

describe('Unsaved files', () => {
  it('are reported once, by name if they are of one kind, until all are saved', () => {
    const { unsaved, notified } = watched();
    unsaved.take('settings', good);
    unsaved.take('settings', full);
    unsaved.take('settings', full);
    unsaved.take('alert-state', full);
    unsaved.take('history', good);
    unsaved.take('settings', good);
    unsaved.take('alert-state', good);
    unsaved.take('alert-state', good);
    expect(notified).toEqual([
      'The settings file couldn’t be saved / System error ENOSPC',
      'OctoGlance can’t save anything / System error ENOSPC',
      'The record of past alerts couldn’t be saved / System error ENOSPC',
      null,
    ]);
  });

  it('are reported again when the reason changes', () => {
    const { unsaved, notified } = watched();
    unsaved.take('printers', full);
    unsaved.take('printers', { ok: false, code: 'EROFS' });
    expect(notified).toHaveLength(2);
    expect(notified[1]).toContain('EROFS');
  });

  it('are expected in a read-only profile, until one can be saved', () => {
    const { unsaved, notified } = watched();
    unsaved.suspect('EROFS');
    unsaved.take('window', good);
    unsaved.take('window', good);
    expect(notified).toEqual(['OctoGlance can’t save anything / System error EROFS', null]);
  });

  it('are reported as usual once they occur', () => {
    const { unsaved, notified } = watched();
    unsaved.suspect('EROFS');
    unsaved.take('window', { ok: false, code: 'EROFS' });
    unsaved.take('window', good);
    expect(notified.at(-1)).toBeNull();
    expect(notified).toHaveLength(3);
  });

  it.each([
    ['ENOSPC', 'The disk is full.'],
    ['EDQUOT', 'The disk is full.'],
    ['EFBIG', 'The disk is full.'],
    ['EROFS', 'read-only'],
    ['EIO', 'restart it'],
  ])('come with advice for %s', (code, expected) => {
    const texts: string[] = [];
    const unsaved = new UnsavedFiles((notice) => texts.push(notice?.say(messagesFor('en')).text ?? ''));
    unsaved.take('settings', { ok: false, code });
    expect(texts[0]).toContain(expected);
    expect(texts[0]).toContain('tries again every minute');
  });
});
