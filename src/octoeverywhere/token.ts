/** No token comes near it; the keychain entry with everything else in it has to stay under 2,500 bytes. */
const longestToken = 2_000;

/** Whether `text` can travel in an HTTP header and be an app token: visible ASCII without spaces, at most 2,000 characters. */
export function canBeToken(text: string): boolean {
  return text.length <= longestToken && /^[\x21-\x7e]+$/.test(text);
}
