import { describe, expect, it } from 'vitest';
import { newPrinter } from '../../../src/domain/printer.ts';
import { nothing, signingIn, withResults } from '../../support/connections/signing-in.ts';

const token = 'example-token-voron-0123456789abcdef';
const success = [['success', 'true'] as const, ['AppApiToken', token] as const, ['id', 'example-id'] as const];
const oneOfEach = { listed: 1, watched: 1, secrets: 1, onDisk: 1 };
const voron = newPrinter('7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e', 'Voron', 0);

describe('an addition', () => {
  it('is on disk before the secret is in the keychain, and forgotten once the printer is listed', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const seen: (readonly string[])[] = [];
    const write = trial.keychain.write;
    trial.keychain.write = (id, secret) => {
      seen.push(trial.pendingOnDisk());
      return write(id, secret);
    };
    await trial.flow.takePasted(null, { secret: { appApiToken: token }, printerName: null }, 'keychain');
    const [printer] = trial.printers.value();
    expect(seen).toEqual([[printer?.id]]);
    await expect.poll(() => trial.pendingOnDisk()).toEqual([]);
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('stores a one-time secret before checking it, and removes it if it is rejected', async () => {
    const trial = await signingIn();
    const write = trial.keychain.write;
    trial.keychain.write = (id, secret) => {
      expect(trial.simulator.log).toEqual([]);
      return write(id, secret);
    };
    await trial.flow.takeCallback(withResults(await trial.start(), success));
    expect(trial.simulator.log).toHaveLength(1);
    expect(trial.events).toMatchObject([{ event: 'question' }]);
    await expect.poll(() => trial.kept()).toEqual(nothing);
    expect(trial.pending()).toEqual([]);
  });

  it('writes nothing to the keychain for a bare token that does not work', async () => {
    const trial = await signingIn();
    trial.keychain.write = () => Promise.reject(new Error('Written.'));
    await trial.flow.takePasted(null, { secret: { appApiToken: token }, printerName: null }, 'keychain');
    expect(await trial.kept()).toEqual(nothing);
    expect(trial.pending()).toEqual([]);
  });

  it('leaves no trace if the keychain refuses it', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    trial.keychain.locked = true;
    await trial.flow.takePasted(null, { secret: { appApiToken: token }, printerName: null }, 'keychain');
    expect(await trial.kept()).toEqual(nothing);
    expect(trial.pending()).toEqual([]);
  });

  it('is removed from the keychain if a failed write may have arrived', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const write = trial.keychain.write;
    trial.keychain.write = async (id, secret) => {
      await write(id, secret);
      return { kind: 'unavailable', why: 'locked', mayBeKept: true };
    };
    await trial.flow.takePasted(null, { secret: { appApiToken: token }, printerName: null }, 'keychain');
    await expect.poll(() => trial.kept()).toEqual(nothing);
    expect(trial.pending()).toEqual([]);
  });
});

describe('an interrupted addition', () => {
  it('lists the printer if its secret is in the keychain', async () => {
    const trial = await signingIn([voron]);
    await trial.keychain.write(voron.id, { appApiToken: token });
    trial.resume();
    await expect.poll(() => trial.kept()).toEqual(oneOfEach);
    expect(trial.printers.value()).toEqual([voron]);
    await expect.poll(() => trial.pending()).toEqual([]);
  });

  it('leaves nothing if the keychain is empty', async () => {
    const trial = await signingIn([voron]);
    trial.resume();
    await expect.poll(() => trial.pending()).toEqual([]);
    expect(await trial.kept()).toEqual(nothing);
  });

  it('waits for a locked keychain, without a prompt', async () => {
    const trial = await signingIn([voron]);
    await trial.keychain.write(voron.id, { appApiToken: token });
    trial.keychain.locked = true;
    trial.resume();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(trial.pending()).toEqual([voron]);
    expect(trial.printers.value()).toEqual([]);
    trial.keychain.locked = false;
    expect(trial.fireResumeTimer()).toBe(true);
    await expect.poll(() => trial.kept()).toEqual(oneOfEach);
  });

  it('does not list a printer twice that was added again since', async () => {
    const trial = await signingIn([voron]);
    trial.simulator.printer('Voron', { token });
    await trial.keychain.write(voron.id, { appApiToken: token });
    await trial.flow.takePasted(null, { secret: { appApiToken: token }, printerName: null }, 'keychain');
    trial.resume();
    await expect.poll(() => trial.pending()).toEqual([]);
    await expect.poll(() => trial.kept()).toEqual(oneOfEach);
    expect(trial.printers.value()[0]?.id).not.toBe(voron.id);
  });

  it('does not list a printer twice that was added again since with another token', async () => {
    const trial = await signingIn([voron]);
    trial.simulator.printer('Voron', { token });
    const other = 'example-token-voron-second-0123456789';
    await trial.keychain.write(voron.id, { appApiToken: token });
    trial.simulator.printer('Voron', { token: other });
    await trial.flow.takePasted(null, { secret: { appApiToken: other }, printerName: null }, 'keychain');
    trial.resume();
    await expect.poll(() => trial.pending()).toEqual([]);
    await expect.poll(() => trial.kept()).toEqual(oneOfEach);
    expect(trial.printers.value()[0]?.id).not.toBe(voron.id);
  });

  it('waits for a response if a printer of the same name was added since', async () => {
    const trial = await signingIn([voron]);
    const control = trial.simulator.printer('Voron', { token });
    const other = 'example-token-voron-second-0123456789';
    trial.simulator.printer('Voron', { token: other });
    await trial.keychain.write(voron.id, { appApiToken: token });
    await trial.flow.takePasted(null, { secret: { appApiToken: other }, printerName: null }, 'keychain');
    control.answer(503);
    trial.resume();
    await expect.poll(() => trial.fireResumeTimer()).toBe(true);
    expect(await trial.kept()).toMatchObject({ listed: 1, secrets: 2 });
    expect(trial.pending()).toHaveLength(1);
    control.answer(200);
    await expect.poll(() => trial.fireResumeTimer()).toBe(true);
    await expect.poll(() => trial.pending()).toEqual([]);
    await expect.poll(() => trial.kept()).toEqual(oneOfEach);
  });

  it('does not restore a printer that was removed since', async () => {
    const trial = await signingIn([voron]);
    await trial.keychain.write(voron.id, { appApiToken: token });
    await trial.removals.enqueue(voron.id, false);
    trial.removals.release(voron.id, true);
    trial.resume();
    await trial.removals.run();
    await expect.poll(() => trial.pending()).toEqual([]);
    expect(await trial.kept()).toEqual(nothing);
  });
});
