import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createKeychain } from '../../../src/keychain/keychain.ts';
import type { Keytar } from '../../../src/keychain/keytar.ts';
import { createKeytarProcess, type HelperProcess } from '../../../src/keychain/keytar-process.ts';
import { type KeytarMessage, serveKeytar } from '../../../src/keychain/keytar-protocol.ts';

/*
 * Starts and exits of the helper process that a real one cannot produce on demand. The real one is tested in
 * test/contract/keychain.test.ts and test/e2e/keychain.spec.ts.
 */

const account = ['OctoGlance', 'Voron'] as const;

const keytar: Keytar = {
  getPassword: async () => 'example-token-voron',
  setPassword: async () => {
    throw new Error('example-token-voron was refused');
  },
  deletePassword: () => new Promise(() => {}),
};

/** Starts helpers that run in this process and load keytar with `load`. Each is passed to `fate` before it begins. */
function helpers(load: () => Promise<Keytar>, fate: (one: { exit: () => void }, number: number) => void = () => {}) {
  const alive = new Set<number>();
  let started = 0;
  function start(): HelperProcess {
    started += 1;
    const number = started;
    alive.add(number);
    let take: (message: KeytarMessage) => void = () => {};
    let gone: () => void = () => {};
    const exit = () => {
      if (alive.delete(number)) gone();
    };
    const post = (message: KeytarMessage) => {
      if (alive.has(number)) take(message);
    };
    const served = wait(1).then(() => {
      fate({ exit }, number);
      return serveKeytar(load, post);
    });
    return {
      post: (call) => void served.then((serve) => serve(call)),
      onMessage: (taker) => {
        take = taker;
      },
      onExit: (taker) => {
        gone = taker;
      },
      end: exit,
    };
  }
  return { helper: createKeytarProcess(start, 20), alive, started: () => started };
}

describe('keytar in a helper process', () => {
  it('is served by one process, which ends when idle; the next call starts another', async () => {
    const { helper, alive, started } = helpers(async () => keytar);
    for (let call = 0; call < 3; call += 1) {
      expect(await (await helper.open()).getPassword(...account)).toBe('example-token-voron');
    }
    expect(started()).toBe(1);
    await wait(60);
    expect(alive.size).toBe(0);
    expect(await (await helper.open()).getPassword(...account)).toBe('example-token-voron');
    expect(started()).toBe(2);
  });

  it('ends after a rejected call, and passes no error text on', async () => {
    const { helper, alive } = helpers(async () => keytar);
    const refused = (await helper.open()).setPassword(...account, 'example-token-voron');
    await expect(refused).rejects.toThrow(/^The keychain rejected the call\.$/);
    expect(alive.size).toBe(0);
  });

  it('rejects the pending call when it is ended', async () => {
    const { helper, alive } = helpers(async () => keytar);
    const hanging = (await helper.open()).deletePassword(...account);
    helper.end();
    await expect(hanging).rejects.toThrow('ended');
    expect(alive.size).toBe(0);
  });

  it('fails only the pending call if it dies before its first message', async () => {
    const { helper, started } = helpers(
      async () => keytar,
      ({ exit }, number) => {
        if (number === 1) exit();
      },
    );
    await expect((await helper.open()).getPassword(...account)).rejects.toThrow('ended');
    expect(await (await helper.open()).getPassword(...account)).toBe('example-token-voron');
    expect(started()).toBe(2);
  });

  it('reports no keychain on this desktop without libsecret', async () => {
    const { helper, alive } = helpers(() => Promise.reject(new Error('libsecret-1.so.0: cannot open')));
    const keychain = createKeychain({
      keytar: helper.open,
      endKeytar: helper.end,
      secretService: {
        state: async () => 'unlocked',
        entry: async () => 'unknown',
        isDoubled: async () => false,
        prompt: async () => false,
        dismissPrompt: () => {},
        onPrompt: () => {},
      },
    });
    expect(await keychain.read('Voron')).toEqual({ kind: 'unavailable', why: 'no-secret-service' });
    expect(alive.size).toBe(0);
    expect(await keychain.close()).toBe(true);
  });
});
