import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PrinterList } from '../../../src/connections/printer-list.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { newPrinter, type Printer, type PrinterId } from '../../../src/domain/printer.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { memoryKeychainCheck } from '../../../src/keychain/keychain-status.ts';
import { createMemorySecrets } from '../../../src/keychain/memory-secrets.ts';
import { SecretCleanup } from '../../../src/keychain/secret-cleanup.ts';
import { TokenCache } from '../../../src/keychain/token-cache.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import { epoch, gone, minutes, monitored } from '../../support/monitor/world.ts';

const connected = gone();

/** The real list, fleet and monitor on a virtual clock. Imported printers have no token; the others are connected. */
function listOf(...ids: string[]) {
  return listWith(connected, ...ids);
}

function listWith(link: typeof connected, ...ids: string[]) {
  const stored = ids.map((id) => newPrinter(id, id, epoch));
  const printers = memoryDocument<readonly Printer[]>(stored);
  const tokens = new TokenCache(createMemorySecrets(), () => {});
  const lost: PollOutcome = { kind: 'token-lost' };
  const world = monitored({ answer: (printer, at) => (ids.includes(printer) ? link(at) : lost) });
  world.add(...ids);
  const removals = new SecretCleanup({
    store: memoryDocument<readonly PrinterId[]>([]),
    secrets: tokens,
    keychain: memoryKeychainCheck,
    printers: memoryDocument<readonly Printer[]>([]),
    timer: { set: () => {}, clear: () => {} },
  });
  const list = new PrinterList({
    watchesPrints: () => true,
    fleet: world.fleet,
    monitor: world.monitor,
    printers,
    tokens,
    removals,
    additions: { forget: async () => {} },
    clock: { now: () => world.clock.now() },
    messages: () => messagesFor('en'),
  });
  world.fleet.subscribe((changed) => list.follow(changed));
  const off = (id: string) => {
    const stored = printers.value().find((printer) => printer.id === id);
    expect(world.fleet.get(id)?.printer.offOnPurpose).toBe(stored?.offOnPurpose);
    return stored?.offOnPurpose;
  };
  return {
    list,
    world,
    off,
    muted: (id: string) => printers.value().find((printer) => printer.id === id)?.muted,
    stored: () => printers.value().map(({ id }) => id),
    watched: () => world.fleet.members().map(({ printer }) => printer.id),
  };
}

