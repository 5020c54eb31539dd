import type { PollOutcome } from '../domain/outcome.ts';
import { readableName } from '../domain/sanitize-name.ts';
import { carriesSecret, withoutSecret } from './without-secret.ts';

/** Only texts with a word of that length can have a whole token in them, so that most names need no further look. */
const longWord = /\S{16}/;

/**
 * The outcome of a question without the token it was asked with, should the service have sent that back in a text: names
 * are stored and shown, addresses are shown and opened. `isKnownSecret` tells of texts with any other secret in use.
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
  return other ? readableName('') : clean === name ? name : readableName(clean);
}
