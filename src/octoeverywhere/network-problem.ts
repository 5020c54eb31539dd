import type { NetworkCause, Problem } from '../domain/outcome.ts';

/**
 * Returns why a request failed, based on error codes of Chromium (`net::ERR_…`, net_error_list.h), Node (`code`) and
 * undici anywhere in the chain of causes. Unknown errors are `other`. Accepts any value; never throws.
 */
export function networkProblem(error: unknown): Problem {
  const codes = errorCodes(error);
  for (const code of codes) {
    const redirect = redirectTroubles[code];
    if (redirect !== undefined) return { type: 'redirect', why: redirect };
  }
  for (const code of codes) {
    const cause = causeOf(code);
    if (cause !== null) return { type: 'network', cause };
  }
  return { type: 'network', cause: 'other' };
}

/** Chromium itself refuses some redirects: to `file:`, `data:` and the like. */
const redirectTroubles: Readonly<Record<string, Extract<Problem, { type: 'redirect' }>['why']>> = {
  ERR_UNSAFE_REDIRECT: 'foreign-host',
  ERR_INVALID_REDIRECT: 'unreadable',
  ERR_TOO_MANY_REDIRECTS: 'too-many',
};

/** The first match wins, so that ERR_PROXY_CERTIFICATE_INVALID counts as a proxy problem, not OctoEverywhere's. */
const patterns: readonly (readonly [RegExp, NetworkCause])[] = [
  [/^(ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|ENETDOWN|ENETUNREACH)$/, 'no-network'],
  [/PROXY|TUNNEL|SOCKS|^ERR_PAC_/, 'proxy'],
  [/^(ENOTFOUND|EAI_\w+|ERR_NAME_\w+|ERR_DNS_\w+|ERR_ICANN_NAME_COLLISION)$/, 'dns'],
  [/^(ERR_CONNECTION_TIMED_OUT|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'connect-timeout'],
  [/^(ERR_TIMED_OUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'timeout'],
  [
    /^(ERR_CERT_(AUTHORITY|COMMON_NAME)_INVALID|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|CERT_UNTRUSTED)$/,
    'certificate',
  ],
  [/CERT|^ERR_SSL_|^ERR_TLS_|^ERR_ECH_|SIGNATURE|HOSTNAME_MISMATCH|CRL|^EPROTO$|^INVALID_(CA|PURPOSE)$/, 'tls'],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|EACCES|EPERM|ERR_CONNECTION_(REFUSED|FAILED)|ERR_ADDRESS_\w+|ERR_NETWORK_ACCESS_\w+|ERR_BLOCKED_\w+|ERR_UNSAFE_PORT)$/,
    'connect',
  ],
  // A network change breaks the connection, but does not mean that there is no network now.
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_\w*MISMATCH|UND_ERR_HEADERS_OVERFLOW|HPE_\w+|Z_\w+|ERR__ERROR_\w+|ERR_BROTLI_\w+|ERR_STREAM_\w+|ERR_NETWORK_CHANGED|ERR_CONNECTION_\w+|ERR_EMPTY_RESPONSE|ERR_\w*RESPONSE\w*|ERR_\w*ENCODING|ERR_CONTENT_\w+|ERR_HTTP\w*|ERR_QUIC_\w+|ERR_SOCKET_NOT_CONNECTED|ERR_FAILED_TO_DECODE\w*)$/,
    'read',
  ],
];

function causeOf(code: string): NetworkCause | null {
  return patterns.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

/** How far to follow a chain of causes, which may be circular. */
const deepest = 8;

function errorCodes(error: unknown, depth = 0): string[] {
  if (depth > deepest || typeof error !== 'object' || error === null) return [];
  const { code, message, cause, errors } = error as Record<string, unknown>;
  const codes: string[] = [];
  if (typeof code === 'string') codes.push(code);
  const chromium = typeof message === 'string' ? /\bnet::(ERR_\w+)/.exec(message)?.[1] : undefined;
  if (chromium !== undefined) codes.push(chromium);
  codes.push(...errorCodes(cause, depth + 1));
  if (Array.isArray(errors)) for (const one of errors.slice(0, deepest)) codes.push(...errorCodes(one, depth + 1));
  return codes;
}
