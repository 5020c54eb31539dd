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

/** Returns the keychain entry for a secret; null when it would exceed 2,500 bytes. */
export function toEntry(secret: Secret): string | null {
  const entry = JSON.stringify(secret);
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
    const secret = v.safeParse(secretSchema, JSON.parse(text));
    return secret.success ? secret.output : null;
  } catch {
    return null;
  }
}
