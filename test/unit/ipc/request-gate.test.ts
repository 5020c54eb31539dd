import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply, Requests } from '../../../src/contract/contract.ts';
import { createGate, type RequestHandlers, requestNames } from '../../../src/ipc/request-gate.ts';
import { budgets } from '../../../src/ipc/request-schemas.ts';

const listed = 'aaaaaaaa-1111-4222-8333-444444444444';
const other = 'bbbbbbbb-1111-4222-8333-444444444444';
const own = () => true;

/** A gate in front of handlers that record each call, with a clock that only the test advances. */
function gated(handle: (name: keyof Requests, args: readonly unknown[]) => unknown = () => 'done') {
  const calls: { readonly name: keyof Requests; readonly args: readonly unknown[] }[] = [];
  const logged: string[] = [];
  let clock = 0;
  const handlers = Object.fromEntries(
    requestNames.map((name) => [
      name,
      (...args: unknown[]) => {
        calls.push({ name, args });
        return handle(name, args);
      },
    ]),
  ) as unknown as RequestHandlers;
  const note = (text: string, error?: unknown) => logged.push(`${text} ${error ?? ''}`);
  const gate = createGate({
    handlers,
    isListed: (id) => id === listed,
    log: { warn: note, error: note },
    elapsed: () => clock,
  });
  const wait = (ms: number) => {
    clock += ms;
  };
  return { gate, calls, logged, wait };
}

/** Valid arguments for each request. */
const fitting: { readonly [Name in keyof Requests]: Parameters<Requests[Name]> } = {
  'get-snapshot': [],
  refresh: [null],
  'refresh-printers': [[listed]],
  'open-printer': [listed],
  'open-link': ['perks'],
  'open-local-page': [listed],
  'open-address-again': [],
  'copy-address': [],
  'copy-local-ip': [listed],
  zoom: ['zoom-in'],
  'copy-name': [listed],
  'choose-in-printer-menu': [listed, 10, 10],
  'add-printer': ['pasted', 'keychain'],
  'reconnect-printer': [listed, 'pasted', 'until-quit'],
  'start-sign-in': [listed],
  'cancel-sign-in': [],
  'answer-sign-in': ['add'],
  'open-sign-in-again': [],
  'copy-sign-in-link': [],
  'finish-first-steps': [],
  'remove-printer': [listed],
  'move-printer': [listed, null],
  'mute-printer': [listed, true],
  'set-off-on-purpose': [listed, true],
  'mute-printers': [[listed], true],
  'set-printers-off': [[listed], true],
  'tag-printers': [[listed], 'workshop', true],
  'set-often-off': [listed, true],
  'set-watch-prints': [listed, true],
  snooze: ['hour'],
  'export-list': [],
  'import-list': [],
  'export-history': [null],
  'get-days': [],
  'get-history': [listed],
  'get-gadget': [listed],
  'get-webcam': [listed, 0, true],
  'get-prints': [listed],
  'export-prints': [null],
  'share-print': [listed],
  'control-print': [listed, 'pause'],
  'change-settings': [{ pollSeconds: 30 }],
  'refresh-start-at-login': [],
  'preview-notification': ['perks'],
  'switch-demo': [true],
  'get-about': [],
  'open-data-folder': [],
  'open-licences': [],
  'look-for-update': [],
  'restart-to-update': [],
  'remove-all-data': [],
  'set-menu-entry': [true],
  'save-diagnostics': [],
  'report-problem': [],
  'bring-up-keychain': [],
  'dismiss-notice': ['no-tray'],
  'take-intent': [],
};

