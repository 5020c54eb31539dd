/** A source of randomness. */
export interface Chance {
  readonly random: () => number;
  /** Returns a whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
}

export interface HostileValues {
  readonly text: () => string;
  readonly anything: () => unknown;
}

/**
 * Returns values that a compromised page might send. It runs in the window, which gets only the source of this
 * function, so it has to be self-contained. Nearly all values contain the word "hostile", so that they can be searched
 * for.
 */
export function hostileValues(
  { random, below, pick }: Chance,
  printers: readonly string[],
  stranger: string,
  forbiddenFile: string,
): HostileValues {
  const huge = 'hostile'.repeat(30_000);
  const deep = (depth: number) => {
    let inner: unknown = 'hostile';
    for (let level = 0; level < depth; level += 1) inner = level % 2 === 0 ? [inner] : { inner };
    return inner;
  };
  const settings = [
    'pollSeconds',
    'graceSeconds',
    'notifications',
    'topics',
    'sound',
    'quietHours',
    'theme',
    'language',
  ];

  const texts: readonly (() => string)[] = [
    () => '',
    () => 'hostile',
    () => (below(40) === 0 ? huge : 'hostile'.repeat(below(300))),
    () => `../../../..${forbiddenFile}`,
    () => forbiddenFile,
    () => `file://${forbiddenFile}`,
    () => `$(touch ${forbiddenFile})`,
    () => `\`touch ${forbiddenFile}\`;touch ${forbiddenFile}|hostile`,
    () => 'https://hostile.example/',
    () => 'javascript:alert("hostile")',
    () => 'app://octoglance/../main/main.cjs?hostile',
    () => 'octoglance://connected?state=hostile&success=true&appApiToken=hostile',
    () => 'https://octoeverywhere.com/appportal/v1/?success=true&appApiToken=hostile&id=hostile',
    () => pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length']),
    () => pick(['\u0000hostile', '\ud800', '\udfff\ud800', '\u202ehostile', '\ufeff', 'h%00ostile', "'; hostile --"]),
    () => pick(printers),
    () => pick(printers).toUpperCase(),
    () => `${pick(printers)}${pick([' ', '\n', '/..', '\u0000'])}`,
    () => stranger,
    () => pick(['perks', 'dashboard', 'keychain', 'until-quit', 'replace', 'add', 'hour', 'end', 'no-tray', 'update']),
  ];
  const text = () => pick(texts)();

  const things: readonly (() => unknown)[] = [
    () => undefined,
    () => null,
    () => random() < 0.5,
    () =>
      pick([
        0,
        -0,
        1,
        -1,
        30,
        60,
        3601,
        0.5,
        2 ** 53,
        1e308,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ]),
    () => BigInt(below(1_000)) ** 20n,
    text,
    text,
    text,
    text,
    () => Array.from({ length: below(5) }, anything),
    () => new Array(below(50) === 0 ? below(100_000) : below(10)),
    () => new Array(7),
    () => ({}),
    () => Object.fromEntries([[text(), anything()]]),
    () => Object.fromEntries([[pick(settings), anything()]]),
    () => Object.fromEntries(settings.map((name) => [name, anything()])),
    () => Object.create(null),
    () => JSON.parse('{"__proto__": {"ok": true, "isListed": true}, "constructor": {"prototype": {"ok": true}}}'),
    () => ({ length: 1, 0: pick(printers) }),
    () => ({ toString: pick(printers), valueOf: 1 }),
    () => ({ toJSON: () => 'hostile', toString: () => pick(printers) }),
    // biome-ignore lint/suspicious/noThenProperty: what looks like a promise is one of the hostile things
    () => ({ then: (done: (value: string) => void) => done('hostile') }),
    () => {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = [cyclic, { cyclic }];
      return cyclic;
    },
    () => deep(below(10) === 0 ? pick([200, 900]) : 10),
    () => (below(50) === 0 ? deep(20_000) : deep(5)),
    () => ({
      get pollSeconds() {
        return random() < 0.5 ? 60 : 'hostile';
      },
    }),
    () => ({
      get theme(): string {
        throw new Error('hostile');
      },
    }),
    () => new Proxy({}, { ownKeys: () => pick([['hostile'], []]), get: () => 'hostile' }),
    () => new Proxy([], {}),
    () => () => 'hostile',
    () => Symbol('hostile'),
    () => class Hostile {},
    () => new (class Hostile extends Array {})(),
    () => new Date(pick([0, Number.NaN])),
    () => /hostile/g,
    () => new Map([[text(), text()]]),
    () => new Set([text()]),
    () => new WeakMap(),
    () => new TypeError('hostile'),
    () => Promise.resolve('hostile'),
    () => new Uint8Array(below(10_000)),
    () => new ArrayBuffer(8),
    () => Object(pick(['hostile', 1, true])),
    () => new String(pick(printers)),
  ];
  function anything(): unknown {
    return pick(things)();
  }
  return { text, anything };
}
