/** OctoEverywhere's origin. */
export const officialOrigin = new URL('https://octoeverywhere.com');

export type OriginRead =
  | { readonly ok: true; readonly origin: URL }
  /** One line for stderr. It does not repeat the value, which may contain a password. */
  | { readonly ok: false; readonly line: string };

/**
 * Reads `OCTOGLANCE_ORIGIN`, which replaces `https://octoeverywhere.com` for API and portal. Unset or empty means the
 * real one. Accepts only `https:`, or `http:` to this computer (a token must never travel unencrypted), and only an
 * origin: no path, query or credentials.
 */
export function readOrigin(value: string | undefined): OriginRead {
  const text = value?.trim() ?? '';
  if (text === '') return { ok: true, origin: officialOrigin };
  if (!URL.canParse(text)) return refused('it is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    return refused('only https: is taken, or http: to this computer itself (127.0.0.1, [::1], localhost)');
  }
  if (url.username !== '' || url.password !== '') return refused('it must not hold a user name or password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return refused('it must be an origin alone, such as https://octoeverywhere.com, without path or query');
  }
  return { ok: true, origin: url };
}

/** Whether a URL points to this computer. `URL` has already normalised the host: 127.1 has become 127.0.0.1. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}

/**
 * Whether a URL belongs to OctoEverywhere: `https:` on octoeverywhere.com or a subdomain, on the default port, without
 * credentials; or on `origin`, which tests and the demo replace.
 */
export function belongsToOctoEverywhere(url: URL, origin: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  // Not `url.origin`: for blob:https://octoeverywhere.com/… it would match too.
  if (url.protocol === origin.protocol && url.host === origin.host) return true;
  const official = officialOrigin.hostname;
  const host = url.hostname;
  return url.protocol === 'https:' && url.port === '' && (host === official || host.endsWith(`.${official}`));
}

function refused(why: string): OriginRead {
  return { ok: false, line: `OCTOGLANCE_ORIGIN cannot be used: ${why}.` };
}