describe('the request gate', () => {
  it.each(requestNames)('passes %s on unchanged', async (name) => {
    const { gate, calls, logged } = gated();
    expect(await gate(name, fitting[name], own)).toEqual({ answer: 'done' });
    expect(calls).toEqual([{ name, args: fitting[name] }]);
    expect(logged).toEqual([]);
  });

  it.each(requestNames)('rejects %s from any other sender', async (name) => {
    const { gate, calls } = gated();
    const gone = () => {
      throw new Error('Render frame was disposed');
    };
    for (const sender of [() => false, gone])
      expect(await gate(name, fitting[name], sender)).toEqual({ refused: 'unknown-sender' });
    expect(calls).toEqual([]);
  });

  it.each(requestNames)('rejects %s with too many or too few arguments', async (name) => {
    const { gate, calls } = gated();
    const refused = { refused: 'invalid-arguments' };
    for (const extra of [undefined, null, 0, {}])
      expect(await gate(name, [...fitting[name], extra], own)).toEqual(refused);
    if (fitting[name].length > 0) expect(await gate(name, fitting[name].slice(1), own)).toEqual(refused);
    expect(calls).toEqual([]);
  });

  it.each(requestNames.filter((name) => (fitting[name] as readonly unknown[]).includes(listed)))(
    'rejects %s for a printer that is not in the list',
    async (name) => {
      const { gate, calls } = gated();
      const args = fitting[name].map((arg) => (arg === listed ? other : arg));
      expect(await gate(name, args, own)).toEqual({ refused: 'unknown-printer' });
      const wrong = fitting[name].map((arg) => (arg === listed ? '../../printers.json' : arg));
      expect(await gate(name, wrong, own)).toEqual({ refused: 'invalid-arguments' });
      expect(calls).toEqual([]);
    },
  );

  it('rejects several printers if one is not in the list, if there are none, and if there are too many', async () => {
    for (const name of ['refresh-printers', 'mute-printers', 'set-printers-off', 'tag-printers'] as const) {
      const { gate, calls } = gated();
      const rest = fitting[name].slice(1);
      expect(await gate(name, [[listed, other], ...rest], own)).toEqual({ refused: 'unknown-printer' });
      for (const wrong of [[], [listed, 3], Array.from({ length: 2_001 }, () => listed), { 0: listed }]) {
        expect(await gate(name, [wrong, ...rest], own)).toEqual({ refused: 'invalid-arguments' });
      }
      expect(calls).toEqual([]);
    }
  });

  it('rejects a position before a printer that is not in the list', async () => {
    expect(await gated().gate('move-printer', [listed, other], own)).toEqual({ refused: 'unknown-printer' });
  });

  it.each([
    { pollSeconds: undefined },
    { pollSeconds: 29 },
    { pollSeconds: Number.NaN },
    { graceSeconds: Number.POSITIVE_INFINITY },
    { topics: { disconnected: true } },
    { unknown: true },
    { theme: 'pink' },
    { quietHours: { on: true, days: [] } },
    { quietHours: { on: true, days: new Array(7) } },
    null,
    {},
    [[]],
    new Date(0),
    new Map([['pollSeconds', 60]]),
  ])('rejects the settings %j', async (changes) => {
    const { gate, calls } = gated();
    expect(await gate('change-settings', [changes], own)).toEqual({ refused: 'invalid-arguments' });
    expect(calls).toEqual([]);
  });

  it('passes on only what the contract names', async () => {
    const { gate, calls } = gated();
    const anything = fc.array(fc.anything({ withNullPrototype: true, withObjectString: true }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...requestNames), anything, async (name, args) => {
        calls.length = 0;
        const reply = await gate(name, args, own);
        expect(calls).toHaveLength('answer' in reply ? 1 : 0);
        // Random arguments can only be valid for requests that take none, null or a plain value.
        for (const call of calls) expect(call.args).toEqual(args);
        if ('refused' in reply) expect(Object.keys(reply)).toEqual(['refused']);
      }),
      { numRuns: 3_000 },
    );
  });

  it('logs each kind of rejection once, without its content', async () => {
    const { gate, logged } = gated();
    for (let round = 0; round < 50; round += 1) {
      await gate('open-link', [`https://example.com/${round}`], own);
      await gate('refresh', [other], own);
      await gate('refresh', ['secret'], own);
    }
    expect(logged).toEqual([
      'Refused open-link from the window: invalid-arguments. Others like it are not logged. ',
      'Refused refresh from the window: unknown-printer. Others like it are not logged. ',
      'Refused refresh from the window: invalid-arguments. Others like it are not logged. ',
    ]);
  });

  it('answers a failure without details, and logs it once', async () => {
    const { gate, logged } = gated(() => Promise.reject(new Error('the inner reason')));
    for (let round = 0; round < 3; round += 1)
      expect(await gate('get-about', [], own)).toEqual({ refused: 'failed' } satisfies Reply);
    expect(logged).toEqual(['Request get-about failed Error: the inner reason']);
  });

  it('limits the rate of requests that reach beyond the app, across all of them', async () => {
    const { gate, calls, wait } = gated();
    const { burst, every } = budgets.otherPrograms;
    const ask = async (times: number) => {
      for (let round = 0; round < times; round += 1) {
        await gate('open-link', ['support'], own);
        await gate('start-sign-in', [null], own);
      }
    };
    await ask(burst * 5);
    expect(calls).toHaveLength(burst);
    expect(await gate('open-printer', [listed], own)).toEqual({ refused: 'too-often' });
    wait(every - 1);
    expect(await gate('open-data-folder', [], own)).toEqual({ refused: 'too-often' });
    wait(1);
    expect(await gate('open-data-folder', [], own)).toEqual({ answer: 'done' });
    expect(await gate('open-data-folder', [], own)).toEqual({ refused: 'too-often' });
    wait(every * burst * 100);
    calls.length = 0;
    await ask(burst * 5);
    expect(calls).toHaveLength(burst);
    expect(await gate('get-snapshot', [], own), 'nothing else is held up').toEqual({ answer: 'done' });
  });

  it('does not count rejected requests', async () => {
    const { gate } = gated();
    for (let round = 0; round < 1_000; round += 1) await gate('open-link', ['nowhere'], own);
    expect(await gate('open-link', ['perks'], own)).toEqual({ answer: 'done' });
  });

  it('restarts the app once, however often it is requested', async () => {
    const { gate, calls } = gated();
    for (let round = 0; round < 20; round += 1) await gate('switch-demo', [round % 2 === 0], own);
    expect(calls).toHaveLength(1);
  });
});
