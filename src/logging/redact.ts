/** Removes from texts what would give access to someone's printer. */
export interface Redactor {
  /** The text without registered secrets or anything that looks like one. Never throws. */
  redact(text: string): string;
  /**
   * Whether the text contains a registered secret, in any of its forms. One of less than 12 characters does not count:
   * a word typed in the wrong place may be part of a printer's or a file's name.
   */
  knows(text: string): boolean;
  /** Registers a value to be removed in every form; values under 4 characters are ignored. */
  register(secret: string): void;
}

const MARK = '[redacted]';

/** Shorter values would blank out ordinary text; no token is that short. */
const SHORTEST = 4;

/** This long, a value is no word that also occurs in names. */
const UNMISTAKABLE = 12;

/** Names under which OctoEverywhere's portal and API pass secrets, in any case and with or without dashes. */
const NAMES =
  'app-?_?token|app-?_?api-?_?token|auth-?_?bearer-?_?token|auth-?_?basic-?_?http-?_?(?:password|user)|' +
  'octo-?_?print-?_?api-?_?key|x-api-key|(?:proxy-)?authorization|set-cookie|cookie|password|secret';

/**
 * What may separate a name from its value: `=`, `:`, quotes, also escaped in JSON or percent-encoded (once or twice),
 * and the prefix of an error's text in a log.
 */
const BETWEEN = String.raw`(?:\\*["']|%(?:25)?22)?\s*(?:=>|=|:|%(?:25)?3D|%(?:25)?3A)\s*(?:\w{0,30}Error:\s*)?(?:%(?:25)?22)?`;

/** A value up to its certain end: the closing quote, or white space or a separator. */
const VALUE = String.raw`(?:\\*"(?:[^"\\]|\\+[^"])*\\*"?|\\*'(?:[^'\\]|\\+[^'])*\\*'?|(?:(?:Basic|Bearer)\s+)?[^\s&"',;}\])]+)`;

/** Every repetition has a limit or a clear end, so that no line takes more than linear time. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`((?:${NAMES})${BETWEEN})${VALUE}`, 'gi'), `$1${MARK}`],
  // The nonce of a sign-in. Only in a link, also a nested one: elsewhere the word is a common one.
  [/((?:[?&]|%(?:25)?(?:3F|26))state(?:=|%(?:25)?3D))[\w.~-]+/gi, `$1${MARK}`],
  // Shorter ones are more likely plain English.
  [/\b(Basic|Bearer)(?:\s|%20|\+)+[\w~+/.=%-]{12,}/gi, `$1 ${MARK}`],
  // user:password@ in a URL, also in JSON; the password may contain an @.
  [/(\b[a-z][a-z0-9+.-]{0,20}:\\*\/\\*\/)[^\s/\\?#"']{1,2000}@/gi, `$1${MARK}@`],
  [/(%3A%2F%2F)(?:(?!%2F)[^\s/?#&"']){1,500}%40/gi, `$1${MARK}%40`],
  // The address of an App Connection is half of its credentials. In a nested URL, %2F directly precedes it.
  [/app-[a-z0-9-]{1,63}(?=(?:\.|%2E)octoeverywhere(?:\.|%2E)com)/gi, MARK],
];

/** Source of the names: OctoEverywhere's App Connection Portal and App Connection Info API. */
export function createRedactor(): Redactor {
  const known = new KnownValues();
  return {
    redact(text) {
      let clean = withMarks(text, [...known.spansIn(text)]);
      for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
      return clean;
    },
    knows(text) {
      for (const { from, to } of known.spansIn(text)) if (to - from >= UNMISTAKABLE) return true;
      return false;
    },
    register(secret) {
      if (secret.length < SHORTEST) return;
      for (const form of formsOf(secret)) known.add(form);
    },
  };
}

/** Where a known value is in a text, in UTF-16 units. */
interface ValueSpan {
  readonly from: number;
  readonly to: number;
}

/** Values to be found in texts. What that takes depends on the text, not on how many values there are. */
class KnownValues {
  readonly #values = new Set<string>();
  /** How long values are that begin with these {@link SHORTEST} characters. */
  readonly #lengths = new Map<string, Set<number>>();

  add(value: string): void {
    this.#values.add(value);
    const start = value.slice(0, SHORTEST);
    const lengths = this.#lengths.get(start);
    if (lengths === undefined) this.#lengths.set(start, new Set([value.length]));
    else lengths.add(value.length);
  }

  /** Finds every occurrence, by where it begins; they may overlap. */
  *spansIn(text: string): Generator<ValueSpan, undefined> {
    for (let from = 0; from + SHORTEST <= text.length; from += 1) {
      for (const length of this.#lengths.get(text.slice(from, from + SHORTEST)) ?? []) {
        const to = from + length;
        if (to <= text.length && this.#values.has(text.slice(from, to))) yield { from, to };
      }
    }
  }
}

/** Replaces what the spans cover, in order of where they begin; those that overlap get one mark. */
function withMarks(text: string, spans: readonly ValueSpan[]): string {
  let clean = '';
  let done = 0;
  for (const { from, to } of spans) {
    if (from >= done) clean += text.slice(done, from) + MARK;
    done = Math.max(done, to);
  }
  return clean + text.slice(done);
}

/** A value as it is, in JSON (also nested), in code, in a URL (also nested), in a form, and in base64. */
function formsOf(secret: string): string[] {
  const json = (text: string) => JSON.stringify(text).slice(1, -1);
  // Half a surrogate pair can't be percent-encoded.
  const wellFormed = Buffer.from(secret).toString();
  const encoded = encodeURIComponent(wellFormed);
  const form = new URLSearchParams({ a: wellFormed }).toString().slice(2);
  const inspected = (text: string) => json(text).replaceAll('\\"', '"').replaceAll("'", "\\'");
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
  const base64 = Buffer.from(secret).toString('base64');
  const forms = [
    secret,
    json(secret),
    json(json(secret)),
    inspected(secret),
    encoded,
    lower(encoded),
    encodeURIComponent(encoded),
    encodeURI(wellFormed),
    form,
    lower(form),
  ];
  return [...forms, base64.replace(/=+$/, '')].filter((value) => value.length >= SHORTEST);
}
