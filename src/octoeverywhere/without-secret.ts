/** This many characters in common with a secret are no coincidence, and too many to show. */
const recognizableLength = 12;

/** Shorter ones would erase ordinary words; no token is that short. */
const shortestSecret = 4;

/**
 * Removes a secret, or a long enough part of it, from a text, regardless of case and whether it is plain, backwards, in
 * hexadecimal or base64, encoded for JSON, a URL or HTML, or split by other characters. For responses to requests that
 * contained the secret.
 */
export function withoutSecret(text: string, secret: string): string {
  const struck = struckOut(text, secret);
  if (struck === null) return text;
  return text.replace(/[\s\S]/g, (unit, index: number) => (struck[index] ? '' : unit)).toWellFormed();
}

/** Whether a text contains anything that {@link withoutSecret} would remove. */
export function carriesSecret(text: string, secret: string): boolean {
  return struckOut(text, secret) !== null;
}

/** Marks the UTF-16 units of the text that belong to the secret; null when none do. */
function struckOut(text: string, secret: string): readonly boolean[] | null {
  if (secret.length < shortestSecret) return null;
  // No form is shorter than the secret; most names and addresses in a local network are.
  if (text.length < Math.min(recognizableLength, secret.length)) return null;
  const lower = inLowerCase(text);
  const struck: boolean[] = [];
  for (const form of formsOf(secret)) {
    const length = Math.min(recognizableLength, form.length);
    for (let at = 0; at + length <= lower.length; at += 1) {
      if (form.includes(lower.slice(at, at + length))) struck.fill(true, at, extended(struck, at + length));
    }
  }
  strikeDisguised(text, secret, struck);
  return struck.length === 0 ? null : struck;
}

/** A letter or digit of a text, and the UTF-16 units that stand for it. */
interface Sign {
  readonly sign: string;
  readonly from: number;
  readonly to: number;
}

/** One character, or an encoded one: for a URL (once or more often), for HTML or for JSON. */
const oneCharacter = /%(?:25)*([\da-f]{2})|&#x([\da-f]{1,5});|\\u([\da-f]{4})|&#(\d{1,6});|[\s\S]/giu;

/** Returns the letters and digits of a text, decoded, in lower case and in their plain ASCII form. */
function signsOf(text: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (const { 0: part, 1: url, 2: html, 3: json, 4: decimal, index } of text.matchAll(oneCharacter)) {
    const code = decimal === undefined ? Number.parseInt(url ?? html ?? json ?? '', 16) : Number(decimal);
    const character = Number.isNaN(code) ? part : String.fromCodePoint(code);
    // Full-width and mathematical letters, for example.
    const plain = character < '\u0080' ? character : character.normalize('NFKC');
    for (const sign of inLowerCase(plain).match(/[a-z\d]/g) ?? []) {
      signs.push({ sign, from: index, to: index + part.length });
    }
  }
  return signs;
}

/** Text in which each letter and digit stands for itself: nothing is encoded, and there is only ASCII. */
const plainText = /^[^%&\\\u0080-\uffff]*$/;

/** Returns the letters and digits of a text as {@link signsOf} does, without where they are. */
function bareTextOf(text: string): string {
  if (!plainText.test(text))
    return signsOf(text)
      .map(({ sign }) => sign)
      .join('');
  return inLowerCase(text).replace(/[^a-z\d]+/g, '');
}

/** Marks what is the secret once everything but letters and digits is left out on both sides. */
function strikeDisguised(text: string, secret: string, struck: boolean[]): void {
  const bare = bareTextOf(text);
  if (bare.length < recognizableLength) return;
  // Hardly any text contains a secret, so where its signs are is worked out only then.
  let signs: readonly Sign[] = [];
  for (const form of disguisesOf(secret)) {
    if (form.length < recognizableLength) continue;
    for (let at = 0; at + recognizableLength <= bare.length; at += 1) {
      if (!form.includes(bare.slice(at, at + recognizableLength))) continue;
      if (signs.length === 0) signs = signsOf(text);
      const from = signs[at]?.from ?? 0;
      struck.fill(true, from, extended(struck, signs[at + recognizableLength - 1]?.to ?? from));
    }
  }
}

/** The letters and digits of a secret in different forms; in base64, what precedes it in a text shifts its bits. */
function disguisesOf(secret: string): readonly string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  const hex = [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const base64 = [0, 1, 2].map((before) => btoa(' '.repeat(before) + bytes).slice(before === 0 ? 0 : before + 1));
  const forms = [secret, [...secret].reverse().join(''), hex, ...base64];
  return [...new Set(forms.map((form) => inLowerCase(form).replace(/[^a-z\d]/g, '')))];
}

/** Extends the array to at least `length` elements and returns `length`. */
function extended(array: boolean[], length: number): number {
  while (array.length < length) array.push(false);
  return length;
}

function formsOf(secret: string): readonly string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  const encoded = encodeURIComponent(secret.toWellFormed());
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encoded, encodeURIComponent(encoded)];
  return [...new Set([...forms, btoa(bytes)].map(inLowerCase))];
}

/** Lowercases ASCII only: other letters may change length with case. */
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
