import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createKeychain } from '../../../src/keychain/keychain.ts';
import { fromEntry, toEntry } from '../../../src/keychain/keychain-entry.ts';
import type { Keytar } from '../../../src/keychain/keytar.ts';
import { createMemorySecrets } from '../../../src/keychain/memory-secrets.ts';

/*
 * Cases that a real keychain cannot produce here: a prompt that is answered late, and Windows and macOS. The
 * real GNOME Keyring is tested in test/contract/keychain.test.ts.
 */

const secret = { appApiToken: 'example-token-voron' };

/** A keychain that answers writes only once the user has unlocked it. */
function behindPrompt() {
  const entries = new Map<string, string>();
  let unlock = () => {};
  let unlocked = Promise.resolve();
  const lock = () => {
    unlocked = new Promise((resolve) => {
      unlock = resolve;
    });
  };
  lock();
  const keytar: Keytar = {
    getPassword: async (_service, account) => entries.get(account) ?? null,
    setPassword: async (_service, account, entry) => {
      await unlocked;
      entries.set(account, entry);
    },
    deletePassword: async (_service, account) => entries.delete(account),
  };
  const timeLimits = { read: 20, write: 20 };
  const keychain = createKeychain({ keytar: async () => keytar, secretService: null, timeLimits });
  return { keychain, entries, lock, unlock: () => unlock() };
}

describe('a write that succeeds after it was reported as failed', () => {
  it('is undone for a printer that no list contains', async () => {
    const { keychain, entries, unlock } = behindPrompt();
    expect(await keychain.write('new', secret)).toEqual({ kind: 'unavailable', why: 'asking', mayBeKept: true });
    unlock();
    await wait(5);
    expect([...entries]).toEqual([]);
    expect(await keychain.write('new', secret)).toEqual({ kind: 'kept' });
  });

  it('stays for a printer that was added in this run, whose secret was never read', async () => {
    const { keychain, entries, lock, unlock } = behindPrompt();
    unlock();
    expect(await keychain.write('added', secret)).toEqual({ kind: 'kept' });
    lock();
    const renewed = { appApiToken: 'example-token-voron-renewed' };
    expect(await keychain.write('added', renewed)).toMatchObject({ kind: 'unavailable', why: 'asking' });
    unlock();
    await wait(5);
    expect([...entries].map(([id, entry]) => [id, fromEntry(entry)])).toEqual([['added', renewed]]);
  });

  it('stays for a listed printer, with its new secret', async () => {
    const { keychain, entries, unlock } = behindPrompt();
    await keychain.read('listed');
    expect(await keychain.write('listed', secret)).toEqual({ kind: 'unavailable', why: 'asking', mayBeKept: true });
    unlock();
    await wait(5);
    expect([...entries.keys()]).toEqual(['listed']);
  });
});

describe('without a Secret Service to query (Windows, macOS)', () => {
  const refusing: Keytar = {
    getPassword: async () => {
      throw new Error('User canceled the operation.');
    },
    setPassword: async () => {
      throw new Error('The entry example-token-voron cannot be kept.');
    },
    deletePassword: async () => {
      throw new Error('The user name or passphrase you entered is not correct.');
    },
  };

  it('reports a refusal without the error text, and waits five minutes before the next call', async () => {
    let calls = 0;
    let now = 0;
    const load = async () => {
      calls += 1;
      return refusing;
    };
    const keychain = createKeychain({ keytar: load, secretService: null, now: () => now });
    const refused = { kind: 'unavailable', why: 'refused' };
    expect(await keychain.write('a', secret)).toEqual({ ...refused, mayBeKept: true });
    expect(await keychain.remove('a')).toEqual(refused);
    expect(await keychain.read('a')).toEqual(refused);
    expect(calls).toBe(3);
    expect(await keychain.read('b')).toEqual(refused);
    expect(calls).toBe(3);
    keychain.tryAgain();
    await keychain.read('a');
    expect(calls).toBe(4);
    now += 300_000;
    await keychain.read('a');
    expect(calls).toBe(5);
  });

  it('treats null as missing, without a dummy write', async () => {
    const empty: Keytar = { ...refusing, getPassword: async () => null };
    const keychain = createKeychain({ keytar: async () => empty, secretService: null });
    expect(await keychain.read('a')).toEqual({ kind: 'missing' });
  });

  it('reports no success for an entry that reads back differently', async () => {
    const forgetful: Keytar = { ...refusing, setPassword: async () => {}, getPassword: async () => 'something else' };
    const keychain = createKeychain({ keytar: async () => forgetful, secretService: null });
    expect(await keychain.write('a', secret)).toEqual({ kind: 'unavailable', why: 'refused', mayBeKept: true });
  });
});

