import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { readCompletion } from '../../../src/octoeverywhere/completion.ts';
import { officialOrigin } from '../../../src/octoeverywhere/origin.ts';
import { newNonce, portalUrl, readCallback, readPasted, returnAddress } from '../../../src/octoeverywhere/portal.ts';

const english = messagesFor('en');

const service = { origin: officialOrigin, appId: 'devtest' };
const token = 'example-token-voron';
const pageUrl = 'https://octoeverywhere.com/appportal/v1/complete';

const results = {
  success: 'true',
  id: 'example-connection',
  url: 'https://app-example.octoeverywhere.com',
  appApiToken: token,
  printername: 'My Voron & Co',
  userPrinterAccessUrl: 'https://octoeverywhere.com/view/My%20Voron',
  printerLastKnownLocalIp: '192.168.1.20',
  authBasicHttpUser: 'example-user',
  authBasicHttpPassword: 'example-password',
  authBearerToken: 'example-bearer',
  octoPrintApiKey: 'example-key',
};
const secret = {
  id: results.id,
  url: results.url,
  appApiToken: token,
  authBasicHttpUser: 'example-user',
  authBasicHttpPassword: 'example-password',
  authBearerToken: 'example-bearer',
  octoPrintApiKey: 'example-key',
};

function link(base: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries({ ...results, ...changes })) {
    if (value !== undefined) url.searchParams.append(name, value);
  }
  return url.href;
}

test('the address of the portal', () => {
  expect(portalUrl(service).href).toBe('https://octoeverywhere.com/appportal/v1/?appid=devtest');
  const full = portalUrl({ ...service, returnUrl: returnAddress('a-b_c') });
  expect(Object.fromEntries(full.searchParams)).toEqual({
    appid: 'devtest',
    returnUrl: 'octoglance://connected?state=a-b_c',
  });
});

test('a nonce has 128 random bits and survives a URL', () => {
  const nonces = Array.from({ length: 100 }, () => newNonce((bytes) => crypto.getRandomValues(bytes)));
  expect(new Set(nonces).size).toBe(100);
  for (const nonce of nonces) {
    expect(Buffer.from(nonce, 'base64url')).toHaveLength(16);
    expect(new URL(returnAddress(nonce)).searchParams.get('state')).toBe(nonce);
  }
});

