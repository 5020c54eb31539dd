import { expect, test } from 'vitest';
import { pluginAccess } from '../../../src/octoeverywhere/plugin-access.ts';

const octoEverywhere = new URL('https://octoeverywhere.com');
const simulator = new URL('http://127.0.0.1:8000');
const url = 'https://app-example.octoeverywhere.com';
const secret = { appApiToken: 'example-token', url };

test('a bearer token takes precedence over user name and password', () => {
  const access = pluginAccess(
    { ...secret, authBearerToken: 'example-bearer', authBasicHttpUser: 'example', authBasicHttpPassword: 'pässword:x' },
    octoEverywhere,
  );
  expect(access?.base.href).toBe(`${url}/octoeverywhere-command-api/`);
  expect(access?.authorization).toBe('Bearer example-bearer');
  const basic = pluginAccess(
    { ...secret, authBasicHttpUser: 'example', authBasicHttpPassword: 'pässword:x' },
    octoEverywhere,
  );
  expect(basic?.authorization).toBe(`Basic ${Buffer.from('example:pässword:x').toString('base64')}`);
  expect(basic?.secrets).toEqual(
    expect.arrayContaining(['example-token', 'pässword:x', basic?.authorization.slice('Basic '.length)]),
  );
});

test.each([
  ['a bare token', {}],
  ['an address alone', { url }],
  ['no address', { authBearerToken: 'example-bearer' }],
  ['a user without a password', { url, authBasicHttpUser: 'example' }],
  ['a user name that ends early', { url, authBasicHttpUser: 'exa:mple', authBasicHttpPassword: 'x' }],
  ['a bearer token that cannot travel', { url, authBearerToken: 'a\r\nX: y' }],
  ['a password that cannot travel', { url, authBasicHttpUser: 'example', authBasicHttpPassword: 'a\nb' }],
])('%s gives no access', (_, more) => {
  expect(pluginAccess({ appApiToken: 'example-token', ...more }, octoEverywhere)).toBeNull();
});

test('credentials go only to OctoEverywhere, and those of a simulation to the simulation', () => {
  const baseFor = (address: string, origin: URL) =>
    pluginAccess({ ...secret, url: address, authBearerToken: 'example-bearer' }, origin)?.base.href ?? null;
  for (const elsewhere of [
    'http://app-example.octoeverywhere.com',
    'https://app-example.octoeverywhere.com.example',
    'https://user:password@app-example.octoeverywhere.com',
    'https://app-example.octoeverywhere.com:8443',
    'http://127.0.0.1:8000',
    'file:///etc/passwd',
    'nonsense',
  ]) {
    expect(baseFor(elsewhere, octoEverywhere)).toBeNull();
  }
  expect(baseFor(url, simulator)).toBeNull();
  expect(baseFor('http://127.0.0.1:8001', simulator)).toBeNull();
  expect(baseFor('http://127.0.0.1:8000/app-example', simulator)).toBe(
    'http://127.0.0.1:8000/app-example/octoeverywhere-command-api/',
  );
  expect(baseFor(`${url}/?x=1#y`, octoEverywhere)).toBe(`${url}/octoeverywhere-command-api/`);
});
