import * as v from 'valibot';
import type { Secret } from '../domain/secret.ts';

/** Windows' Credential Manager stops at 2,560 bytes. */
const MAX_BYTES = 2_500;

/** Tokens are sent in an HTTP header; with anything but printable ASCII the request could not even be built. */
const tokenSchema = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/));

const secretSchema = v.object({
  appApiToken: tokenSchema,
  id: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
  authBasicHttpUser: v.exactOptional(v.string()),
  authBasicHttpPassword: v.exactOptional(v.string()),
  authBearerToken: v.exactOptional(v.string()),
  octoPrintApiKey: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, Secret>;

const encodedSchema = v.object({ encoding: v.literal('percent') });

/**
 * What becomes a backslash in JSON, and what marks it once it is encoded. GNOME Keyring reads the backslashes of a
 * keyring without a password as escapes although it didn't write them as such (42.1), so not every keychain returns
 * them.
 */
const escaped = /["\\%\p{Cc}]/gu;

/** Returns the keychain entry for a secret; null when it would exceed 2,500 bytes. */
export function toEntry(secret: Secret): string | null {
  const usual = JSON.stringify(secret);
  const entry = usual.includes('\\') ? JSON.stringify({ ...encoded(secret), encoding: 'percent' }) : usual;
  return Buffer.byteLength(entry) > MAX_BYTES ? null : entry;
}

/** Parses an entry: our JSON, or a bare token stored by hand. Returns null for anything else. Never throws. */
export function fromEntry(entry: string): Secret | null {
  const text = entry.trim();
  if (!/^[[{"]/.test(text)) {
    const token = v.safeParse(tokenSchema, text);
    return token.success && text.length <= MAX_BYTES ? { appApiToken: token.output } : null;
  }
  try {
    const content: unknown = JSON.parse(text);
    const secret = v.safeParse(secretSchema, content);
    if (!secret.success) return null;
    return v.is(encodedSchema, content) ? decoded(secret.output) : secret.output;
  } catch {
    return null;
  }
}

/** Half a surrogate pair, which no service sends, is not read back. */
function encoded(secret: Secret): Record<string, string> {
  return withValues(secret, (value) => value.toWellFormed().replace(escaped, encodeURIComponent));
}

function decoded(secret: Secret): Secret | null {
  const read = v.safeParse(secretSchema, withValues(secret, decodeURIComponent));
  return read.success ? read.output : null;
}

function withValues(secret: Secret, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(secret).map(([name, value]) => [name, change(value)]));
}
