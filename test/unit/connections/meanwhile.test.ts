import { describe, expect, it } from 'vitest';
import { InTurn } from '../../../src/connections/in-turn.ts';
import { signingIn, withResults } from '../../support/connections/signing-in.ts';

const token = 'example-token-voron-0123456789abcdef';
const other = 'example-token-ender-0123456789abcdef';
const bare = (appApiToken: string) => ({ secret: { appApiToken }, printerName: null });
const success = [['success', 'true'] as const, ['AppApiToken', token] as const];

describe('what happens while the user does something else', () => {
  it('a paste that ends late leaves a newer sign-in alone', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    trial.simulator.printer('Ender', { token: other });
    const pasted = trial.flow.takePasted(null, bare(other), 'keychain');
    const link = withResults(await trial.start(), success);
    expect(await pasted).toMatchObject({ ok: true });
    expect(trial.flow.view()).toMatchObject({ step: 'browser' });
    await trial.flow.takeCallback(link);
    expect(await trial.kept()).toMatchObject({ listed: 2 });
  });

  it('a paste still ends the sign-in that was waiting when it began', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Ender', { token: other });
    await trial.start();
    expect(await trial.flow.takePasted(null, bare(other), 'keychain')).toMatchObject({ ok: true });
    expect(trial.flow.view()).toBeNull();
  });

  it('the sign-in of a printer that was removed adds the new connection', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    trial.simulator.printer('Ender', { token: other });
    const added = await trial.connections.add(bare(other), 'keychain');
    const printer = added.ok ? added.printer : null;
    const link = withResults(await trial.start(printer), success);
    expect(trial.flow.view()).toMatchObject({ printer });
    await trial.list.remove(printer ?? '');
    expect(trial.flow.view()).toMatchObject({ printer: null, step: 'browser' });
    await trial.flow.takeCallback(link);
    expect(await trial.kept()).toMatchObject({ listed: 1, secrets: 1 });
  });

  it('no printer is connected while paused, and again afterwards', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const underWay = trial.connections.add(bare(token), 'keychain');
    await Promise.resolve();
    expect(await trial.connections.inTurn.pause()).toBe(true);
    expect(await underWay).toMatchObject({ ok: true });
    trial.simulator.printer('Ender', { token: other });
    expect(await trial.connections.add(bare(other), 'keychain')).toMatchObject({
      ok: false,
      message: { title: 'No printer was added' },
    });
    trial.connections.inTurn.resume();
    expect(await trial.connections.add(bare(other), 'keychain')).toMatchObject({ ok: true });
  });

  it('tasks in turn go on after one has failed', async () => {
    const turns = new InTurn();
    const failed = turns.run<string>(() => Promise.reject(new Error('Broken')), 'paused');
    expect(await turns.run(async () => 'done', 'paused')).toBe('done');
    await expect(failed).rejects.toThrow('Broken');
  });
});
