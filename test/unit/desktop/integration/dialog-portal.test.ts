import { describe, expect, it, vi } from 'vitest';
import type { BusReply } from '../../../../src/dbus/bus-connection.ts';
import type { BusCall } from '../../../../src/dbus/session-bus.ts';
import { portalLost } from '../../../../src/desktop/integration/dialog-portal.ts';

const noOwner: BusReply = { kind: 'error', name: 'org.freedesktop.DBus.Error.NameHasNoOwner' };
const owner = (name: string): BusReply => ({ kind: 'returned', body: [name] });
const pong: BusReply = { kind: 'returned', body: [] };
const silence: BusReply = { kind: 'no-answer' };

/** Each round has an owner and its response to a ping; the last one stays. */
function watch(...rounds: readonly (readonly [BusReply, BusReply])[]) {
  let count = 0;
  const call = async ({ member }: BusCall): Promise<BusReply> => {
    if (member === 'GetNameOwner') count += 1;
    return rounds[Math.min(count, rounds.length) - 1]?.[member === 'Ping' ? 1 : 0] ?? silence;
  };
  const closed = new AbortController();
  const lost = portalLost({ call }, closed.signal, 1);
  const manyRounds = vi.waitUntil(() => count > 20, { timeout: 10_000, interval: 1 }).then(() => 'watched' as const);
  return { lost, close: () => closed.abort(), outcome: Promise.race([lost, manyRounds]) };
}

describe('a portal with an open dialog', () => {
  it('is not lost while it responds, however long the user takes', async () => {
    const { lost, close, outcome } = watch([owner(':1.5'), pong]);
    expect(await outcome).toBe('watched');
    close();
    expect(await lost).toBe(false);
  });

  it('is lost once it has ended, and once another one has started in its place', async () => {
    expect(await watch([owner(':1.5'), pong], [noOwner, pong]).outcome).toBe(true);
    expect(await watch([owner(':1.5'), pong], [owner(':1.9'), pong]).outcome).toBe(true);
    expect(await watch([owner(':1.5'), pong], [{ kind: 'no-bus' }, pong]).outcome).toBe(true);
  });

  it('is lost if it leaves two pings in a row without a response, not after one', async () => {
    const busy = watch([owner(':1.5'), pong], [owner(':1.5'), silence], [owner(':1.5'), pong]);
    expect(await busy.outcome).toBe('watched');
    expect(await watch([owner(':1.5'), pong], [owner(':1.5'), silence]).outcome).toBe(true);
  });

  it('responds even if it does so with an error', async () => {
    expect(await watch([owner(':1.5'), noOwner]).outcome).toBe('watched');
  });

  it('is watched from when it starts; before, there is nothing to lose', async () => {
    expect(await watch([noOwner, pong]).outcome).toBe('watched');
    expect(await watch([noOwner, pong], [owner(':1.5'), pong], [noOwner, pong]).outcome).toBe(true);
  });

  it('is not lost while only the bus is slow', async () => {
    expect(await watch([owner(':1.5'), pong], [silence, pong]).outcome).toBe('watched');
  });
});
