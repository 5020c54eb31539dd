/** Real tokens are far shorter; the keychain entry as a whole has to stay under 2,500 bytes. */
const longestToken = 2_000;

/**
 * Whether `text` can be an app token and be sent in a header: visible ASCII without spaces, at most 2,000 characters.
 */
export function canBeToken(text: string): boolean {
  return text.length <= longestToken && /^[\x21-\x7e]+$/.test(text);
}