describe('the printer list', () => {
  it('keeps every printer, and the same order on disk and on screen, whatever is moved', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const one = fc.constantFrom(...ids, 'gone');
    const moves = fc.array(fc.tuple(one, fc.option(one)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const { list, stored, watched } = listOf(...ids);
        for (const [id, before] of all) {
          expect(await list.move(id, before)).toEqual({ ok: true });
          if (id !== 'gone' && before === null) expect(stored().at(-1)).toBe(id);
          else if (id !== 'gone' && before !== 'gone' && id !== before) {
            expect(stored()[stored().indexOf(id) + 1]).toBe(before);
          }
        }
        expect(stored().toSorted()).toEqual(ids);
        expect(watched()).toEqual(stored());
      }),
      { numRuns: 100 },
    );
  });

  it('ends a mute on time, and one without an end only when the user does', async () => {
    const { list, world, muted } = listOf('today', 'always', 'again');
    world.monitor.start();
    await list.mute('today', true, world.clock.now() + minutes(30));
    await list.mute('always', true);
    // The last call wins.
    await list.mute('again', true, world.clock.now() + minutes(30));
    await list.mute('again', true);
    await world.time.run(minutes(29));
    expect(['today', 'always', 'again'].map(muted)).toEqual([true, true, true]);
    await world.time.run(minutes(32));
    expect(['today', 'always', 'again'].map(muted)).toEqual([false, true, true]);
    await list.mute('today', true);
    await world.time.run(minutes(120));
    expect(muted('today')).toBe(true);
  });

  it('ends “off on purpose” when the printer reconnects, however its disconnection was noticed', async () => {
    const { list, world, off } = listWith(gone([minutes(10), minutes(60)], [minutes(70) + 10, minutes(70) + 20]), 'a');
    world.monitor.start();
    await world.time.run(minutes(5));
    // Marked first, then switched off.
    await list.setOffOnPurpose('a', true);
    await world.time.run(minutes(9));
    expect(off('a')).toBe(true);
    await world.time.run(minutes(58));
    expect(off('a')).toBe(true);
    await world.time.run(minutes(62));
    expect(off('a')).toBe(false);
    // Between two polls, and so short that only the newer connection time reveals it.
    await list.setOffOnPurpose('a', true);
    await world.time.run(minutes(69));
    expect(off('a')).toBe(true);
    await world.time.run(minutes(73));
    expect(off('a')).toBe(false);
  });

  it('ends “off on purpose” of a printer that reconnected while the app was not running', async () => {
    const { list, world, off } = listWith(gone([0, minutes(2)]), 'a');
    await list.setOffOnPurpose('a', true);
    world.monitor.start();
    await world.time.run(minutes(1));
    expect(off('a')).toBe(true);
    await world.time.run(minutes(4));
    expect(off('a')).toBe(false);
  });

  it('keeps “often off” whatever the printer does', async () => {
    const { list, world } = listWith(gone([minutes(1), minutes(5)]), 'a');
    world.monitor.start();
    await list.setOftenOff('a', true);
    await world.time.run(minutes(10));
    expect(world.fleet.get('a')?.printer.oftenOff).toBe(true);
    await list.setOftenOff('a', false);
    expect(world.fleet.get('a')?.printer.oftenOff).toBe(false);
  });

  it('mutes, switches off and tags several at once, and skips those that were removed', async () => {
    const { list, world, off, muted } = listOf('a', 'b', 'c');
    const ids = ['a', 'c', 'gone'];
    const tags = () => ['a', 'b', 'c'].map((id) => world.fleet.get(id)?.printer.tags ?? []);
    expect(await list.mute(ids, true)).toEqual({ ok: true });
    expect(['a', 'b', 'c'].map(muted)).toEqual([true, false, true]);
    expect(await list.setOffOnPurpose(ids, true)).toEqual({ ok: true });
    expect(['a', 'b', 'c'].map(off)).toEqual([true, false, true]);
    await list.tag(['a'], ' Workshop ', true);
    await list.tag(['b', 'c'], 'workshop', true);
    expect(tags()).toEqual([['Workshop'], ['Workshop'], ['Workshop']]);
    await list.tag(['b', 'c'], 'WORKSHOP', false);
    expect(await list.tag(['b'], ' , ', true)).toMatchObject({ ok: false, message: { title: 'This isn’t a tag' } });
    expect(tags()).toEqual([['Workshop'], [], []]);
    expect(list.exported().map((one) => one.tags)).toEqual([['Workshop'], [], []]);
  });

  it('adds a tag to all of them or to none', async () => {
    const { list, world } = listOf('a', 'b');
    const tags = (id: string) => world.fleet.get(id)?.printer.tags ?? [];
    for (let index = 1; index <= 12; index += 1) await list.tag(['a'], `tag ${index}`, true);
    expect(await list.tag(['b', 'a'], 'thirteenth', true)).toMatchObject({ ok: false });
    expect([tags('a').length, tags('b').length]).toEqual([12, 0]);
    expect(await list.tag(['b', 'a'], 'TAG 3', true)).toEqual({ ok: true });
    expect(tags('b')).toEqual(['tag 3']);
  });

  it('removes a printer everywhere', async () => {
    const { list, stored, watched } = listOf('a', 'b', 'c');
    expect(await list.remove('b')).toEqual({ ok: true });
    expect(stored()).toEqual(['a', 'c']);
    expect(watched()).toEqual(['a', 'c']);
  });

  it('imports new printers at the end, without alerts', async () => {
    const { list, world, stored, watched } = listOf('a', 'b');
    world.monitor.start();
    await world.time.run(minutes(2));
    expect(
      await list.add([
        { id: 'x', name: 'Voron', offOnPurpose: false, oftenOff: true, tags: ['resin'] },
        { id: 'a', name: 'Another name', offOnPurpose: true, oftenOff: false },
        { id: 'y', name: 'Ender' },
      ]),
    ).toEqual({ added: 2 });
    expect(stored()).toEqual(['a', 'b', 'x', 'y']);
    expect(watched()).toEqual(['a', 'b', 'x', 'y']);
    const offOf = (id: string) => world.fleet.get(id)?.printer;
    expect([offOf('x')?.oftenOff, offOf('a')?.offOnPurpose, offOf('y')?.oftenOff]).toEqual([true, false, false]);
    expect(offOf('x')?.tags).toEqual(['resin']);
    await world.time.run(minutes(180));
    expect(world.status('x')).toBe('reconnect-needed');
    expect(world.status('a')).toBe('online');
    expect(world.alerts).toEqual([]);
    const open = { refused: { at: expect.any(Number) } };
    expect(world.kept().printers).toMatchObject({ x: { open }, y: { open } });
  });
});
