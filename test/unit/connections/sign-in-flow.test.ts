import { describe, expect, it } from 'vitest';
import { signInLimit } from '../../../src/connections/sign-in.ts';
import { enderToken, oneOfEach, success, voronToken, withDeadVoron } from '../../support/connections/dead-voron.ts';
import { nothing, signingIn, withResults } from '../../support/connections/signing-in.ts';

describe('a sign-in', () => {
  it('adds a printer, storing everything the portal returned in one entry', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken });
    const results = [...success(voronToken), ['ID', 'example-id'], ['authbearertoken', 'example-bearer']] as const;
    await trial.flow.takeCallback(withResults(await trial.start(), results));
    expect(await trial.kept()).toEqual(oneOfEach);
    const [printer] = trial.printers.value();
    expect(printer?.name).toBe('Voron');
    expect(trial.events).toEqual([{ event: 'connected', printer: printer?.id, added: true }]);
    expect([...trial.keychain.secrets.values()]).toEqual([
      { appApiToken: voronToken, id: 'example-id', authBearerToken: 'example-bearer' },
    ]);
    expect(trial.flow.view()).toBeNull();
  });

  it('accepts its link once', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken });
    trial.simulator.printer('Ender', { token: enderToken });
    const link = await trial.start();
    await trial.flow.takeCallback(withResults(link, success(voronToken)));
    await trial.flow.takeCallback(withResults(link, success(enderToken)));
    expect(await trial.kept()).toEqual(oneOfEach);
    expect(trial.events.at(-1)).toMatchObject({
      event: 'unexpected-link',
      message: { title: 'This sign-in has already ended' },
    });
  });

  it('says how long it waits, whatever the computer’s clock', async () => {
    const trial = await signingIn();
    await trial.start();
    const usual = trial.flow.view()?.waitsUntil ?? 0;
    trial.pass(60_000);
    expect(trial.flow.view()?.waitsUntil).toBe(usual);
    trial.setClock(-3 * 3_600_000);
    expect(trial.flow.view()?.waitsUntil).toBe(usual - 3 * 3_600_000);
  });

  it.each([-3 * 3_600_000, -60_000, 20 * 60_000, 86_400_000])(
    'accepts its link although this computer’s clock was set meanwhile, by %i ms',
    async (by) => {
      const trial = await signingIn();
      trial.simulator.printer('Voron', { token: voronToken });
      const link = await trial.start();
      trial.pass(20_000);
      trial.setClock(by);
      await trial.flow.takeCallback(withResults(link, success(voronToken)));
      expect(await trial.kept()).toEqual(oneOfEach);
    },
  );

  it('that fails after another one was begun is reported, and the other one continues', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken }).answer(604);
    trial.simulator.latency(100);
    const first = trial.flow.takeCallback(withResults(await trial.start(), success(voronToken)));
    await trial.start();
    await first;
    expect(trial.events.map(({ event }) => event)).toEqual(['refused-late']);
    expect(trial.flow.view()?.step).toBe('browser');
  });

  it('that fails after it was cancelled is not mentioned', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken }).answer(604);
    trial.simulator.latency(100);
    const checked = trial.flow.takeCallback(withResults(await trial.start(), success(voronToken)));
    trial.flow.cancel();
    await checked;
    expect(trial.events).toEqual([]);
  });

  it('ignores a repeated link while the first is being checked', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken });
    const link = withResults(await trial.start(), success(voronToken));
    await Promise.all([trial.flow.takeCallback(link), trial.flow.takeCallback(link)]);
    expect(await trial.kept()).toEqual(oneOfEach);
    expect(trial.events.map(({ event }) => event)).toEqual(['connected']);
  });

  it.each(['cancelled', 'replaced', 'late', 'late after a sleep'] as const)('stores nothing when %s', async (why) => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken });
    const link = await trial.start();
    if (why === 'cancelled') trial.flow.cancel();
    if (why === 'replaced') await trial.start();
    trial.pass(why.startsWith('late') ? signInLimit : 0);
    // Timers do not run while the computer sleeps.
    if (why === 'late') expect(trial.fireTimer()).toBe(true);
    await trial.flow.takeCallback(withResults(link, success(voronToken)));
    expect(await trial.kept()).toEqual(nothing);
    expect(trial.events.at(-1)?.event).toBe('unexpected-link');
    expect(trial.flow.view() === null).toBe(why !== 'replaced');
  });

  it('reports that it took too long', async () => {
    const trial = await signingIn();
    await trial.start();
    trial.fireTimer();
    expect(trial.events).toMatchObject([{ event: 'timed-out', message: { title: 'Sign-in timed out' } }]);
    expect(trial.flow.view()).toBeNull();
  });

  it('offers to keep in memory what the keychain refuses, and drops it after 15 minutes', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken });
    trial.keychain.locked = true;
    await trial.flow.takeCallback(withResults(await trial.start(), success(voronToken)));
    expect(trial.events).toEqual([{ event: 'question', printer: null }]);
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'keychain' });
    expect(JSON.stringify(trial.flow.view())).not.toContain('example-token');
    expect(await trial.kept()).toEqual(nothing);
    expect((await trial.flow.answer('replace')).ok).toBe(false);
    await trial.flow.answer('try-again');
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'keychain' });
    await trial.flow.answer('until-quit');
    expect(await trial.kept()).toEqual({ ...oneOfEach, secrets: 0 });

    trial.simulator.printer('Ender', { token: enderToken });
    await trial.flow.takeCallback(withResults(await trial.start(), success(enderToken)));
    expect(trial.fireTimer()).toBe(true);
    expect(trial.events.at(-1)?.event).toBe('timed-out');
    expect((await trial.flow.answer('until-quit')).ok).toBe(false);
    expect(await trial.kept()).toMatchObject({ listed: 1 });
  });

  it('stores it in the keychain when that works the next time', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token: voronToken });
    trial.keychain.locked = true;
    await trial.flow.takeCallback(withResults(await trial.start(), success(voronToken)));
    trial.keychain.locked = false;
    await trial.flow.answer('try-again');
    expect(await trial.kept()).toEqual(oneOfEach);
  });
});

