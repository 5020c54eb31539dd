import { describe, expect, it } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { namelessPrinter } from '../../../src/domain/sanitize-name.ts';
import { readCompletion } from '../../../src/octoeverywhere/completion.ts';
import { readResponse } from '../../../src/octoeverywhere/read-response.ts';
import { redactedOutcome, withoutKnownSecrets } from '../../../src/octoeverywhere/redact-response.ts';
import { withoutSecret } from '../../../src/octoeverywhere/without-secret.ts';

const token = 'Example-Token/+0123456789"abcdef';

function answer(fields: object): PollOutcome {
  const body = JSON.stringify({ PrinterName: 'Voron', IsOnline: true, ...fields });
  return readResponse({ status: 200, retryAfter: null, date: null, body }, 0).outcome;
}

const infoOf = (outcome: PollOutcome) => (outcome.kind === 'answered' ? outcome.info : null);
const nameOf = (name: string, requested = token) =>
  infoOf(redactedOutcome(answer({ PrinterName: name }), requested))?.printerName;

describe('an answer that repeats its token', () => {
  it.each([
    ['as it is', token],
    ['in capitals', token.toUpperCase()],
    ['for a URL', encodeURIComponent(token)],
    ['for a URL in a URL', encodeURIComponent(encodeURIComponent(token))],
    ['for JSON', JSON.stringify(token).slice(1, -1)],
    ['in base64', Buffer.from(token).toString('base64')],
    ['with signs in it that nobody sees', [...token].join('\u200b')],
    ['in hexadecimal', Buffer.from(token).toString('hex').toUpperCase()],
    ['in base64 for URLs', Buffer.from(token).toString('base64url')],
    ['backwards', [...token].reverse().join('')],
    ['split by hyphens', token.match(/.{1,5}/g)?.join('-') ?? ''],
    ['split by soft hyphens and spaces', [...token].join(' \u00ad')],
    ['for a URL, every character of it', Buffer.from(token).toString('hex').replace(/../g, '%$&')],
    ['for a URL in a URL, every character of it', Buffer.from(token).toString('hex').replace(/../g, '%25$&')],
    ['for HTML', [...token].map((letter) => `&#${letter.charCodeAt(0)};`).join('')],
    ['for JavaScript', [...token].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')],
    ['in full-width letters', token.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
    ['its beginning', token.slice(0, 16)],
    ['its middle', token.slice(8, 24)],
  ])('has it removed from the name, %s', (_how, echoed) => {
    expect(nameOf(echoed)).toBe(namelessPrinter);
    expect(nameOf(`Voron ${echoed}`)).toBe('Voron');
  });

  it.each([1, 2, 3])('has it removed from base64 of a longer text, %s characters in front', (before) => {
    const name = nameOf(Buffer.from(`${'x'.repeat(before)}${token}`).toString('base64'));
    expect(name?.length).toBeLessThan(12);
  });

  it('has a token removed that is longer than a name may be', () => {
    const long = Array.from({ length: 90 }, (_, index) => `part${index}`).join('-');
    expect(nameOf(long, long)).toBe('…');
  });

  it('loses an address that contains it', () => {
    const outcome = redactedOutcome(
      answer({ PrinterLocalIp: 'abcdef0123456789', UserFacingPrinterUrl: `https://octoeverywhere.com/?${token}` }),
      token,
    );
    expect(infoOf(outcome)).toMatchObject({ localIp: 'abcdef0123456789', printerUrl: null });
    const echoed = redactedOutcome(answer({ PrinterLocalIp: 'abcdef0123456789' }), 'abcdef0123456789');
    expect(infoOf(echoed)?.localIp).toBeNull();
  });

  it('loses a name that contains any other secret in use', () => {
    const other = 'another-printers-secret-9876';
    const outcome = withoutKnownSecrets(answer({ PrinterName: `x ${other}` }), (text) => text.includes(other));
    expect(infoOf(outcome)?.printerName).toBe(namelessPrinter);
  });

  it('loses an address that contains any other secret in use', () => {
    const other = 'another-printers-secret-9876';
    const known = (text: string) => text.includes(other);
    const printerUrl = `https://octoeverywhere.com/view/x?auth=${other}`;
    const outcome = withoutKnownSecrets(answer({ PrinterLocalIp: other, UserFacingPrinterUrl: printerUrl }), known);
    expect(infoOf(outcome)).toMatchObject({ printerName: 'Voron', localIp: null, printerUrl: null });
    const harmless = answer({ PrinterLocalIp: '192.168.1.20', UserFacingPrinterUrl: 'https://octoeverywhere.com/x' });
    expect(withoutKnownSecrets(harmless, known)).toBe(harmless);
  });

  it.each([
    'Voron 2.4',
    'Prusa MK4S no. 17 in the cellar, left of the door %20 &amp; %C3%BC',
    'Example',
    'Токен 😀 İstanbul',
    'x',
    '0123456789',
  ])('and one that does not, named %s, stays unchanged', (name) => {
    const given = answer({ PrinterName: name });
    expect(redactedOutcome(given, token)).toBe(given);
  });

  it('keeps characters whole', () => {
    expect(withoutSecret(`İ😀${token}😀`, token)).toBe('İ😀😀');
  });
});

it('a link with its token as the name provides no name', () => {
  const link = new URL('octoglance://connected?state=abc&success=true');
  link.searchParams.set('appApiToken', token);
  for (const name of [token, token.toLowerCase()]) {
    link.searchParams.set('printerName', name);
    expect(readCompletion(link.href, new URL('https://octoeverywhere.com'))).toMatchObject({
      printerName: namelessPrinter,
    });
  }
});
