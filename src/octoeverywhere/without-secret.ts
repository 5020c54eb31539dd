/** This many characters in common with a secret are no coincidence, and too many to show. */
const tellingLength = 12;

/** Shorter ones would erase ordinary words; no token is that short. */
const shortestSecret = 4;

/**
 * Removes a secret, or a long enough part of it, from a text, regardless of case and whether it is plain or encoded for
 * JSON, a URL or in base64. For responses to requests that contained the secret.
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
  const lower = inLowerCase(text);
  const struck: boolean[] = [];
  for (const form of formsOf(secret)) {
    const length = Math.min(tellingLength, form.length);
    for (let at = 0; at + length <= lower.length; at += 1) {
      if (form.includes(lower.slice(at, at + length))) struck.fill(true, at, extended(struck, at + length));
    }
  }
  return struck.length === 0 ? null : struck;
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
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
