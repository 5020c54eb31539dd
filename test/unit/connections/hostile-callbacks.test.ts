import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothing, signingIn, withResults } from '../../support/connections/signing-in.ts';

type Results = readonly (readonly [string, string])[];

/** The simulator accepts it, so that only the hostile part of a link can get it rejected. */
const token = 'example-token-voron-0123456789abcdef';

const good: Results = [
  ['success', 'true'],
  ['id', 'example-connection'],
  ['url', 'https://app-example0123.octoeverywhere.com'],
  ['appApiToken', token],
  ['printername', 'Voron'],
  ['authBearerToken', 'example-bearer-voron'],
];

const without = (name: string): Results => good.filter(([one]) => one !== name);
const with_ = (name: string, value: string): Results => [...without(name), [name, value]];
const twice = (name: string, value: string): Results => [...good, [name, value]];

/** Values of `url` that would sooner or later send the other secrets to a foreign host. */
const foreignHosts = [
  'https://example.com',
  'https://octoeverywhere.com.example.com',
  'https://octoeverywhere.com@example.com',
  'https://user:pass@app-1.octoeverywhere.com',
  'https://octoeverywhere.com:8443',
  'https://evil-octoeverywhere.com',
  'https://octoeverywhere.com%2f@example.com/',
  'http://app-1.octoeverywhere.com',
  'ftp://app-1.octoeverywhere.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'blob:https://octoeverywhere.com/1',
  '//octoeverywhere.com',
  'octoglance://connected',
  'not a url',
  'https://xn--octoeverywhere-.com',
];

const handMade: readonly (readonly [what: string, results: Results])[] = [
  ['a refusal', [['success', 'false']]],
  ['a refusal that brings a token', with_('success', 'false')],
  ['a refusal in capitals', with_('SUCCESS', 'FALSE').filter(([name]) => name !== 'success')],
  ['a success that is neither yes nor no', with_('success', 'maybe')],
  ['a success of 1', with_('success', '1')],
  ['an empty success', with_('success', '')],
  ['no results at all', []],
  ['no token', without('appApiToken')],
  ['an empty token', with_('appApiToken', '')],
  ['a token of blanks', with_('appApiToken', '   ')],
  ['a token with a line break', with_('appApiToken', 'example\r\nX-Header: 1')],
  ['a token with a null', with_('appApiToken', 'example\0token')],
  ['a token with a space', with_('appApiToken', 'example token')],
  ['a token beyond ASCII', with_('appApiToken', 'example-tökén')],
  ['a token of 10 kB', with_('appApiToken', 'x'.repeat(10_000))],
  ['a token of 2,001 characters', with_('appApiToken', 'x'.repeat(2_001))],
  ['a token that OctoEverywhere does not know', with_('appApiToken', 'example-token-of-nobody')],
  ['a name of 10 kB', with_('printername', 'x'.repeat(10_000))],
  ['a bearer of 10 kB', with_('authBearerToken', 'x'.repeat(10_000))],
  ['a bearer with a line break', with_('authBearerToken', 'example\nbearer')],
  ['an id with an escape character', with_('id', 'example\x1b[2J')],
  [
    'a connection that no keychain entry holds',
    with_('authBasicHttpPassword', 'x'.repeat(1_990)).concat([['octoPrintApiKey', 'y'.repeat(1_000)]]),
  ],
  ['a token twice, alike', twice('appApiToken', token)],
  ['a token twice, in other letters', twice('APPAPITOKEN', 'example-token-other')],
  ['a success twice', twice('Success', 'true')],
  ['an address twice', twice('URL', 'https://app-2.octoeverywhere.com')],
  ['a name twice', twice('PrinterName', 'Ender')],
  ['a nonce twice', twice('state', 'another')],
  ['a nonce twice, in other letters', twice('STATE', 'another')],
  [
    'thousands of parameters of others',
    [...good, ...Array.from({ length: 3_000 }, (_, at) => [`p${at}`, 'x'] as const)],
  ],
  ...foreignHosts.map((host) => [`an address at ${host}`, with_('url', host)] as const),
];

