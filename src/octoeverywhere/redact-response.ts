import type { PollOutcome } from '../domain/outcome.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import { carriesSecret, withoutSecret } from './without-secret.ts';

/** Only text with a word this long can contain a whole token; most names need no further check. */
const longWord = /\S{16}/;

/**
 * Removes the request's token from its outcome, in case the service sent it back: names are stored and shown, addresses
 * are shown, copied and opened.
 */
export function redactedOutcome(outcome: PollOutcome, token: string): PollOutcome {
  return withTexts(
    outcome,
    (name) => nameWithout(name, [token]),
    (address) => carriesSecret(address, token),
  );
}

/** Removes any other secret in use from an outcome: `isKnownSecret` recognises text that contains one. */
export function withoutKnownSecrets(
  outcome: PollOutcome,
  isKnownSecret: (text: string) => boolean = () => false,
): PollOutcome {
  return withTexts(outcome, (name) => nameWithout(name, [], isKnownSecret), isKnownSecret);
}

/** Returns the outcome itself if nothing in it changes; an address that has to be hidden becomes null. */
function withTexts(
  outcome: PollOutcome,
  cleanName: (name: string) => string,
  isHidden: (address: string) => boolean,
): PollOutcome {
  if (outcome.kind !== 'answered') return outcome;
  const { info } = outcome;
  const shown = (address: string | null) => (address === null || isHidden(address) ? null : address);
  const printerName = info.printerName === null ? null : cleanName(info.printerName);
  const [localIp, printerUrl] = [shown(info.localIp), shown(info.printerUrl)];
  if (printerName === info.printerName && localIp === info.localIp && printerUrl === info.printerUrl) return outcome;
  return { kind: 'answered', info: { ...info, printerName, localIp, printerUrl } };
}

/** Returns a printer's name without these secrets, or the placeholder name if nothing else is left. */
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
 * Removes these secrets from every string in a value, in case the service sent them back; a string that contains
 * another secret of this app becomes empty. Only for values that the app parsed itself: plain objects, arrays and
 * strings of bounded size.
 */
export function redactedTexts<Value>(
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
