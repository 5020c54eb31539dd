import { expect, it } from 'vitest';
import { SavedNames } from '../../../src/connections/saved-names.ts';
import { signingIn } from '../../support/connections/signing-in.ts';

it('a name that OctoEverywhere reports is saved, and saved again after a failure', async () => {
  const trial = await signingIn();
  trial.simulator.printer('Voron', { token: 'example-token-voron' });
  const added = await trial.connections.add(
    { secret: { appApiToken: 'example-token-voron' }, printerName: null },
    'keychain',
  );
  const id = 'printer' in added ? (added.printer ?? '') : '';
  const saved = new SavedNames(trial);
  const names = () => trial.printers.value().map(({ name }) => name);
  const rename = (name: string) =>
    trial.fleet.update(id, (member) => ({ ...member, printer: { ...member.printer, name } }));
  let writes = 0;
  const { save } = trial.printers;
  trial.printers.save = async (value) => {
    writes += 1;
    return writes === 2 ? { ok: false, notice: { say: () => 'full' } as never } : save.call(trial.printers, value);
  };
  const changed = new Set([id]);
  rename('Voron 2.4');
  await saved.follow(changed);
  await saved.follow(changed);
  expect([names(), writes]).toEqual([['Voron 2.4'], 1]);
  rename('Trident');
  await saved.follow(changed);
  expect(writes).toBe(2);
  await saved.follow(changed);
  expect([names(), writes]).toEqual([['Trident'], 3]);
});
