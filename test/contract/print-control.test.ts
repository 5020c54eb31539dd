import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { PrintControl } from '../../src/app/print-control.ts';
import { startSimulator } from '../../src/demo/simulator.ts';
import type { Confirmation } from '../../src/desktop/window/confirm-dialog.ts';
import type { ActionResult } from '../../src/domain/results.ts';
import { startPluginServer } from '../support/network/plugin-server.ts';
import { closedPort } from '../support/network/raw-server.ts';
import { printApp, voron } from '../support/print/print-app.ts';

const token = 'example-token-voron-0123456789';
const bearer = 'example-bearer-voron-0123456789';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Controls a printer whose plugin responds with `answer`; `user.says` answers each dialog, yes by default. */
async function controlled(
  answer: Parameters<typeof startPluginServer>[0],
  { allowControl = true, timeout = 15_000, name = 'Voron' } = {},
) {
  const server = await startPluginServer(answer);
  closing.push(() => server.close());
  const secret = { appApiToken: token, url: server.origin, authBearerToken: bearer };
  const app = printApp(new URL(server.origin), secret, { allowControl }, { timeout, name });
  const questions: Confirmation[] = [];
  const acted: string[] = [];
  const user = { says: async (_signal: AbortSignal): Promise<boolean> => true };
  const control = new PrintControl({
    ...app,
    window: {
      confirm: (question, signal) => {
        questions.push(question);
        return user.says(signal ?? new AbortController().signal);
      },
    },
  });
  control.onActed((_, action) => acted.push(action));
  const sent = () => server.requests.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
  return { ...app, server, control, questions, acted, user, sent };
}

const plugin = (status: number, words?: string) => ({
  status: 200,
  body: JSON.stringify({ Status: status, Error: words }),
});
const titleOf = (result: ActionResult) => result.message?.title ?? null;

describe('pausing, resuming and cancelling a print', () => {
  test('happens on the simulated printer', async () => {
    const simulator = await startSimulator();
    closing.push(() => simulator.close());
    const printer = simulator.printer('Voron', { token });
    printer.print({ print: { id: 'a', file: 'benchy.gcode', seconds: 7_200 } });
    const app = printApp(simulator.origin, simulator.secret(token), { allowControl: true });
    const control = new PrintControl({ ...app, window: { confirm: async () => true } });
    const state = async () => {
      const read = await app.requests.access(voron);
      if (read.kind === 'failed') throw new Error('There are no credentials.');
      const { outcome } = await app.plugin.status(read.access);
      return outcome.kind === 'answered' ? outcome.value.state : outcome.failure.kind;
    };
    expect(titleOf(await control.act(voron, 'pause'))).toBe('Voron is pausing');
    expect(await state()).toBe('paused');
    app.says('paused');
    expect(titleOf(await control.act(voron, 'resume'))).toBe('Voron is resuming');
    app.says('printing');
    expect(titleOf(await control.act(voron, 'cancel'))).toBe('Voron is cancelling its print');
    expect(await state()).toBe('cancelled');
    // The printer's own state overrides what was last reported.
    expect(titleOf(await control.act(voron, 'pause'))).toBe('Not possible right now');
  });

  test('needs a confirmation that names printer and file', async () => {
    const { control, questions, acted, user, sent } = await controlled(() => plugin(200));
    user.says = async () => false;
    expect(await control.act(voron, 'cancel')).toEqual({ ok: true, message: null });
    expect(questions).toEqual([
      {
        question: 'Cancel the print on Voron?',
        detail: 'File: benchy.gcode\nThis can’t be undone: the print would have to start over.',
        yes: 'Cancel print',
        no: 'Keep printing',
      },
    ]);
    expect([sent(), acted]).toEqual([[], []]);
  });

  test('is impossible while it is not allowed, whatever the page requests', async () => {
    const { control, questions, sent } = await controlled(() => plugin(200), { allowControl: false });
    const result = await control.act(voron, 'pause');
    expect([result.ok, titleOf(result)]).toEqual([false, 'Print control is off']);
    expect([questions, sent()]).toEqual([[], []]);
  });

  test('is impossible in another state, without a print, or with the printer missing', async () => {
    const { control, questions, says, fleet } = await controlled(() => plugin(200));
    expect(titleOf(await control.act(voron, 'resume'))).toBe('Nothing was sent');
    says('idle');
    expect(titleOf(await control.act(voron, 'pause'))).toBe('Nothing was sent');
    fleet.remove(voron);
    expect(titleOf(await control.act(voron, 'cancel'))).toBe('Nothing was sent');
    expect(questions).toEqual([]);
  });
});

