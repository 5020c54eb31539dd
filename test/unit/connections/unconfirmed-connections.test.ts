import { describe, expect, it } from 'vitest';
import { oneOfEach, success, voronToken, withDeadVoron } from '../../support/connections/dead-voron.ts';
import { signingIn, withResults } from '../../support/connections/signing-in.ts';

describe('a new connection that OctoEverywhere does not confirm', () => {
  it.each([503, 602, 429, 'html', 'garbage'] as const)(
    'lists the printer although the first request failed (%s), since its secrets are given only once',
    async (response) => {
      const trial = await signingIn();
      trial.simulator.printer('Voron', { token: voronToken }).answer(response);
      const results = [...success(voronToken), ['id', 'example-id'], ['PrinterName', 'Voron']] as const;
      await trial.flow.takeCallback(withResults(await trial.start(), results));
      expect(trial.events).toMatchObject([{ event: 'connected', added: true }]);
      expect(await trial.kept()).toEqual(oneOfEach);
      expect(trial.printers.value()[0]?.name).toBe('Voron');
      expect(trial.pending()).toEqual([]);
    },
    20_000,
  );

  it('asks rather than listing a printer twice while OctoEverywhere doesn’t respond', async () => {
    const trial = await signingIn();
    const voron = trial.simulator.printer('Voron', { token: voronToken });
    await trial.flow.takeCallback(withResults(await trial.start(), success(voronToken)));
    const second = 'example-token-voron-second-0123456789';
    trial.simulator.printer('Voron', { token: second });
    voron.answer(503);
    const results = [...success(second), ['id', 'example-id'], ['PrinterName', 'Voron']] as const;
    await trial.flow.takeCallback(withResults(await trial.start(), results));
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'unconfirmed' });
    expect(await trial.kept()).toMatchObject({ listed: 1 });
    voron.answer(200);
    await trial.flow.answer('try-again');
    expect(trial.events.at(-1)).toMatchObject({ message: { title: 'Voron is already in your list' } });
    expect(await trial.kept()).toMatchObject({ listed: 1 });
  });

  it('keeps it in memory, as chosen, although the next request fails', async () => {
    const trial = await signingIn();
    const voron = trial.simulator.printer('Voron', { token: voronToken });
    trial.keychain.locked = true;
    const results = [...success(voronToken), ['id', 'example-id'], ['PrinterName', 'Voron']] as const;
    await trial.flow.takeCallback(withResults(await trial.start(), results));
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'keychain' });
    voron.answer(503);
    trial.keychain.locked = false;
    await trial.flow.answer('until-quit');
    expect(await trial.kept()).toEqual({ ...oneOfEach, secrets: 0 });
  });

  it.each([603, 604, 606])('that is refused at first (%i) can be tried again', async (response) => {
    const trial = await signingIn();
    const voron = trial.simulator.printer('Voron', { token: voronToken });
    voron.answer(response);
    const results = [...success(voronToken), ['id', 'example-id']] as const;
    await trial.flow.takeCallback(withResults(await trial.start(), results));
    expect(trial.events).toEqual([{ event: 'question', printer: null }]);
    expect(trial.flow.view()?.step).toMatchObject({ asks: 'unconfirmed' });
    voron.answer(200);
    await trial.flow.answer('try-again');
    expect(await trial.kept()).toEqual(oneOfEach);
  });
});

describe('the new connection of a listed printer that OctoEverywhere does not confirm', () => {
  it.each([503, 602, 429, 'html', 'garbage', 603, 604] as const)(
    'keeps the new connection for another try after %s, since it can be had only once',
    async (response) => {
      const trial = await withDeadVoron();
      const voron = trial.simulator.printer('Voron');
      voron.answer(response);
      await trial.flow.takeCallback(withResults(await trial.start(trial.id), success(trial.fresh)));
      expect(trial.flow.view()?.step).toMatchObject({ asks: 'unconfirmed' });
      expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(voronToken);
      expect(JSON.stringify(trial.flow.view())).not.toContain('again automatically');
      expect((await trial.flow.answer('until-quit')).ok).toBe(false);
      await trial.flow.answer('try-again');
      expect(trial.flow.view()?.step).toMatchObject({ asks: 'unconfirmed' });
      voron.answer(200);
      await trial.flow.answer('try-again');
      expect(trial.keychain.secrets.get(trial.id)?.appApiToken).toBe(trial.fresh);
      expect(trial.events.at(-1)).toEqual({ event: 'connected', printer: trial.id, added: false });
    },
    20_000,
  );
});
