import { describe, expect, test } from 'vitest';
import { http } from '../raw-server.ts';
import { body, type ClientSetup, token } from './setup.ts';

/** Which redirects the client follows with the token. */
export function redirectCases({ ask, outcomeOf, problemOf, raw }: ClientSetup): void {
  describe('redirects', () => {
    const to = (location: string, status = 302) => http(status, '', [`Location: ${location}`]);
    const problem = (why: string) => ({ type: 'redirect', why });

    test.each([301, 302, 303, 307, 308])('%d within the service is followed, with the token', async (status) => {
      const server = await raw((socket, head) =>
        socket.write(head.startsWith('GET /elsewhere?x=1 ') ? http(200, body) : to('/elsewhere?x=1', status)),
      );
      expect((await ask({ origin: server.origin, token })).kind).toBe('answered');
      expect(server.requests.map((head) => /apptoken: (.*)/i.exec(head)?.[1])).toEqual([token, token]);
    });

    test('three are followed, a fourth is too many', async () => {
      const server = await raw((socket, _, count) => socket.write(count < 3 ? to('/again') : http(200, body)));
      expect((await ask({ origin: server.origin, token })).kind).toBe('answered');
      const loop = await raw((socket) => socket.write(to('/again')));
      expect(problemOf(await ask({ origin: loop.origin, token }))).toEqual(problem('too-many'));
      expect(loop.requests).toHaveLength(4);
    });

    test('a third host never receives the token', async () => {
      const third = await raw((socket) => socket.write(http(200, body)));
      const port = new URL(third.origin).port;
      for (const location of [
        `${third.origin}/api/appconnection/info`,
        `//127.0.0.1:${port}/`,
        `http://localhost:${port}/`,
        `http://octoeverywhere.com@127.0.0.1:${port}/`,
        `http://octoeverywhere.com:${port}/`,
        'http://octoeverywhere.com/api/appconnection/info',
        'https://octoeverywhere.com.example/',
        'https://octoeverywhere.com:8443/',
        'https://octoeverywhere.com./',
        'https://evil-octoeverywhere.com/',
      ]) {
        expect(problemOf(await outcomeOf((socket) => socket.write(to(location)))), location).toEqual(
          problem('foreign-host'),
        );
      }
      expect(third.connections()).toBe(0);
    });

    test.each(['file:///etc/passwd', 'data:application/json,{}', 'javascript:1', 'about:blank'])(
      'to %s are not followed',
      async (location) => {
        expect(problemOf(await outcomeOf((socket) => socket.write(to(location))))).toMatchObject({ type: 'redirect' });
      },
    );

    test.each(['http://[', 'https://exa mple/', 'http://:99999/'])('to %s fail', async (location) => {
      expect(problemOf(await outcomeOf((socket) => socket.write(to(location))))).toMatchObject({ type: 'redirect' });
    });
  });
}
