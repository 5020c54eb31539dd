import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkProblem } from '../../../src/octoeverywhere/network-problem.ts';

const chromium = (name: string) => new Error(`net::${name}`);
const node = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

test.each([
  [chromium('ERR_INTERNET_DISCONNECTED'), 'no-network'],
  [chromium('ERR_NETWORK_IO_SUSPENDED'), 'no-network'],
  [chromium('ERR_NETWORK_CHANGED'), 'read'],
  [chromium('ERR_NAME_NOT_RESOLVED'), 'dns'],
  [chromium('ERR_NAME_RESOLUTION_FAILED'), 'dns'],
  [chromium('ERR_DNS_TIMED_OUT'), 'dns'],
  [chromium('ERR_CONNECTION_REFUSED'), 'connect'],
  [chromium('ERR_CONNECTION_FAILED'), 'connect'],
  [chromium('ERR_ADDRESS_UNREACHABLE'), 'connect'],
  [chromium('ERR_CONNECTION_TIMED_OUT'), 'connect-timeout'],
  [chromium('ERR_TIMED_OUT'), 'timeout'],
  [chromium('ERR_CERT_AUTHORITY_INVALID'), 'certificate'],
  [chromium('ERR_CERT_DATE_INVALID'), 'tls'],
  [chromium('ERR_SSL_PROTOCOL_ERROR'), 'tls'],
  [chromium('ERR_BAD_SSL_CLIENT_AUTH_CERT'), 'tls'],
  [chromium('ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
  [chromium('ERR_PROXY_CERTIFICATE_INVALID'), 'proxy'],
  [chromium('ERR_TUNNEL_CONNECTION_FAILED'), 'proxy'],
  [chromium('ERR_SOCKS_CONNECTION_FAILED'), 'proxy'],
  [chromium('ERR_MANDATORY_PROXY_CONFIGURATION_FAILED'), 'proxy'],
  [chromium('ERR_PAC_SCRIPT_FAILED'), 'proxy'],
  [chromium('ERR_CONNECTION_RESET'), 'read'],
  [chromium('ERR_CONNECTION_CLOSED'), 'read'],
  [chromium('ERR_EMPTY_RESPONSE'), 'read'],
  [chromium('ERR_INVALID_HTTP_RESPONSE'), 'read'],
  [chromium('ERR_CONTENT_LENGTH_MISMATCH'), 'read'],
  [chromium('ERR_INCOMPLETE_CHUNKED_ENCODING'), 'read'],
  [chromium('ERR_CONTENT_DECODING_FAILED'), 'read'],
  [chromium('ERR_RESPONSE_HEADERS_TOO_BIG'), 'read'],
  [chromium('ERR_HTTP2_PROTOCOL_ERROR'), 'read'],
  [chromium('ERR_QUIC_PROTOCOL_ERROR'), 'read'],
  [chromium('ERR_FAILED'), 'other'],
  [node('ENOTFOUND'), 'dns'],
  [node('EAI_AGAIN'), 'dns'],
  [node('ECONNREFUSED'), 'connect'],
  [node('EHOSTUNREACH'), 'connect'],
  [node('ENETUNREACH'), 'no-network'],
  [node('ETIMEDOUT'), 'connect-timeout'],
  [node('UND_ERR_CONNECT_TIMEOUT'), 'connect-timeout'],
  [node('UND_ERR_BODY_TIMEOUT'), 'timeout'],
  [node('ECONNRESET'), 'read'],
  [node('UND_ERR_SOCKET'), 'read'],
  [node('HPE_INVALID_CONSTANT'), 'read'],
  [node('Z_BUF_ERROR'), 'read'],
  [node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
  [node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'certificate'],
  [node('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate'],
  [node('CERT_HAS_EXPIRED'), 'tls'],
  [new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]), 'connect'],
  [new Error('something else'), 'other'],
  ['ECONNREFUSED', 'other'],
  [undefined, 'other'],
])('%s is %s', (error, cause) => {
  expect(networkProblem(error)).toEqual({ type: 'network', cause });
});

test.each([
  ['ERR_UNSAFE_REDIRECT', 'foreign-host'],
  ['ERR_INVALID_REDIRECT', 'unreadable'],
  ['ERR_TOO_MANY_REDIRECTS', 'too-many'],
])('%s is a redirect', (name, why) => {
  expect(networkProblem(chromium(name))).toEqual({ type: 'redirect', why });
});

test('any value may be thrown, even a chain of causes that repeats itself', () => {
  const loop = new Error('x');
  loop.cause = loop;
  expect(networkProblem(loop)).toEqual({ type: 'network', cause: 'other' });
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (thrown) => networkProblem(thrown).type === 'network'),
  );
});
