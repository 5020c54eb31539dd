import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeychainError } from '../../../src/domain/outcome.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import { type PendingDeletions, SecretCleanup } from '../../../src/keychain/secret-cleanup.ts';
import { openPendingDeletions } from '../../../src/storage/pending-deletions.ts';
import { notSavedNotice } from '../../../src/storage/storage-notice.ts';
import { noon, profileFolder } from '../../support/storage/profile-folder.ts';

const voron = '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e';
const ender = 'c1d2e3f4-1111-4222-8333-444455556666';

/** Real notes on disk, a keychain that fails as the test decides, and a timer that fires when the test decides. */
function removals(folder: string, listed: readonly string[] = []) {
  const keychain = {
    trouble: null as KeychainError | null,
    refuses: false,
    listSaved: true,
    entries: new Set([voron, ender]),
    calls: 0,
  };
  const notified: PendingDeletions[] = [];
  let timer: { readonly delay: number; readonly due: () => void } | null = null;
  const subject = new SecretCleanup({
    store: openPendingDeletions({ folder, now: () => noon, debounce: 1 }),
    secrets: {
      remove: async (id) => {
        keychain.calls += 1;
        if (keychain.refuses) return { kind: 'unavailable', why: 'refused' };
        keychain.entries.delete(id);
        return { kind: 'gone' };
      },
    },
    keychain: { trouble: async () => keychain.trouble },
    printers: {
      value: () => listed.map((id) => newPrinter(id, id, noon)),
      flush: async () => (keychain.listSaved ? { ok: true } : { ok: false, notice: notSavedNotice([], null) }),
    },
    timer: {
      set: (delay, due) => {
        timer = { delay, due };
      },
      clear: () => {
        timer = null;
      },
    },
  });
  subject.onChange((left) => notified.push(left));
  return { subject, keychain, notified, timer: () => timer };
}

/** Notes a printer that has left the list. */
async function note(subject: SecretCleanup, id: string, quiet = false): Promise<void> {
  await subject.enqueue(id, quiet);
  subject.release(id, true);
}

const onDisk = (folder: string) => JSON.parse(readFileSync(join(folder, 'leftover-secrets.json'), 'utf8')).printers;

describe('secrets of removed printers', () => {
  it('are silently deleted at once if the keychain is open', async () => {
    const folder = profileFolder();
    const { subject, keychain, notified, timer } = removals(folder);
    await note(subject, voron);
    expect(onDisk(folder)).toEqual([voron]);
    await subject.run();
    expect([...keychain.entries]).toEqual([ender]);
    expect(onDisk(folder)).toEqual([]);
    expect(notified).toEqual([]);
    expect(timer()).toBeNull();
  });

  it('are not deleted from a locked keychain, which would prompt, but when it opens', async () => {
    const { subject, keychain, notified, timer } = removals(profileFolder());
    keychain.trouble = 'locked';
    await note(subject, voron);
    await note(subject, ender);
    await subject.run();
    await subject.run();
    expect(keychain.calls).toBe(0);
    expect(notified).toEqual([{ count: 2, why: 'locked' }]);
    keychain.trouble = null;
    timer()?.due();
    await subject.run();
    expect(keychain.entries.size).toBe(0);
    expect(notified.at(-1)).toBeNull();
  });

  it('are retried at growing intervals while the keychain refuses, at least once an hour', async () => {
    const { subject, keychain, notified, timer } = removals(profileFolder());
    keychain.refuses = true;
    await note(subject, voron);
    const delays: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await subject.run();
      delays.push(timer()?.delay ?? 0);
    }
    expect(delays).toEqual(delays.toSorted((one, other) => one - other));
    expect(delays[0]).toBe(30_000);
    expect(delays.at(-1)).toBe(3_600_000);
    expect(notified).toEqual([{ count: 1, why: 'refused' }]);
    keychain.refuses = false;
    await subject.run();
    expect(keychain.entries.has(voron)).toBe(false);
    expect(notified.at(-1)).toBeNull();
  });

  it('are remembered across a restart, except for a printer that is listed after all', async () => {
    const folder = profileFolder();
    const before = removals(folder);
    before.keychain.trouble = 'no-secret-service';
    await note(before.subject, voron);
    await note(before.subject, ender);
    const { subject, keychain } = removals(folder, [ender]);
    subject.start();
    await subject.run();
    expect([...keychain.entries]).toEqual([ender]);
    await expect.poll(() => onDisk(folder)).toEqual([]);
  });

  it('stay when their printer returns with an imported list', async () => {
    const { subject, keychain, notified } = removals(profileFolder());
    keychain.trouble = 'locked';
    await note(subject, voron);
    subject.keep(new Set([voron]));
    keychain.trouble = null;
    await subject.run();
    expect(keychain.entries.has(voron)).toBe(true);
    expect(notified).toEqual([]);
  });

  it('that were only in memory are remembered and not reported', async () => {
    const folder = profileFolder();
    const { subject, keychain, notified } = removals(folder);
    keychain.trouble = 'no-session-bus';
    await subject.enqueue(voron, true);
    await subject.run();
    expect(notified).toEqual([]);
    expect(onDisk(folder)).toEqual([voron]);
  });

  it('stay while their printers are still being removed, or a restart would restore them', async () => {
    const { subject, keychain, timer } = removals(profileFolder());
    await note(subject, voron);
    await subject.enqueue(ender, false);
    // Meanwhile, the cleanup for the other printer runs.
    await subject.run();
    expect([...keychain.entries]).toEqual([ender]);
    keychain.listSaved = false;
    subject.release(ender, false);
    await subject.run();
    expect([...keychain.entries]).toEqual([ender]);
    keychain.listSaved = true;
    timer()?.due();
    await subject.run();
    expect([...keychain.entries]).toEqual([]);
    expect(timer()).toBeNull();
  });

  it('stay for a printer that is listed again', async () => {
    const listed: string[] = [];
    const { subject, keychain } = removals(profileFolder(), listed);
    keychain.trouble = 'locked';
    await note(subject, voron);
    await subject.run();
    listed.push(voron);
    keychain.trouble = null;
    await subject.run();
    expect([...keychain.entries]).toEqual([voron, ender]);
  });
});
