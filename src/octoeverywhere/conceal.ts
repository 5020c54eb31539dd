import type { PollOutcome } from '../domain/outcome.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import { carriesSecret, withoutSecret } from './without-secret.ts';

/** Only texts with a word of that length can have a whole token in them, so that most names need no further look. */
const longWord = /\S{16}/;

/**
 * The outcome of a request without the token it was asked with, should the service have sent that back in a text: names
 * are stored and shown, addresses are shown and opened. `isKnownSecret` recognises texts with any other secret in use.
 */
export function concealed(
  outcome: PollOutcome,
  token: string,
  isKnownSecret: (text: string) => boolean = () => false,
): PollOutcome {
  if (outcome.kind !== 'answered') return outcome;
  const { info } = outcome;
  const address = (text: string | null) => (text !== null && carriesSecret(text, token) ? null : text);
  const printerName = info.printerName === null ? null : nameWithout(info.printerName, [token], isKnownSecret);
  const [localIp, printerUrl] = [address(info.localIp), address(info.printerUrl)];
  if (printerName === info.printerName && localIp === info.localIp && printerUrl === info.printerUrl) return outcome;
  return { kind: 'answered', info: { ...info, printerName, localIp, printerUrl } };
}

/** A printer's name without these secrets; what is left of it may be no name at all. */
export function nameWithout(
  name: string,
  secrets: readonly string[],
  isKnownSecret: (text: string) => boolean = () => false,
): string {
  const clean = secrets.reduce(withoutSecret, name);
  const other = longWord.test(clean) && isKnownSecret(clean);
  return other ? sanitizedName('') : clean === name ? name : sanitizedName(clean);
}

/**
 * A value read from an answer with every text in it rid of these secrets, should the service have sent them back; a text with
 * another secret of this app becomes empty. Only for what the app read itself: plain objects, lists and texts of bounded size.
 */
export function concealedTexts<Value>(
  value: Value,
  secrets: readonly string[],
  isKnownSecret: (text: string) => boolean = () => false,
): Value {
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const rest = secrets.reduce(withoutSecret, one);
      return longWord.test(rest) && isKnownSecret(rest) ? '' : rest;
    }
    if (Array.isArray(one)) return one.map(clean);
    if (typeof one !== 'object' || one === null || Object.getPrototypeOf(one) !== Object.prototype) return one;
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, clean(part)]));
  };
  return clean(value) as Value;
}