describe('during the confirmation', () => {
  test('removing the printer closes the dialog, and nothing is sent', async () => {
    const { control, user, sent, fleet } = await controlled(() => plugin(200));
    user.says = (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(false)));
    const result = control.act(voron, 'cancel');
    fleet.remove(voron);
    expect(await result).toEqual({ ok: true, message: null });
    expect(sent()).toEqual([]);
  });

  test('if another print begins or this one ends before a quick yes, nothing is sent', async () => {
    const { control, user, sent, says } = await controlled(() => plugin(200));
    user.says = async () => {
      says('complete');
      says('printing', 'other.gcode', 'b');
      return true;
    };
    expect(titleOf(await control.act(voron, 'cancel'))).toBe('Nothing was sent');
    expect(sent()).toEqual([]);
  });

  test('further clicks open no second dialog', async () => {
    const { control, questions, user, sent } = await controlled(() => plugin(200));
    let say = (_yes: boolean) => {};
    user.says = () =>
      new Promise((resolve) => {
        say = resolve;
      });
    const first = control.act(voron, 'pause');
    expect(titleOf(await control.act(voron, 'cancel'))).toBe('Still waiting for the printer');
    say(true);
    expect(titleOf(await first)).toBe('Voron is pausing');
    expect([questions.length, sent()]).toEqual([1, ['POST pause']]);
  });
});

describe('the result', () => {
  test.each([
    [601, 'Printer not connected'],
    [605, 'Supporter Perks needed'],
    [606, 'Sign in again'],
    [610, 'Plugin update needed'],
    [750, 'The printer’s plugin reported an error'],
    [752, 'The printer’s plugin reported an error'],
    [754, 'Plugin update needed'],
    [785, 'Printer not responding'],
    [786, 'Not possible right now'],
    [787, 'The printer is busy'],
    [788, 'This printer can’t do that'],
    [789, 'Printer refuses its access code'],
    [799, 'The printer’s plugin reported an error'],
  ])('%i is explained in words, as HTTP status or inside the answer', async (status, title) => {
    for (const response of [plugin(status, 'in its own words'), { status, body: '' }]) {
      const { control, sent, acted } = await controlled(() => response);
      const result = await control.act(voron, 'pause');
      expect([result.ok, titleOf(result)]).toEqual([false, title]);
      expect(result.message?.smallPrint).toContain(String(status));
      expect(sent()).toEqual(['POST pause']);
      expect(acted).toEqual([750, 752, 799].includes(status) ? ['pause'] : ['pause', 'not-done']);
    }
  });

  test.each([
    ['a proxy’s page', { status: 200, body: '<html>Sign in</html>' }],
    ['nothing', { status: 200, body: '' }],
    ['no status', { status: 200, body: '{}' }],
    ['a server’s trouble', { status: 502, body: '' }],
    ['a redirect', { status: 302, headers: { location: 'https://example.org/' } }],
    ['a time-out of OctoEverywhere', { status: 602, body: '' }],
  ])('%s leaves the result unknown, and is not retried', async (_, response) => {
    const { control, sent, acted } = await controlled(() => response);
    const result = await control.act(voron, 'cancel');
    expect([result.ok, titleOf(result)]).toEqual([false, 'No response from the printer']);
    expect([sent(), acted]).toEqual([['POST cancel'], ['cancel']]);
  });

  test('silence leaves the result unknown too, and further clicks meanwhile send nothing', async () => {
    const { control, sent, questions } = await controlled(() => null, { timeout: 700 });
    const first = control.act(voron, 'pause');
    while (sent().length === 0) await wait(5);
    expect(titleOf(await control.act(voron, 'pause'))).toBe('Still waiting for the printer');
    expect(titleOf(await first)).toBe('No response from the printer');
    expect([sent(), questions.length]).toEqual([['POST pause'], 1]);
  });

  test('a broken connection is not reused', async () => {
    const { control, sent } = await controlled(({ socket }) => {
      socket.destroy();
      return null;
    });
    expect(titleOf(await control.act(voron, 'pause'))).toBe('No response from the printer');
    expect(sent()).toEqual(['POST pause']);
  });

  test('what was never sent was certainly not done', async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    const secret = { appApiToken: token, url: origin, authBearerToken: bearer };
    const app = printApp(new URL(origin), secret, { allowControl: true });
    const acted: string[] = [];
    const control = new PrintControl({ ...app, window: { confirm: async () => true } });
    control.onActed((_, action) => acted.push(action));
    expect(titleOf(await control.act(voron, 'pause'))).toBe('Nothing was sent');
    expect(acted).toEqual(['pause', 'not-done']);
  });

  test('secrets are removed from errors, and names stay names', async () => {
    const name = `<b>V</b>\u202eoron ${'x'.repeat(300)}`;
    const { control, questions, says } = await controlled(() => plugin(786, `${bearer} and ${token}: no`), { name });
    says('printing', `\u202e<img src=x>${'y'.repeat(5_000)}`, 'c');
    const result = await control.act(voron, 'pause');
    expect(JSON.stringify(result)).not.toMatch(/example-(bearer|token)/);
    const [requested] = questions;
    expect(requested?.question.length).toBeLessThan(120);
    expect(requested?.detail.length).toBeLessThan(200);
    expect(`${requested?.question}${requested?.detail}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });
});