/** Links that are wrong before their results are read, made from the correct one. */
const wrongLinks: readonly (readonly [what: string, spoil: (link: string) => string])[] = [
  ['no nonce', (link) => link.replace(/state=[^&]*&/, '')],
  ['an empty nonce', (link) => link.replace(/state=[^&]*/, 'state=')],
  ['a guessed nonce', (link) => link.replace(/state=[^&]*/, 'state=AAAAAAAAAAAAAAAAAAAAAA')],
  ['half a nonce', (link) => link.replace(/state=([^&]{11})[^&]*/, 'state=$1')],
  ['a nonce in other letters', (link) => link.replace(/state=([^&]*)/, (all) => swapCase(all))],
  ['a longer nonce', (link) => link.replace(/state=([^&]*)/, 'state=$1x')],
  ['another place', (link) => link.replace('//connected', '//elsewhere')],
  ['no place', (link) => link.replace('//connected', '//')],
  ['another scheme', (link) => link.replace('octoglance:', 'octoprint:')],
  ['a foreign page', (link) => link.replace('octoglance://connected', 'https://example.com/')],
  ['a script', (link) => `javascript:${link}`],
  ['results behind a hash', (link) => link.replace('?', '#')],
  ['200 kB', (link) => `${link}&more=${'x'.repeat(200_000)}`],
  ['nothing', () => ''],
  ['no link', () => '%%%'],
];

function swapCase(text: string): string {
  const swapped = [...text].map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()));
  return `state${swapped.slice(5).join('')}`;
}

describe('a hostile or broken callback stores nothing and is explained', () => {
  it('of at least forty kinds', () => {
    expect(handMade.length + wrongLinks.length).toBeGreaterThan(55);
  });

  it.each(handMade)('%s', async (_what, results) => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await trial.flow.takeCallback(withResults(await trial.start(), results));
    expect(await trial.kept()).toEqual(nothing);
    expectTexts(trial, results);
  });

  it.each(wrongLinks)('%s', async (_what, spoil) => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    const link = withResults(await trial.start(), good);
    await trial.flow.takeCallback(spoil(link));
    expect(await trial.kept()).toEqual(nothing);
    expectTexts(trial, good);
    expect(trial.simulator.log).toEqual([]);
    // Nor does a foreign link end the sign-in in progress.
    await trial.flow.takeCallback(link);
    expect(await trial.kept()).toEqual({ listed: 1, watched: 1, secrets: 1, onDisk: 1 });
  });

  it('with any part corrupted', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await fc.assert(
      fc.asyncProperty(spoiled, async (results) => {
        trial.events.length = 0;
        await trial.flow.takeCallback(withResults(await trial.start(), results));
        expect(await trial.kept()).toEqual(nothing);
        expectTexts(trial, results);
      }),
      { numRuns: 300 },
    );
  });

  it('with anything in the link', async () => {
    const trial = await signingIn();
    trial.simulator.printer('Voron', { token });
    await trial.start();
    const link = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary', maxLength: 100 }).map((text) => `octoglance://connected?${text}`),
      fc.string({ maxLength: 40 }).map((nonce) => withResults(`octoglance://connected?state=${nonce}`, good)),
    );
    await fc.assert(
      fc.asyncProperty(link, async (any) => {
        await trial.flow.takeCallback(any);
        expect(await trial.kept()).toEqual(nothing);
      }),
      { numRuns: 300 },
    );
    expect(trial.simulator.log).toEqual([]);
  });
});

const anyCase = (name: string) =>
  fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((upper) => [...name].map((one, at) => (upper[at] ? one.toUpperCase() : one.toLowerCase())).join(''));

const fields = good.map(([name]) => name);

/** The results of the portal in any order and letter case, with one thing wrong. */
const spoiled: fc.Arbitrary<Results> = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...fields).chain(anyCase), fc.string({ maxLength: 30 }))
      .map(([name, value]): Results => [...good, [name, value]]),
    fc.string({ minLength: 2_001, maxLength: 3_000 }).map((value): Results => with_('authBearerToken', value)),
    fc
      .string({ maxLength: 10 })
      .filter((value) => value.trim().toLowerCase() !== 'true')
      .map((value): Results => with_('success', value)),
    fc.webUrl().map((url): Results => with_('url', url)),
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((value): Results => with_('appApiToken', `${value} ${value}`)),
  )
  .chain((results) => fc.shuffledSubarray([...results], { minLength: results.length }));

/** Expects a message for the user that contains no secret from the link. */
function expectTexts({ events, flow }: Awaited<ReturnType<typeof signingIn>>, results: Results): void {
  expect(events).toHaveLength(1);
  const [one] = events;
  const step = flow.view()?.step;
  const said = one?.event === 'question' ? step : one;
  const message = typeof said === 'object' && 'message' in said ? said.message : null;
  const words = message === null ? '' : `${message.title} ${message.text}`;
  expect(words.length).toBeGreaterThan(30);
  for (const [name, value] of results) {
    if (/token|url|password/i.test(name) && value.length > 8) expect(words).not.toContain(value);
  }
}
