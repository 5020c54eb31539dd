import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/logging/redact.ts';
import { processorTime } from '../../support/processor-time.ts';

const token = 'example-token-voron';

describe('the redactor', () => {
  it.each([
    [`AppToken: ${token}`],
    [`apptoken:${token}`],
    [`App-Token = ${token}`],
    [`headers: { AppToken: '${token}' }`],
    [`{"AppToken":"${token}","a":1}`],
    [`{\\"appApiToken\\":\\"${token}\\"}`],
    [`octoglance://connected?state=1&appApiToken=${token}&id=7`],
    [`octoglance://connected?state=${token}&success=true`],
    [`success=true&State=${token}`],
    [`returnUrl=octoglance%3A%2F%2Fconnected%3Fstate%3D${token}`],
    [`next=octoglance%253A%252F%252Fconnected%253Fx%253D1%2526state%253D${token}`],
    [`https://example.com/?next=octoglance%3A%2F%2Fconnected%3FappApiToken%3D${token}%26id%3D7`],
    [`AUTHBEARERTOKEN=${token}`],
    [`authBasicHttpPassword=${token}&x=1`],
    [`authBasicHttpUser=${token}`],
    [`octoPrintApiKey=${token}`],
    [`X-Api-Key: ${token}`],
    [`Authorization: Bearer ${token}`],
    [`Authorization: Basic ${token}==`],
    [`authorization: ${token}`],
    [`sent Bearer ${token}, then nothing`],
    [`Cookie: session=${token}`],
    [`https://user:${token}@app-example.octoeverywhere.com/view`],
    [`http://${token}@127.0.0.1:8080/`],
    [`getaddrinfo ENOTFOUND app-${token}.octoeverywhere.com`],
    [`https://APP-${token}.OctoEverywhere.com/`],
    [`?success=true&url=https%3A%2F%2Fapp-${token}.octoeverywhere.com&id=7`],
    [`https%3a%2f%2fapp-${token}%2Eoctoeverywhere%2Ecom`],
    [`https://ada:p@ss${token}@example.com/`],
    [`{"url":"https:\\/\\/ada:${token}@example.com"}`],
    [`next=https%3A%2F%2Fada%3A${token}%40example.com`],
    [`returnUrl=octoglance%253A%252F%252Fconnected%253FappApiToken%253D${token}`],
    [`%7B%22AppToken%22%3A%22${token}%22%7D`],
    [`AppToken:\nError: ${token}`],
    [`AppToken: ${token}\nTypeError: no`],
  ])('removes the secret from %s, though it was never registered', (text) => {
    expect(createRedactor().redact(text)).not.toContain(token);
  });

  it.each([
    'Voron: Connected since 14:05',
    'https://octoeverywhere.com/view/My%20Printer',
    'OctoEverywhere answered 604 after 210 ms',
    'TypeError: fetch failed\n    at ask (file:///opt/octoglance/main.cjs:12:34)',
    'The basic idea is to bear with it',
    'The token was lost',
    'Voron: state: offline, {"state":"printing"}, state=up',
    'The estate=large and a state of things',
  ])('leaves %j unchanged', (text) => {
    expect(createRedactor().redact(text)).toBe(text);
  });

  it('keeps the text around a secret', () => {
    expect(createRedactor().redact(`GET /info {"AppToken":"${token}","try":2} refused`)).toBe(
      'GET /info {"AppToken":[redacted],"try":2} refused',
    );
    expect(createRedactor().redact(`a?appApiToken=${token}&id=7`)).toBe('a?appApiToken=[redacted]&id=7');
  });

  const surrounding = fc.string({ maxLength: 40 });
  const secret = fc.oneof(
    fc.string({ minLength: 6, maxLength: 60, unit: 'binary' }),
    fc.stringMatching(/^[\x20-\x7e]{6,60}$/),
    fc.uuid(),
  );

  /** Secrets that prove something: not part of the mark itself, and not as short as a plain word. */
  const identifying = secret.filter((value) => !'[redacted]'.includes(value) && value.trim().length >= 6);

  it.each<[string, (value: string) => string]>([
    ['as it is', (value) => value],
    ['in JSON', (value) => JSON.stringify({ value }).slice(9, -1)],
    ['in JSON in JSON', (value) => JSON.stringify(JSON.stringify(value)).slice(3, -3)],
    ['in a URL', (value) => encodeURIComponent(Buffer.from(value).toString())],
    ['in a form', (value) => new URLSearchParams({ a: value }).toString().slice(2)],
    ['in a URL within a URL', (value) => encodeURIComponent(encodeURIComponent(Buffer.from(value).toString()))],
    ['in base64', (value) => Buffer.from(value).toString('base64').replace(/=+$/, '')],
  ])('removes every registered secret, %s', (_form, encode) => {
    fc.assert(
      fc.property(identifying, surrounding, surrounding, (value, before, after) => {
        const redactor = createRedactor();
        redactor.register(value);
        const clean = redactor.redact(`${before}${encode(value)}${after}`);
        fc.pre(!`${before}${after}`.includes(encode(value)));
        expect(clean).not.toContain(encode(value));
      }),
    );
  });

  /** A token that OctoEverywhere could create, of characters that a URL does not encode. */
  const unknownToken = fc.stringMatching(/^[A-Za-z0-9_-]{12,80}$/);
  const name = fc
    .constantFrom(
      'AppToken',
      'appApiToken',
      'app_api_token',
      'authBearerToken',
      'authBasicHttpUser',
      'authBasicHttpPassword',
      'octoPrintApiKey',
      'X-Api-Key',
      'Authorization',
      'Cookie',
      'password',
      'secret',
    )
    .chain((one) => fc.constantFrom(one, one.toLowerCase(), one.toUpperCase()));
  const written = fc.constantFrom<(name: string, value: string) => string>(
    (key, value) => `${key}=${value}`,
    (key, value) => `${key}: ${value}`,
    (key, value) => `?a=1&${key}=${value}&b=2`,
    (key, value) => JSON.stringify({ a: 1, [key]: value, b: 2 }),
    (key, value) => JSON.stringify(JSON.stringify({ [key]: value })),
    (key, value) => JSON.stringify({ [key]: value }, null, 2),
    (key, value) => encodeURIComponent(JSON.stringify({ [key]: value })),
    (key, value) => encodeURIComponent(`octoglance://connected?${key}=${value}&b=2`),
    (key, value) => encodeURIComponent(encodeURIComponent(`octoglance://connected?${key}=${value}&b=2`)),
    (key, value) => `{ ${key}: '${value}' }`,
    (key, value) => `${key}:\n  ${value}`,
    (_, value) => `Authorization: Bearer ${value}`,
    (_, value) => `https://ada:${value}@example.com/`,
    (_, value) => encodeURIComponent(`https://ada:${value}@example.com/`),
    (_, value) => `https://app-${value.toLowerCase().replaceAll('_', '-').slice(0, 60)}.octoeverywhere.com/`,
    (_, value) =>
      encodeURIComponent(`https://app-${value.toLowerCase().replaceAll('_', '-').slice(0, 60)}.octoeverywhere.com/`),
  );

  it('removes an unregistered secret by its name or position, anywhere in a text', () => {
    fc.assert(
      fc.property(name, unknownToken, written, surrounding, surrounding, (key, value, write, before, after) => {
        const text = `${before}\n${write(key, value)} ${after}`;
        const clean = createRedactor().redact(text);
        const host = value.toLowerCase().replaceAll('_', '-').slice(0, 60);
        expect(clean).not.toContain(value);
        expect(clean).not.toContain(`app-${host}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('removes overlapping secrets completely', () => {
    const redactor = createRedactor();
    redactor.register('example-token');
    redactor.register('example-token-voron');
    expect(redactor.redact('has example-token-voron in it')).toBe('has [redacted] in it');
  });

  it('leaves no part of a secret whose beginning is the end of another one', () => {
    const redactor = createRedactor();
    redactor.register('first-and-shared');
    redactor.register('shared-and-a-longer-second');
    expect(redactor.redact('has first-and-shared-and-a-longer-second in it')).toBe('has [redacted] in it');
    expect(redactor.redact('first-and-sharedfirst-and-shared')).toBe('[redacted][redacted]');
  });

  it('removes each of many secrets, however alike, and nothing else', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
        (all, text) => {
          const redactor = createRedactor();
          for (const secret of all) redactor.register(secret);
          const covered = new Set<number>();
          for (const secret of all)
            for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1))
              for (let unit = at; unit < at + secret.length; unit += 1) covered.add(unit);
          const left = [...text].filter((_unit, at) => !covered.has(at)).join('');
          expect(redactor.redact(text).replaceAll('[redacted]', '')).toBe(left);
          expect(redactor.knows(text)).toBe(all.some((one) => one.length >= 12 && text.includes(one)));
        },
      ),
    );
  });

  it('takes no name for a secret because of a word that was typed instead of a token', () => {
    const redactor = createRedactor();
    for (const word of ['Ender', 'test', 'Creality', 'bed_level']) redactor.register(word);
    expect(redactor.knows('Creality-Ender-3-V2-Neo')).toBe(false);
    expect(redactor.knows('bed_level_test_v2.gcode')).toBe(false);
    expect(redactor.redact('typed Ender here')).toBe('typed [redacted] here');
    redactor.register('example-token-voron');
    expect(redactor.knows('has example-token-voron in it')).toBe(true);
  });

  it('takes no longer with ten thousand secrets', async () => {
    const line = 'Printer “Voron”: checking → connected, example-token-none\n'.repeat(20_000);
    const [one, many] = [createRedactor(), createRedactor()];
    one.register('example-token-0');
    for (let index = 0; index < 10_000; index += 1) many.register(`example-token-${index}`);
    const least = async (redactor: typeof one) =>
      Math.min(await processorTime(() => redactor.redact(line)), await processorTime(() => redactor.redact(line)));
    // Each line used to be searched once for each of them.
    expect(await least(many)).toBeLessThan(20 * (await least(one)));
  });

  it('accepts any text, and a second pass changes nothing that matters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const redactor = createRedactor();
        expect(typeof redactor.redact(text)).toBe('string');
      }),
    );
  });

  it.each([
    'x',
    'a-',
    'app-',
    'app-a',
    'a:',
    '\\',
    '"',
    '\\"',
    'a://',
    'Basic ',
    'token="',
    'AppToken: "\\',
    '%3D',
    '%3A%2F%2F',
    'AppToken:Error:',
    'a://@',
    'a:\\/\\/',
    ' ',
  ])('processes a long line of %j quickly', async (part) => {
    const long = part.repeat(200_000 / part.length);
    expect(await processorTime(() => createRedactor().redact(long))).toBeLessThan(1_000);
  });
});