describe('reconnecting', () => {
  it('stores the new secrets for the same printer', async () => {
    const trial = await withDeadVoron();
    const before = trial.printers.value();
    await trial.flow.takeCallback(withResults(await trial.start(trial.id), success(trial.fresh)));
    expect(trial.printers.value()).toEqual(before);
    expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(trial.fresh);
    expect(trial.fleet.get(trial.id)?.status.kind).toBe('online');
    expect(trial.events).toEqual([{ event: 'connected', printer: trial.id, added: false }]);
  });

  it.each([
    ['an unknown token', success('example-token-of-nobody'), 'question'],
    ['a refusal', [['success', 'false'] as const], 'failed'],
  ])('keeps the old secret after %s', async (_what, results, event) => {
    const trial = await withDeadVoron();
    await trial.flow.takeCallback(withResults(await trial.start(trial.id), results));
    expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(voronToken);
    expect(trial.events).toMatchObject([{ event, printer: trial.id }]);
  });

  it('asks about a different printer, and changes nothing before the answer', async () => {
    const trial = await withDeadVoron();
    await trial.flow.takeCallback(withResults(await trial.start(trial.id), success(enderToken)));
    expect(trial.flow.view()?.step).toEqual({
      asks: 'other-printer',
      connectedName: 'Ender',
      listedName: 'Voron',
    });
    expect((await trial.flow.answer('until-quit')).ok).toBe(false);
    trial.flow.cancel();
    expect((await trial.flow.answer('replace')).ok).toBe(false);
    expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(voronToken);
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('replaces the printer if the user chooses that', async () => {
    const trial = await withDeadVoron();
    await trial.flow.takeCallback(withResults(await trial.start(trial.id), success(enderToken)));
    await trial.flow.answer('replace');
    expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(enderToken);
    expect(trial.fleet.get(trial.id)?.printer.name).toBe('Ender');
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('adds the printer if the user chooses that', async () => {
    const trial = await withDeadVoron();
    await trial.flow.takeCallback(withResults(await trial.start(trial.id), success(enderToken)));
    await trial.flow.answer('add');
    expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(voronToken);
    expect(trial.printers.value().map(({ name }) => name)).toEqual(['Voron', 'Ender']);
  });

  it('asks the same about a pasted token', async () => {
    const trial = await withDeadVoron();
    const pasted = { secret: { appApiToken: enderToken }, printerName: null };
    expect(await trial.flow.takePasted(trial.id, pasted, 'keychain')).toEqual({ ok: true, printer: null });
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'other-printer' });
    await trial.flow.answer('add');
    expect(trial.printers.value()).toHaveLength(2);
  });
});

describe('A pasted token after the window was closed', () => {
  const away = () => false;

  it('that is refused is reported, and the report goes with the next one that is accepted', async () => {
    const trial = await withDeadVoron();
    const unknown = { secret: { appApiToken: 'example-token-of-nobody-0123456789' }, printerName: null };
    expect(await trial.flow.takePasted(null, unknown, 'keychain', away)).toMatchObject({ ok: false });
    expect(trial.events.map(({ event }) => event)).toEqual(['refused-late']);
    await trial.flow.takePasted(null, { secret: { appApiToken: enderToken }, printerName: null }, 'keychain');
    expect(trial.events.map(({ event }) => event)).toEqual(['refused-late', 'pasted']);
  });

  it('that is for another printer is reported if another sign-in was begun meanwhile', async () => {
    const trial = await withDeadVoron();
    const pasted = { secret: { appApiToken: enderToken }, printerName: null };
    const result = trial.flow.takePasted(trial.id, pasted, 'keychain', away);
    await trial.start();
    expect(await result).toMatchObject({ ok: false });
    expect(trial.events.map(({ event }) => event)).toEqual(['refused-late']);
  });

  it('that cannot be stored is kept for the user to decide', async () => {
    const trial = await withDeadVoron();
    trial.keychain.locked = true;
    const pasted = { secret: { appApiToken: enderToken }, printerName: null };
    expect(await trial.flow.takePasted(null, pasted, 'keychain', away)).toEqual({ ok: true, printer: null });
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'keychain' });
    expect(trial.events.map(({ event }) => event)).toEqual(['question']);
    await trial.flow.answer('until-quit');
    expect(trial.printers.value()).toHaveLength(2);
  });
});
