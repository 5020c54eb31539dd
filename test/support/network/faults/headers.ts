import { http } from '../raw-server.ts';
import { answered, body, type FaultCase, type FaultGroup } from './fault.ts';
import { third } from './third-host.ts';

const megabyte = 'x'.repeat(2 ** 20);
const redirects = new Set([301, 302, 303, 307, 308]);

/** Every status; headers that are too many, too large or duplicated; and ones that refer to a third host. */
export const headers: readonly FaultGroup[] = [
  {
    fault: 'statuses 100–199 that nothing follows',
    cases: statuses(100, 199, () => ['network: read', 'malformed: empty']),
  },
  { fault: 'statuses 200–599', cases: statuses(200, 599, rightFor) },
  { fault: 'statuses 600–999', cases: statuses(600, 999, rightFor) },
  {
    fault: 'statuses that are none',
    cases: ['0', '1', '99', '1000', '20', '-200', 'abc', '2e2', '200.5', '６０４', ''].map((status) => ({
      name: `status ${JSON.stringify(status)}`,
      // Chromium accepts any number, and a missing one as 200; Node refuses all of them.
      right: ['network: read', 'network: other', 'status:', answered],
      answer: (socket) => socket.end(`HTTP/1.1 ${status} Reason\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    })),
  },
  {
    fault: 'headers of 1 MB',
    cases: ['X-Large', 'Location', 'Retry-After', 'Content-Type', 'Set-Cookie', 'Content-Encoding'].map((name) =>
      having(`${name} of 1 MB`, [`${name}: ${megabyte}`], ['network: read']),
    ),
  },
  {
    fault: 'headers twice, thousandfold or malformed',
    cases: [
      having('10,000 headers', Array<string>(10_000).fill('X: y'), [answered, 'network: read']),
      having('a header 2,000 times', Array<string>(2_000).fill('Retry-After: 5'), [answered, 'network: read']),
      having('two content types', ['Content-Type: text/html', 'Content-Type: application/json'], [answered]),
      having('two encodings', ['Content-Encoding: identity', 'Content-Encoding: identity'], [answered]),
      having('a NUL', ['X-Zero: a\0b'], [answered, 'network: read']),
      having('no colon', ['nonsense'], [answered, 'network: read']),
      having('no name', [': x'], [answered, 'network: read']),
      having('a folded line', ['X-Folded: a', ' b'], [answered, 'network: read']),
      having('bytes beyond ASCII', ['X-Ünï: \xff\xfe'], [answered, 'network: read']),
      having(
        'two locations',
        ['Location: /a', 'Location: /b'],
        ['network: read', 'redirect: too-many', 'network: timeout'],
        302,
      ),
    ],
  },
  {
    fault: 'headers that name a third host',
    cases: [
      `Refresh: 0; url=${third.origin}/`,
      `Link: <${third.origin}/x.js>; rel=preload; as=script`,
      `Link: <${third.origin}>; rel=preconnect`,
      `Alt-Svc: http/1.1="127.0.0.1:${third.port}"; ma=3600, h2="127.0.0.1:${third.port}"; ma=3600`,
      `Content-Location: ${third.origin}/`,
      `Location: ${third.origin}/`,
      `Report-To: {"group":"x","max_age":9,"endpoints":[{"url":"${third.origin}/"}]}`,
      `NEL: {"report_to":"x","max_age":9,"failure_fraction":1,"success_fraction":1}`,
      `Content-Security-Policy: default-src 'none'; report-uri ${third.origin}/`,
      `Access-Control-Allow-Origin: ${third.origin}`,
      `SourceMap: ${third.origin}/map`,
    ].map((line) => having(line, [line], [answered])),
  },
];

function statuses(from: number, to: number, right: (status: number) => readonly string[]): FaultCase[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const status = from + index;
    const bodiless = status < 200 || status === 204 || status === 304;
    return {
      name: `status ${status}`,
      right: right(status),
      answer: (socket) =>
        bodiless ? socket.end(`HTTP/1.1 ${status} Reason\r\n\r\n`) : socket.write(http(status, body)),
    };
  });
}

function rightFor(status: number): readonly string[] {
  if (status === 200) return [answered];
  if (redirects.has(status)) return ['redirect: unreadable'];
  if ([603, 604, 606].includes(status)) return [`refused: ${status}`];
  if (status === 601) return ['printer-not-connected'];
  if (status === 605) return ['perks-needed'];
  if (status === 610) return ['update-needed'];
  // Only a proxy may send 407, so the networks treat it as an error.
  return status === 407 ? ['status: 407', 'network: proxy', 'network: read', 'network: other'] : [`status: ${status}`];
}

function having(name: string, lines: readonly string[], right: readonly string[], status = 200): FaultCase {
  const response = http(status, body, lines);
  return { name: name.slice(0, 80), right, answer: (socket) => socket.write(response) };
}
