import { expect, it } from 'vitest';
import type { SecretRead } from '../../../src/keychain/secret-store.ts';
import { signingIn } from '../../support/connections/signing-in.ts';

it('a token that arrives from the keychain too late is not used', async () => {
  const trial = await signingIn();
  trial.simulator.printer('Voron', { token: 'example-token-voron' });
  let release: (read: SecretRead) => void = () => {};
  const held = new Promise<SecretRead>((resolve) => {
    release = resolve;
  });
  trial.keychain.read = () => held;
  const abort = new AbortController();
  const requested = trial.requests.ask('voron', abort.signal);
  abort.abort();
  release({ kind: 'found', secret: { appApiToken: 'example-token-voron' } });
  expect((await requested).outcome).toEqual({ kind: 'no-answer', problem: { type: 'keychain', why: 'locked' } });
  expect(trial.simulator.log).toEqual([]);
  expect((await trial.requests.ask('voron')).outcome.kind).toBe('answered');
});
