import { http } from '../raw-server.ts';
import { answered, body, type FaultCase, type FaultGroup } from './fault.ts';
import { third } from './third-host.ts';

const statuses = [301, 302, 303, 307, 308];
const foreign = ['redirect: foreign-host'];
const nowhere = ['redirect: foreign-host', 'redirect: unreadable', 'network: read'];

/** Redirects. The token may follow only within the service. */
export const redirects: readonly FaultGroup[] = [
  {
    fault: 'redirects in a loop',
    cases: statuses.flatMap((status) => [
      to('/api/appconnection/info', ['redirect: too-many'], status),
      to('?again', ['redirect: too-many'], status),
    ]),
  },
  {
    fault: 'redirects to other hosts',
    cases: [
      `${third.origin}/api/appconnection/info`,
      `//127.0.0.1:${third.port}/`,
      `http://localhost:${third.port}/`,
      `http://[::1]:${third.port}/`,
      'https://octoeverywhere.com.example/',
      'https://evil-octoeverywhere.com/',
      'https://octoeverywhere.com:8443/',
      'https://octoeverywhere.com./',
      'https://octoeverywhere.com%2eexample.com/',
      '\\\\third.example\\x',
      '/\\third.example/',
    ].flatMap((location) => statuses.map((status) => to(location, nowhere, status))),
  },
  {
    fault: 'redirects from https: to http:',
    cases: ['http://octoeverywhere.com/api/appconnection/info', 'http://www.octoeverywhere.com/'].flatMap((location) =>
      statuses.map((status) => to(location, foreign, status)),
    ),
  },
  {
    fault: 'redirects with user name and password',
    cases: [
      `http://octoeverywhere.com@127.0.0.1:${third.port}/`,
      `http://octoeverywhere.com:443@127.0.0.1:${third.port}/`,
      'https://user:password@octoeverywhere.com/',
      'https://third.example\\@octoeverywhere.com/',
    ].map((location) => to(location, nowhere)),
  },
  {
    fault: 'redirects to file:, data: and other schemes',
    cases: [
      ...[
        'file:///etc/passwd',
        'file://third.example/share',
        `data:application/json,${body}`,
        'javascript:1',
        'about:blank',
      ],
      ...['blob:https://octoeverywhere.com/x', 'ftp://octoeverywhere.com/', 'ws://octoeverywhere.com/', 'chrome://gpu'],
      ...['octoglance://connected?state=x', 'view-source:https://octoeverywhere.com/', 'mailto:a@third.example'],
    ].map((location) => to(location, nowhere)),
  },
  {
    fault: 'redirects that lead nowhere',
    cases: ['http://[', 'https://exa mple/', 'http://:99999/', `http://${'x'.repeat(5_000)}.example/`].map((location) =>
      to(location, nowhere),
    ),
  },
  {
    fault: 'redirects within the service, up to three',
    cases: statuses.map((status) => ({
      name: `${status} to the service itself`,
      right: [answered],
      answer: (socket, head) =>
        socket.write(head.startsWith('GET /there ') ? http(200, body) : http(status, '', ['Location: /there'])),
    })),
  },
];

function to(location: string, right: readonly string[], status = 302): FaultCase {
  const response = http(status, '<a href="/">moved</a>', [`Location: ${location}`]);
  return { name: `${status} to ${location.slice(0, 60)}`, right, answer: (socket) => socket.write(response) };
}
