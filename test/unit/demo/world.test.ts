import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../src/demo/answer.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { createWorld, type World } from '../../../src/demo/world.ts';
import { readResponse } from '../../../src/octoeverywhere/read-response.ts';

const epoch = Date.UTC(2026, 6, 1);

test('a printer’s link and the times it reports', () => {
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

test('a printer that another event names first connects when its link comes up', () => {
  const world = createWorld([
    { at: 0, printer: 'Voron', times: { connected: 'missing' } },
    { at: 0, printer: 'Voron', link: 'up' },
    { at: 5, printer: 'Ender', user: 'mute' },
  ]);
  expect(world.printer('Voron', 0)).toMatchObject({ link: 'up', lastConnectionAt: 0, lastDisconnectAt: null });
  expect(world.printer('Ender', 5)).toMatchObject({ link: 'up', lastConnectionAt: null });
});

test('service, network, computer and latency at any time; nothing after the end', () => {
  const world = createWorld([
    { at: 50, end: true },
    { at: 5, service: 503, retryAfter: 60 },
    { at: 6, network: 'down' },
    { at: 7, computer: 'sleep' },
    { at: 7, latency: 900 },
    { at: 8, networkHint: 'up' },
    { at: 9, printer: 'Mini', answer: 605 },
    { at: 10, service: 'ok' },
    { at: 10, computer: 'wake' },
    { at: 10, networkHint: null },
    { at: 60, service: 'timeout' },
    { at: 61, printer: 'Late', link: 'up' },
  ]);
  const at = (second: number) => [
    world.service(second),
    world.network(second),
    world.networkHint(second),
    world.computer(second),
    world.latency(second),
  ];
  expect(at(0)).toEqual([{ state: 'ok', retryAfter: null }, 'up', 'up', 'awake', 200]);
  expect(at(9)).toEqual([{ state: 503, retryAfter: 60 }, 'down', 'up', 'asleep', 900]);
  expect(at(100)).toEqual([{ state: 'ok', retryAfter: null }, 'down', 'down', 'awake', 900]);
  expect(world.printer('Mini', 8)).toBeNull();
  expect(world.printer('Mini', 9)).toMatchObject({ link: 'up', answer: 605, answerSince: 9 });
  expect(world.printers).toEqual(['Mini']);
  expect(world.endsAt).toBe(50);
});

/** Returns the answer about a printer at a time in seconds. */
function answered(world: World, name: string, at: number) {
  return answerTo({
    name,
    printer: world.printer(name, at),
    service: world.service(at),
    at: epoch + at * 1_000,
    instantOf: (second) => epoch + second * 1_000,
  });
}

function read(world: World, name: string, at: number) {
  const response = answered(world, name, at);
  if (response === null) return 'silence';
  const { headers } = response;
  const result = { ...response, retryAfter: headers['retry-after'] ?? null, date: headers.date ?? null };
  const { outcome, ...beside } = readResponse(result, epoch + at * 1_000);
  return { ...outcome, ...beside };
}

describe('answers', () => {
  const world = createWorld([
    { at: 0, printer: 'My Voron', link: 'up' },
    { at: 10, printer: 'My Voron', link: 'down' },
    { at: 20, printer: 'My Voron', answer: 604 },
    { at: 30, printer: 'My Voron', answer: 200 },
    { at: 40, service: 502 },
    { at: 50, service: 'timeout' },
    { at: 80, service: 200 },
    { at: 90, printer: 'My Voron', name: 'Voron 2.4' },
    { at: 100, printer: 'My Voron', times: { connected: -90, disconnected: 'zero' } },
    { at: 110, printer: 'My Voron', times: null },
    { at: 120, printer: 'My Voron', answer: 'html' },
    { at: 130, printer: 'My Voron', answer: 'garbage' },
    { at: 140, printer: 'My Voron', answer: 'timeout' },
    { at: 150, printer: 'My Voron', answer: 429, retryAfter: 90 },
    { at: 160, service: 'html' },
  ]);
  const readAt = (at: number) => read(world, 'My Voron', at);

  test('are read by the app as what happened', () => {
    expect(readAt(5)).toMatchObject({
      kind: 'answered',
      info: {
        printerName: 'My Voron',
        isOnline: true,
        lastConnectedAt: epoch,
        lastDisconnectedAt: null,
        printerUrl: 'https://octoeverywhere.com/view/My%20Voron',
      },
    });
    expect(readAt(15)).toMatchObject({ info: { isOnline: false, lastDisconnectedAt: epoch + 10_000 } });
    expect(readAt(20)).toMatchObject({ kind: 'refused', status: 604 });
    expect(readAt(30)).toMatchObject({ info: { isOnline: false } });
    expect(readAt(40)).toMatchObject({ problem: { type: 'http-status', status: 502 } });
    expect(readAt(50)).toBe('silence');
    expect(readAt(80)).toMatchObject({ kind: 'answered' });
    expect(readAt(90)).toMatchObject({ info: { printerName: 'Voron 2.4' } });
    expect(readAt(120)).toMatchObject({ problem: { type: 'malformed', what: 'html' } });
    expect(readAt(130)).toMatchObject({ problem: { type: 'malformed', what: 'not-json' } });
    expect(readAt(140)).toBe('silence');
    expect(readAt(150)).toMatchObject({ problem: { type: 'http-status', status: 429 }, retryAfterSeconds: 90 });
    expect(readAt(160)).toMatchObject({ problem: { type: 'malformed', what: 'html' } });
  });

  test('report the times they are set to', () => {
    expect(readAt(100)).toMatchObject({ info: { lastConnectedAt: epoch - 90_000, lastDisconnectedAt: null } });
    expect(readAt(110)).toMatchObject({ info: { lastConnectedAt: epoch, lastDisconnectedAt: epoch + 10_000 } });
    const claims = createWorld([
      { at: 0, printer: 'Voron', link: 'up' },
      { at: 0, printer: 'Voron', times: { connected: 'missing', disconnected: null } },
    ]);
    const body: unknown = JSON.parse(answered(claims, 'Voron', 1)?.body ?? '');
    expect(body).not.toHaveProperty('LastConnectionTimeUtc');
    expect(body).toHaveProperty('LastDisconnectTimeUtc', null);
  });

  test('may contain no printer name, or a number', () => {
    const named = (name: null | number) =>
      answered(createWorld([{ at: 0, printer: 'Voron', name }]), 'Voron', 1)?.body ?? '';
    expect(JSON.parse(named(null))).toMatchObject({ PrinterName: null });
    expect(JSON.parse(named(7))).toMatchObject({ PrinterName: 7 });
  });

  test('contain the server’s time', () => {
    expect(answered(world, 'My Voron', 5.9)?.headers.date).toBe('Wed, 01 Jul 2026 00:00:05 GMT');
  });

  test('about a printer that does not exist yet are 603', () => {
    expect(answered(world, 'Ender', 5)?.status).toBe(603);
  });

  test('have OctoEverywhere’s own form for its own statuses, and any form for others', () => {
    expect(JSON.parse(answered(world, 'My Voron', 20)?.body ?? '')).toMatchObject({ Status: 604 });
    expect(answered(world, 'My Voron', 40)?.headers['content-type']).toMatch('text/html');
  });
});

test('the same lines in any order give the same world if their times differ', () => {
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
      const [one, other] = [createWorld(shuffled), createWorld(inOrder)];
      for (let at = 0; at < 13; at += 0.5) {
        expect(one.network(at)).toBe(other.network(at));
        for (const name of ['A', 'B']) expect(one.printer(name, at)).toEqual(other.printer(name, at));
      }
    }),
    { numRuns: 50 },
  );
});
