import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { answerAt, createWorld } from '../../../src/demo/world.ts';
import { readAnswer } from '../../../src/octoeverywhere/read-answer.ts';

const epoch = Date.UTC(2026, 6, 1);

test('a printer’s link and the times it tells', () => {
  const world = createWorld([
    { at: 10, printer: 'Voron', link: 'up' },
    { at: 20, printer: 'Voron', link: 'down' },
    { at: 25, printer: 'Voron', link: 'down' },
    { at: 30, printer: 'Voron', link: 'up' },
    { at: 40, printer: 'Voron', link: 'up' },
  ]);
  const voron = (at: number) => {
    const printer = world.printer('Voron', at);
    return printer && [printer.link, printer.lastConnectionAt, printer.lastDisconnectAt];
  };
  expect(voron(9.99)).toBeNull();
  expect(voron(10)).toEqual(['up', 10, null]);
  expect(voron(20)).toEqual(['down', 10, 20]);
  expect(voron(29)).toEqual(['down', 10, 20]);
  expect(voron(30)).toEqual(['up', 30, 20]);
  expect(voron(1e9)).toEqual(['up', 30, 20]);
  expect(world.printer('Ender', 20)).toBeNull();
});

test('service, network, computer and settings at any moment; nothing after the end', () => {
  const world = createWorld([
    { at: 50, end: true },
    { at: 5, service: 503 },
    { at: 6, network: 'down' },
    { at: 7, computer: 'sleep' },
    { at: 8, setting: { pollSeconds: 120 } },
    { at: 9, setting: { graceSeconds: 0 } },
    { at: 9, printer: 'Mini', answer: 605 },
    { at: 10, service: 'ok' },
    { at: 10, computer: 'wake' },
    { at: 60, service: 'timeout' },
    { at: 61, printer: 'Late', link: 'up' },
  ]);
  expect(world.at(0)).toEqual({
    printers: new Map(),
    service: 'ok',
    network: 'up',
    computer: 'awake',
    settings: {},
  });
  expect(world.at(9)).toEqual({
    printers: new Map([
      ['Mini', { link: 'up', lastConnectionAt: null, lastDisconnectAt: null, answer: 605, answerSince: 9 }],
    ]),
    service: 503,
    network: 'down',
    computer: 'asleep',
    settings: { pollSeconds: 120, graceSeconds: 0 },
  });
  expect(world.at(100)).toMatchObject({ service: 'ok', network: 'down', computer: 'awake' });
  expect(world.printers).toEqual(['Mini']);
  expect(world.endsAt).toBe(50);
});

describe('answers', () => {
  const world = createWorld([
    { at: 0, printer: 'My Voron', link: 'up' },
    { at: 10, printer: 'My Voron', link: 'down' },
    { at: 20, printer: 'My Voron', answer: 604 },
    { at: 30, printer: 'My Voron', answer: 200 },
    { at: 40, service: 502 },
    { at: 50, service: 'timeout' },
    { at: 60, network: 'down' },
    { at: 70, network: 'up' },
    { at: 80, service: 200 },
  ]);
  const answer = (at: number) => answerAt(world, 'My Voron', at, epoch);

  test('are read by the app as what happened', () => {
    const read = (at: number) => {
      const said = answer(at);
      return typeof said === 'string' ? said : readAnswer({ ...said, retryAfter: null }, epoch);
    };
    expect(read(5)).toMatchObject({
      kind: 'answered',
      info: {
        printerName: 'My Voron',
        isOnline: true,
        lastConnectedAt: epoch,
        lastDisconnectedAt: null,
        printerUrl: 'https://octoeverywhere.com/view/My%20Voron',
      },
    });
    expect(read(15)).toMatchObject({ info: { isOnline: false, lastDisconnectedAt: epoch + 10_000 } });
    expect(read(20)).toEqual({ kind: 'refused', status: 604 });
    expect(read(30)).toMatchObject({ info: { isOnline: false } });
    expect(read(40)).toMatchObject({ problem: { type: 'http-status', status: 502 } });
    expect(read(50)).toBe('timeout');
    expect(read(60)).toBe('no-network');
    expect(read(70)).toBe('timeout');
    expect(read(80)).toMatchObject({ kind: 'answered' });
  });

  test('about a printer that is not there yet are 603', () => {
    expect(answerAt(world, 'Ender', 5, epoch)).toEqual({ status: 603, body: '' });
  });
});

test('any order of the same lines is the same world, as long as times differ', () => {
  const event = (at: number): fc.Arbitrary<TraceEvent> =>
    fc.oneof(
      fc.record({ at: fc.constant(at), printer: fc.constantFrom('A', 'B'), link: fc.constantFrom('up', 'down') }),
      fc.record({ at: fc.constant(at), printer: fc.constantFrom('A', 'B'), answer: fc.constantFrom(200, 604, 605) }),
      fc.record({ at: fc.constant(at), network: fc.constantFrom('up', 'down') }),
    );
  const events = fc.tuple(...Array.from({ length: 12 }, (_, at) => event(at)));
  fc.assert(
    fc.property(events, fc.array(fc.nat(11), { maxLength: 12 }), (inOrder, swaps) => {
      const shuffled = [...inOrder];
      for (const [index, other] of swaps.entries()) {
        const [one, two] = [shuffled[index % 12], shuffled[other]];
        if (one !== undefined && two !== undefined) [shuffled[index % 12], shuffled[other]] = [two, one];
      }
      for (let at = 0; at < 13; at += 0.5) expect(createWorld(shuffled).at(at)).toEqual(createWorld(inOrder).at(at));
    }),
    { numRuns: 50 },
  );
});
