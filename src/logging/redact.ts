/** Removes from texts what would give access to someone's printer. */
export interface Redactor {
  /** The text without registered secrets or anything that looks like one. Never throws. */
  redact(text: string): string;
  /** Whether the text contains a registered secret, in any of its forms. */
  knows(text: string): boolean;
  /** Registers a value to be removed in every form; values under 4 characters are ignored. */
  register(secret: string): void;
}

const MARK = '[redacted]';

/** Shorter values would blank out ordinary text; no token is that short. */
const SHORTEST = 4;

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
  const known = new Set<string>();
  /** Longest first, so that a secret that contains another one is removed as a whole; null until it is sorted again. */
  let inOrder: readonly string[] | null = null;

  return {
    redact(text) {
      let clean = text;
      inOrder ??= [...known].sort((a, b) => b.length - a.length);
      for (const value of inOrder) clean = clean.replaceAll(value, MARK);
      for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
      return clean;
    },
    knows(text) {
      for (const value of known) if (text.includes(value)) return true;
      return false;
    },
    register(secret) {
      if (secret.length < SHORTEST) return;
      for (const form of formsOf(secret)) known.add(form);
      inOrder = null;
    },
  };
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