describe('a prompt that stays open while the keyring is unlocked in another way', () => {
  it.each([
    ['open', { kind: 'found', secret }],
    // The prompt asks for access to this entry and is still open.
    ['withheld', { kind: 'unavailable', why: 'asking' }],
  ] as const)('with the entry %s: the next read is %j', async (entry, expected) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let end = () => {};
    let reads = 0;
    const keytar: Keytar = {
      getPassword: () => {
        reads += 1;
        if (reads > 1) return Promise.resolve(JSON.stringify(secret));
        return new Promise((_answered, failed) => {
          end = () => failed(new Error('The keychain helper has ended.'));
        });
      },
      setPassword: async () => {},
      deletePassword: async () => true,
    };
    const keychain = createKeychain({
      keytar: async () => keytar,
      endKeytar: () => end(),
      secretService: {
        state: async () => 'unlocked',
        entry: async () => entry,
        isDoubled: async () => false,
        prompt: async () => false,
        dismissPrompt: () => {},
        onPrompt: () => {},
      },
    });
    const first = keychain.read('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await first).toEqual({ kind: 'unavailable', why: 'asking' });
    vi.useRealTimers();
    await keychain.stopAsking();
    expect(await keychain.read('a')).toEqual(expected);
  });
});

describe('a keytar that cannot be loaded', () => {
  it('means that libsecret is missing, on Linux', async () => {
    const keychain = createKeychain({
      keytar: () => Promise.reject(new Error('Failed to load keytar native addon')),
      secretService: {
        state: async () => 'unlocked',
        entry: async () => 'unknown',
        isDoubled: async () => false,
        prompt: async () => false,
        dismissPrompt: () => {},
        onPrompt: () => {},
      },
    });
    expect(await keychain.read('a')).toEqual({ kind: 'unavailable', why: 'no-secret-service' });
  });
});

describe('the keychain entry', () => {
  it('contains everything the portal returned, and is read back', () => {
    const text = fc.string({ maxLength: 100, unit: 'grapheme' });
    const token = fc.stringMatching(/^[\x21-\x7e]{1,100}$/);
    const secrets = fc.record(
      { appApiToken: token, id: text, url: text, authBasicHttpUser: text, authBasicHttpPassword: text },
      { requiredKeys: ['appApiToken'] },
    );
    fc.assert(
      fc.property(secrets, (value) => {
        const entry = toEntry(value) ?? '';
        expect(fromEntry(entry)).toEqual(value);
        // Not every keyring returns what has to be escaped.
        expect(entry).not.toMatch(/[\\\p{Cc}]/u);
      }),
    );
  });

  it('of an earlier version, with escapes, is still read', () => {
    const value = { appApiToken: 'example-"token"', octoPrintApiKey: '100 % \\n' };
    expect(fromEntry(JSON.stringify(value))).toEqual(value);
  });

  it('with any other content is a bare token or nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (entry) => {
        const read = fromEntry(entry);
        if (read !== null) expect(read.appApiToken).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });

  it('is measured in bytes, not characters', () => {
    expect(toEntry({ appApiToken: 'x', url: 'ü'.repeat(1_300) })).toBeNull();
    expect(toEntry({ appApiToken: 'x', url: 'u'.repeat(1_300) })).not.toBeNull();
  });
});

describe('secrets in memory', () => {
  it('are found until removed', async () => {
    const secrets = createMemorySecrets();
    expect(await secrets.read('a')).toEqual({ kind: 'missing' });
    expect(await secrets.write('a', secret)).toEqual({ kind: 'kept' });
    expect(await secrets.read('a')).toEqual({ kind: 'found', secret });
    expect(await secrets.write('a', { appApiToken: 'x'.repeat(2_600) })).toEqual({ kind: 'too-long' });
    expect(await secrets.remove('a')).toEqual({ kind: 'gone' });
    expect(await secrets.read('a')).toEqual({ kind: 'missing' });
  });
});
