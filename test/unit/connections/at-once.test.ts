import { describe, expect, it } from 'vitest';
import { nothing, signingIn, withResults } from '../../support/connections/signing-in.ts';

const token = 'example-token-voron-0123456789abcdef';
const other = 'example-token-voron-second-0123456789';
const bare = (appApiToken: string) => ({ secret: { appApiToken }, printerName: null });
const oneOfEach = { listed: 1, watched: 1, secrets: 1, onDisk: 1 };

describe('simultaneous actions', () => {
  it('adding the same token five times adds one printer', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const results = await Promise.all(Array.from({ length: 5 }, () => trial.connections.add(bare(token), 'keychain')));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.at(-1)).toMatchObject({ ok: false, message: { text: expect.stringContaining('Voron') } });
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('adding the same connection by link and by paste adds one printer', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const link = withResults(await trial.start(), [
      ['success', 'true'],
      ['AppApiToken', token],
    ]);
    await Promise.all([trial.flow.takeCallback(link), trial.flow.takePasted(null, bare(token), 'keychain')]);
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('adding one printer through two tokens at once lists it once', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    trial.simulator.printer('Voron', { token: other });
    const results = await Promise.all([token, other].map((one) => trial.connections.add(bare(one), 'keychain')));
    expect(results).toMatchObject([{ ok: true }, { ok: false, message: { title: 'Voron is already in your list' } }]);
    expect(await trial.kept()).toEqual(oneOfEach);
    expect(trial.pending()).toEqual([]);
  });

  it('one printer through two tokens is recognized after a reconnection', async () => {
    const trial = await signingIn();
    const voron = trial.simulator.printer('Voron', { token });
    await trial.connections.add(bare(token), 'keychain');
    trial.simulator.printer('Voron', { token: other });
    voron.set({ link: 'down' });
    voron.set({ link: 'up' });
    const added = await trial.connections.add(bare(other), 'keychain');
    expect(added).toMatchObject({ ok: false, message: { title: 'Voron is already in your list' } });
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('two printers of the same name stay two printers', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await trial.connections.add(bare(token), 'keychain');
    // Another account, in which a printer with this name was connected at a different time.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const elsewhere = await signingIn();
    elsewhere.simulator.printer('Voron', { token: other });
    trial.askElsewhere(other, elsewhere.simulator.origin);
    expect(await trial.connections.add(bare(other), 'keychain')).toMatchObject({ ok: true });
    expect(await trial.kept()).toMatchObject({ listed: 2, watched: 2, secrets: 2 });
  });

  it('a printer cannot be replaced by another one in the list', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    trial.simulator.printer('Ender', { token: 'example-token-ender' });
    await trial.connections.add(bare(token), 'keychain');
    await trial.connections.add(bare('example-token-ender'), 'keychain');
    trial.simulator.printer('Voron', { token: other });
    const ender = trial.printers.value()[1]?.id ?? '';
    expect(await trial.connections.reconnect(ender, bare(other), 'keychain', true)).toMatchObject({
      ok: false,
      message: { title: 'Voron is already in your list' },
    });
    expect(trial.keychain.secrets.get(ender)).toEqual({ appApiToken: 'example-token-ender' });
  });

  it('adding a printer while it is being removed adds it again', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await trial.connections.add(bare(token), 'keychain');
    const id = trial.printers.value()[0]?.id ?? '';
    const [removed, added] = await Promise.all([
      trial.list.remove(id),
      trial.connections.add(bare(token), 'keychain'),
      // From the other window.
      trial.list.remove(id),
    ]);
    expect([removed.ok, added.ok]).toEqual([true, true]);
    await trial.removals.run();
    expect(await trial.kept()).toEqual(oneOfEach);
    expect(trial.printers.value()[0]?.id).not.toBe(id);
  });

  it('removing a printer while it is being reconnected removes it and its secret', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await trial.connections.add(bare(token), 'keychain');
    trial.simulator.printer('Voron', { token: other });
    const id = trial.printers.value()[0]?.id ?? '';
    for (const moment of ['asking', 'writing'] as const) {
      const write = trial.keychain.write;
      let removed: Promise<unknown> = Promise.resolve();
      trial.keychain.write = async (...args) => {
        if (moment === 'writing') removed = trial.list.remove(id);
        return write(...args);
      };
      const reconnected = trial.connections.reconnect(id, bare(other), 'keychain');
      if (moment === 'asking') removed = trial.list.remove(id);
      expect(await reconnected).toMatchObject({
        ok: false,
        message: { title: 'This printer is no longer in your list' },
      });
      trial.keychain.write = write;
      await removed;
      await trial.removals.run();
      expect(await trial.kept()).toEqual(nothing);
      if (moment === 'asking') await trial.list.add([{ id, name: 'Voron' }]);
    }
  });

  it.each([0, 1, 5, 20])(
    'importing a printer whose token is added meanwhile lists it once, %s ms apart',
    async (apart) => {
      const trial = await signingIn();
      trial.simulator.printer('Voron', { token });
      const listed = { id: '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e', name: 'An older name' };
      await trial.keychain.write(listed.id, { appApiToken: token });
      const added = trial.connections.add(bare(token), 'keychain');
      await new Promise((resolve) => setTimeout(resolve, apart));
      await Promise.all([trial.list.add([listed]), added]);
      await trial.removals.run();
      const tokensKept = [...trial.keychain.secrets.values()].filter(({ appApiToken }) => appApiToken === token);
      expect([trial.printers.value().length, tokensKept.length]).toEqual([1, 1]);
    },
  );

  it('importing a printer whose token another one uses leaves the list and the keychain as they are', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await trial.connections.add(bare(token), 'keychain');
    const listed = { id: '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e', name: 'Voron' };
    await trial.keychain.write(listed.id, { appApiToken: token });
    expect(await trial.list.add([listed])).toEqual({ added: 0 });
    await trial.removals.run();
    expect(await trial.kept()).toEqual(oneOfEach);
  });

  it('removing a printer while its import waits for the keychain removes it', async () => {
    const trial = await signingIn();
    const { id } = { id: '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e' };
    await trial.keychain.write(id, { appApiToken: token });
    const { read } = trial.keychain;
    trial.keychain.read = async (one) => {
      const found = await read(one);
      await trial.list.remove(one);
      return found;
    };
    await trial.list.add([{ id, name: 'Voron' }]);
    trial.keychain.read = read;
    await trial.removals.run();
    expect(await trial.kept()).toEqual(nothing);
  });

  it('a list can be imported while its printers are being added', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const listed = { id: '7f3b0a52-6d0c-4f7e-9a51-0d6a3f1c2b4e', name: 'Ender' };
    await Promise.all([
      trial.list.add([listed]),
      trial.connections.add(bare(token), 'keychain'),
      trial.list.add([listed]),
    ]);
    expect(await trial.kept()).toEqual({ listed: 2, watched: 2, secrets: 1, onDisk: 2 });
  });
});