describe('completion links', () => {
  test.each([pageUrl, returnAddress('nonce-1'), 'octoglance://connected/?state=nonce-1'])('from %s', (base) => {
    expect(readCompletion(link(base), officialOrigin)).toEqual({
      kind: 'completed',
      state: base === pageUrl ? null : 'nonce-1',
      secret,
      printerName: 'My Voron & Co',
      printerPage: results.userPrinterAccessUrl,
    });
  });

  test('accept names in any case', () => {
    for (const change of [(name: string) => name.toUpperCase(), (name: string) => name.toLowerCase()]) {
      const url = new URL(returnAddress('n'));
      for (const [name, value] of Object.entries(results)) url.searchParams.set(change(name), value);
      expect(readCompletion(url.href, officialOrigin)).toMatchObject({ kind: 'completed', secret });
    }
  });

  test('accept a token alone, among unknown parameters', () => {
    expect(readCompletion(`${pageUrl}?success=true&apptoken=x&appApiToken=${token}&x=1&x=2`, officialOrigin)).toEqual({
      kind: 'completed',
      state: null,
      secret: { appApiToken: token },
      printerName: null,
      printerPage: null,
    });
  });

  test('with success=false are a refusal, and keep the nonce', () => {
    for (const value of ['false', 'False', ' FALSE ']) {
      expect(readCompletion(link(returnAddress('n'), { success: value }), officialOrigin)).toEqual({
        kind: 'refused',
        state: 'n',
      });
    }
  });

  const own = returnAddress('n');
  test.each<[string, string]>([
    ['', 'not-a-completion-link'],
    ['nonsense', 'not-a-completion-link'],
    [own, 'not-a-completion-link'],
    [`${own}&success=maybe&appApiToken=${token}`, 'not-a-completion-link'],
    [`${own}&success=&appApiToken=${token}`, 'not-a-completion-link'],
    [pageUrl, 'not-a-completion-link'],
    [link(own, { appApiToken: undefined }), 'no-token'],
    [link(own, { appApiToken: '' }), 'no-token'],
    [link(own, { appApiToken: '   ' }), 'no-token'],
    [link(own, { appApiToken: 'a b' }), 'unreadable-value'],
    [link(own, { appApiToken: 'a\r\nX: y' }), 'unreadable-value'],
    [link(own, { appApiToken: 'tökén' }), 'unreadable-value'],
    [link(own, { authBearerToken: 'a\nb' }), 'unreadable-value'],
    [`${link(own)}&appapitoken=other`, 'doubled-parameter'],
    [`${link(own)}&SUCCESS=true`, 'doubled-parameter'],
    [`${link(own)}&URL=https://evil.example`, 'doubled-parameter'],
    [`${link(own)}&state=other`, 'doubled-parameter'],
    [link(own, { url: 'https://app-x.octoeverywhere.com.evil.example' }), 'foreign-host'],
    [link(own, { url: 'https://evil.example' }), 'foreign-host'],
    [link(own, { url: 'http://app-x.octoeverywhere.com' }), 'foreign-host'],
    [link(own, { url: 'https://u:p@app-x.octoeverywhere.com' }), 'foreign-host'],
    [link(own, { url: 'javascript:alert(1)' }), 'foreign-host'],
    [link(own, { url: 'nonsense' }), 'foreign-host'],
    [link(own, { printername: 'x'.repeat(3_000) }), 'too-long'],
    [link(own, { appApiToken: 'x'.repeat(10_000) }), 'too-long'],
    [link(own, { x: 'x'.repeat(10_000) }), 'too-long'],
    [link('https://evil.example/complete'), 'foreign-page'],
    [link('http://octoeverywhere.com/appportal/v1/complete'), 'foreign-page'],
    [link('https://octoeverywhere.com.evil.example/'), 'foreign-page'],
    [link('octoglance://elsewhere'), 'foreign-page'],
    [link('otherapp://connected'), 'foreign-page'],
    [link('file:///connected'), 'foreign-page'],
  ])('%.80j: %s, without repeating any of it', (text, problem) => {
    const completion = readCompletion(text, officialOrigin);
    expect(completion).toMatchObject({ kind: 'problem', problem });
    expect(JSON.stringify(completion)).not.toContain('example-');
    const { connection } = readCallback(text, officialOrigin, english);
    expect(connection).toMatchObject({ title: expect.any(String), text: expect.any(String) });
    expect(JSON.stringify(connection)).not.toContain('example-');
  });

  test('with a repeated nonce have none', () => {
    expect(readCallback(`${link(own)}&STATE=other`, officialOrigin, english).nonce).toBeNull();
    expect(readCallback(`${link(own)}&id=other`, officialOrigin, english).nonce).toBe('n');
  });

  test('have a hostile name made harmless', () => {
    const completion = readCompletion(link(own, { printername: '\u202eevil\n\u0000<b>' }), officialOrigin);
    expect(completion).toMatchObject({ kind: 'completed', printerName: 'evil <b>' });
  });

  test('of a loopback origin accept its own pages and hosts', () => {
    const origin = new URL('http://127.0.0.1:8080');
    const text = link('http://127.0.0.1:8080/appportal/v1/complete', { url: 'http://127.0.0.1:8080/relay' });
    expect(readCompletion(text, origin).kind).toBe('completed');
    expect(readCompletion(text, new URL('http://127.0.0.1:8081'))).toMatchObject({ problem: 'foreign-page' });
  });

  test('are one of three kinds for any text; a completed one has a usable token and a host of the service', () => {
    const names = fc.constantFrom(...Object.keys(results), 'state', 'STATE', 'Success', 'x', '__proto__');
    const query = fc.array(fc.tuple(names, fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('true', 'false'))));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true }),
      query.map(
        (pairs) =>
          `${own}&${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value.toWellFormed()]))}`,
      ),
    );
    fc.assert(
      fc.property(text, (one) => {
        const completion = readCompletion(one, officialOrigin);
        if (completion.kind !== 'completed') return ['refused', 'problem'].includes(completion.kind);
        const { appApiToken, url } = completion.secret;
        const host = url === undefined ? 'octoeverywhere.com' : new URL(url).hostname;
        return /^[\x21-\x7e]{1,2000}$/.test(appApiToken) && /(^|\.)octoeverywhere\.com$/.test(host);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('pasted text', () => {
  const pasted = (text: string) => readPasted(text, officialOrigin, english);

  test.each([
    token,
    `  ${token}\r\n`,
    `"${token}"`,
    `'${token}'`,
    `“${token}”`,
    `\`${token}\``,
    `<${token}>`,
    `\u200b${token}\ufeff`,
    ` "'${token}'" `,
  ])('%j is a token', (text) => {
    expect(pasted(text)).toEqual({ secret: { appApiToken: token }, printerName: null });
  });

  const complete = link(pageUrl);
  test.each([
    complete,
    ` <${complete}> `,
    complete.replace('https://', ''),
    `${complete.slice(0, 70)}\r\n  ${complete.slice(70)}`,
    link(returnAddress('any')),
    `(${complete})`,
    `[${complete}]`,
    `{ ${complete} }`,
    `view-source:${complete}`,
    `${complete}.`,
    `(<${complete}>).`,
    `“${complete},”`,
    `${complete.replace('https://', '')};`,
  ])('%.60j… is a completion link', (text) => {
    expect(pasted(text)).toEqual({ secret, printerName: 'My Voron & Co' });
  });

  test.each([
    ['', 'Nothing pasted'],
    [' "" ', 'Nothing pasted'],
    ['my token is example-token', 'neither a token nor a link'],
    ['example-tökén-voron', 'isn’t an app token'],
    ['x'.repeat(3_000), 'isn’t an app token'],
    ['x'.repeat(1_000_000), 'too long'],
    ['https://example.com/', 'isn’t an OctoEverywhere link'],
    ['https://octoeverywhere.com/dashboard', 'doesn’t contain a connection'],
    [link(pageUrl, { success: 'false' }), 'wasn’t set up'],
    [`see:${complete}`, 'isn’t an OctoEverywhere link'],
    [`link=(${complete}`, 'doesn’t contain a connection'],
    [`go to ${complete}`, 'neither a token nor a link'],
    ['file:///etc/passwd', 'isn’t an OctoEverywhere link'],
  ])('%.40j: %s', (text, words) => {
    const result = pasted(text);
    expect(result).toMatchObject({ title: expect.stringContaining(words) });
    expect(JSON.stringify(result)).not.toContain('example-');
  });

  test('is one or the other, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const result = pasted(text);
        return 'title' in result || /^[\x21-\x7e]{1,2000}$/.test(result.secret.appApiToken);
      }),
      { numRuns: 1_000 },
    );
  });
});
