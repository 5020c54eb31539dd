import { expect, it } from 'vitest';
import { createMemorySecrets } from '../../../src/keychain/memory-secrets.ts';
import type { SecretStore } from '../../../src/keychain/secret-store.ts';
import { TokenCache } from '../../../src/keychain/token-cache.ts';

const secret = { appApiToken: 'example-token-voron', authBasicHttpPassword: 'example-password-voron' };
const token = { kind: 'found', secret: { appApiToken: 'example-token-voron' } };

function cacheOf() {
  const keychain = createMemorySecrets();
  let reads = 0;
  const counted: SecretStore = {
    ...keychain,
    read: (id) => {
      reads += 1;
      return keychain.read(id);
    },
  };
  const hidden = new Set<string>();
  return {
    keychain,
    hidden,
    reads: () => reads,
    tokens: new TokenCache(counted, (value) => hidden.add(value)),
  };
}

it('reads a token from the keychain once, and keeps nothing else of the entry', async () => {
  const { tokens, keychain, reads, hidden } = cacheOf();
  await keychain.write('Voron', secret);
  expect(await tokens.read('Voron')).toEqual(token);
  expect(await tokens.read('Voron')).toEqual(token);
  expect(reads()).toBe(1);
  expect([...hidden]).toEqual(['example-token-voron']);
});

it('stores the whole secret in the keychain, and keeps only the token', async () => {
  const { tokens, keychain, hidden } = cacheOf();
  await tokens.write('Voron', secret);
  expect(await keychain.read('Voron')).toEqual({ kind: 'found', secret });
  expect(await tokens.read('Voron')).toEqual(token);
  expect([...hidden]).toEqual(['example-token-voron', 'example-password-voron']);
});

it('keeps the whole secret in memory only, until quit, if it is not in the keychain', async () => {
  const { tokens, keychain, reads } = cacheOf();
  await tokens.write('Voron', secret, 'until-quit');
  expect(await tokens.read('Voron')).toEqual({ kind: 'found', secret });
  expect(await keychain.read('Voron')).toEqual({ kind: 'missing' });
  expect(reads()).toBe(0);
});

it('registers outside secrets with the log’s redactor, and stores none of them', async () => {
  const { tokens, keychain, hidden } = cacheOf();
  tokens.register(secret);
  expect([...hidden]).toEqual(Object.values(secret));
  expect(await keychain.read('Voron')).toEqual({ kind: 'missing' });
  expect(await tokens.read('Voron')).toEqual({ kind: 'missing' });
});

const whole = {
  ...secret,
  id: 'example-id',
  url: 'https://app-example.octoeverywhere.com',
  authBasicHttpUser: 'example-user',
  authBearerToken: 'example-bearer',
  octoPrintApiKey: 'example-key',
};
const { id: _id, octoPrintApiKey: _key, ...access } = whole;

it('keeps plugin credentials only for printers whose prints are watched, and redacts them from the log', async () => {
  const keychain = createMemorySecrets();
  await keychain.write('Voron', whole);
  await keychain.write('Ender', whole);
  const hidden = new Set<string>();
  const watched = new Set(['Voron']);
  const tokens = new TokenCache(
    keychain,
    (value) => hidden.add(value),
    (id) => watched.has(id),
  );
  expect(tokens.hasAccess('Voron')).toBe(null);
  expect(await tokens.read('Ender')).toEqual({ kind: 'found', secret: { appApiToken: whole.appApiToken } });
  expect([...hidden]).toEqual([whole.appApiToken]);
  expect(await tokens.read('Voron')).toEqual({ kind: 'found', secret: access });
  expect([...hidden].toSorted()).toEqual(Object.values(access).toSorted());
  expect([tokens.hasAccess('Voron'), tokens.hasAccess('Ender')]).toEqual([true, null]);
  watched.delete('Voron');
  tokens.dropUnwatched();
  expect(await tokens.read('Voron')).toEqual({ kind: 'found', secret: { appApiToken: whole.appApiToken } });
  expect(tokens.hasAccess('Voron')).toBe(null);
});

it('fetches plugin credentials when they are first needed, and reports when there are none', async () => {
  const keychain = createMemorySecrets();
  await keychain.write('Voron', whole);
  await keychain.write('Ender', { appApiToken: 'example-token-ender' });
  const watched = new Set<string>();
  const tokens = new TokenCache(
    keychain,
    () => {},
    (id) => watched.has(id),
  );
  await tokens.read('Voron');
  watched.add('Voron').add('Ender');
  expect(await tokens.readAccess('Voron')).toEqual({ kind: 'found', secret: access });
  expect(await tokens.readAccess('Ender')).toEqual({ kind: 'found', secret: { appApiToken: 'example-token-ender' } });
  expect([tokens.hasAccess('Voron'), tokens.hasAccess('Ender')]).toEqual([true, false]);
});
