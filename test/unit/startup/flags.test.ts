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
