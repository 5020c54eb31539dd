import { expect, it, vi } from 'vitest';
import { version } from '../../../package.json';
import { Notices } from '../../../src/app/notices.ts';
import { sayWhatIsNew } from '../../../src/app/update-notifier.ts';
import { newest } from '../../../src/i18n/en/updates.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import type { StoredUpdates } from '../../../src/storage/update-store.ts';

vi.mock('electron', () => ({ app: {} }));

/** Starts successive versions of the app with one profile. */
function profile(ranVersion: string | null) {
  const store = memoryDocument<StoredUpdates>({ lastCheckedAt: 5, ranVersion });
  return {
    store,
    start: (running: string) => {
      const notices = new Notices();
      sayWhatIsNew(store, notices, running);
      return { notices, shown: notices.all(messagesFor('en')) };
    },
  };
}

it('shows after an update what is new, until it has been read, and keeps the time of the last check', () => {
  const { store, start } = profile('0.1.0');
  expect(start(newest.version).shown).toMatchObject([{ id: 'whats-new', text: newest.lines.join('\n') }]);
  const { notices, shown } = start(newest.version);
  expect(shown).toHaveLength(1);
  notices.dismiss('whats-new');
  expect(start(newest.version).shown).toEqual([]);
  expect(store.value()).toEqual({ lastCheckedAt: 5, ranVersion: newest.version });
});

it('shows nothing at the first start, nor after a downgrade, but after the next update', () => {
  const { start } = profile(null);
  expect(start('0.3.0').shown).toEqual([]);
  expect(start('0.2.0').shown).toEqual([]);
  expect(start('0.3.0').shown).toMatchObject([{ title: 'OctoGlance is now 0.3.0' }]);
});

it('has its lines in both languages for the current version', () => {
  expect(newest.version).toBe(version);
  const [english, german] = (['en', 'de'] as const).map(
    (language) => messagesFor(language).updates.updated(version).text,
  );
  expect(english?.split('\n')).toHaveLength(newest.lines.length);
  expect(german?.split('\n')).toHaveLength(newest.lines.length);
  expect(german).not.toBe(english);
});
