import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { newNonce, readCallback, returnAddress } from '../../../src/octoeverywhere/portal.ts';
import { readFlags, withShortLink } from '../../../src/startup/flags.ts';

const origin = new URL('https://octoeverywhere.com');
const nonce = newNonce(() => new Uint8Array(16));
const linkOf = (characters: number) => `${returnAddress(nonce)}&success=true&id=${'%41'.repeat(characters / 3)}`;

describe('an overlong link among the arguments', () => {
  it('is truncated, and still identifies its sign-in and that it is too long', () => {
    const shortened = withShortLink(['--no-sandbox', '/app', linkOf(100_000), '--show']);
    expect(shortened).toEqual(['--no-sandbox', '/app', expect.any(String), '--show']);
    const link = readFlags(shortened ?? []).deepLink ?? '';
    expect(link.length).toBeLessThan(10_000);
    expect(readCallback(link, origin, messagesFor('en'))).toMatchObject({
      nonce,
      connection: { title: 'This is too long' },
    });
    expect(withShortLink(shortened ?? [])).toBeNull();
  });

  it('is the only argument that is truncated', () => {
    expect(withShortLink([linkOf(15_000), `--other=${'x'.repeat(100_000)}`])).toBeNull();
  });
});

describe('A flag', () => {
  it.each([
    ['--hidden', true],
    ['--hidden=true', true],
    ['--hidden=', true],
    ['--Hidden', true],
    ['-hidden', true],
    ['--hidden=false', false],
    ['--hidden=0', false],
    ['--hiddenly', false],
  ])('is read as it is meant: %s', (argument, hidden) => {
    expect(readFlags([argument])).toMatchObject({ hidden, print: null });
  });

  it.each([
    ['--version=1', 'version'],
    ['-version', 'version'],
    ['--help=all', 'help'],
    ['-h', 'help'],
    ['-show', null],
    ['-NSShowNonLocalizedStrings', null],
    ['-psn_0_12h', null],
    ['-proxy-bypass-list=host', null],
  ])('is a request to print something only if it says so: %s', (argument, print) => {
    expect(readFlags([argument, 'YES']).print).toBe(print);
  });

  it('belongs to what follows it after two dashes', () => {
    expect(readFlags(['--', '--hidden', '-h'])).toMatchObject({ hidden: false, print: null });
    expect(readFlags(['--', returnAddress(nonce)]).deepLink).toBe(returnAddress(nonce));
  });
});

describe('The profile folder', () => {
  it.each([
    [['--user-data-dir']],
    [['--user-data-dir=']],
    [['--user-data-dir', '--demo']],
    [['--user-data-dir', '--', 'x']],
    [['--user-data-dir', returnAddress(nonce)]],
    [['--User-Data-Dir=']],
  ])('is missing in %j, and nothing else takes its place', (args) => {
    expect(readFlags(args)).toMatchObject({ lacksFolder: true, userDataFolder: null });
  });

  it.each([
    [['--user-data-dir=/x=y']],
    [['--user-data-dir', '/x=y']],
    [['--user-data-dir=', '--user-data-dir=/x=y']],
    [['-user-data-dir', '/x=y', '--demo']],
  ])('is given in %j', (args) => {
    expect(readFlags(args)).toMatchObject({ lacksFolder: false, userDataFolder: '/x=y' });
  });
});
