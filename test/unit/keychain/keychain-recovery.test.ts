import { describe, expect, it } from 'vitest';
import type { KeychainError } from '../../../src/domain/outcome.ts';
import { KeychainRecovery } from '../../../src/keychain/keychain-recovery.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

/** Printers that wait for a keychain, and a timer that fires when the test decides. */
function waitingFor(why: KeychainError, ...ids: string[]) {
  const fleet = new Fleet();
  for (const id of ids) {
    fleet.put(
      printerRecord(id, { kind: 'unknown', silence: { failures: 1, since: 0, problem: { type: 'keychain', why } } }),
    );
  }
  const world = { open: false, tooEarly: false };
  const requested: string[] = [];
  let due: (() => void) | null = null;
  new KeychainRecovery({
    fleet,
    keychain: { isSeenOpen: async () => world.open },
    monitor: {
      refresh: (id) => {
        if (id === null || world.tooEarly) return [{ printer: id ?? '', until: 0 }];
        requested.push(id);
        return [];
      },
    },
    timer: {
      set: (_delay, then) => {
        due = then;
      },
    },
  });
  /** Fires the timer; false when none was set. */
  async function look(): Promise<boolean> {
    const then = due;
    due = null;
    then?.();
    await Promise.resolve();
    await Promise.resolve();
    return then !== null;
  }
  return { fleet, world, requested, look };
}

describe('printers that wait for the keychain', () => {
  it('are read once it is open, and not repeatedly while it still withholds them', async () => {
    const { world, requested, look } = waitingFor('locked', 'Voron', 'Ender');
    await Promise.resolve();
    await look();
    expect(requested).toEqual([]);
    world.open = true;
    for (let round = 0; round < 3; round += 1) await look();
    expect(requested).toEqual(['Voron', 'Ender']);
    world.open = false;
    await look();
    world.open = true;
    await look();
    expect(requested).toEqual(['Voron', 'Ender', 'Voron', 'Ender']);
  });

  it('are read later if it is too early', async () => {
    const { world, requested, look } = waitingFor('no-secret-service', 'Voron');
    await Promise.resolve();
    world.open = true;
    world.tooEarly = true;
    await look();
    world.tooEarly = false;
    await look();
    expect(requested).toEqual(['Voron']);
  });

  it('end the check when none is left', async () => {
    const { fleet, look } = waitingFor('locked', 'Voron');
    await Promise.resolve();
    fleet.remove('Voron');
    expect(await look()).toBe(true);
    expect(await look()).toBe(false);
  });

  it('wait for their next poll if the open keychain refuses', async () => {
    const { look } = waitingFor('refused', 'Voron');
    await Promise.resolve();
    expect(await look()).toBe(false);
  });
});
