import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { serveAppScheme } from '../../../../src/desktop/window/app-protocol.ts';
import { profileFolder } from '../../../support/storage/profile-folder.ts';

vi.mock('electron', () => ({ protocol: {} }));

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

type Ask = (address: string) => Promise<Answer>;

/** Serves a folder by the older method of Electron's sessions. */
function older(folder: string): Ask {
  type Respond = (response: { statusCode: number; headers: Record<string, string>; data: Buffer }) => void;
  let handler: (request: { url: string }, respond: Respond) => void = () => {};
  const protocol = {
    registerBufferProtocol: (_scheme: string, given: typeof handler) => {
      handler = given;
    },
  };
  serveAppScheme(folder, { protocol } as never);
  return (url) =>
    new Promise((resolve) => {
      handler({ url }, ({ statusCode, headers, data }) =>
        resolve({ status: statusCode, type: headers['content-type'] ?? null, text: data.toString() }),
      );
    });
}

/** Serves a folder by the newer method, for an Electron without the older one. */
function newer(folder: string): Ask {
  let handler: (request: Request) => Promise<Response> = async () => new Response();
  const protocol = {
    handle: (_scheme: string, given: typeof handler) => {
      handler = given;
    },
  };
  serveAppScheme(folder, { protocol } as never);
  return async (url) => {
    const response = await handler({ url } as Request);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
}

/** Returns a folder with a page, beside a script that is not to be served. */
function windowFolder(): string {
  const outside = profileFolder();
  const folder = join(outside, 'window');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<p>ä</p>');
  writeFileSync(join(folder, 'notes.txt'), 'notes');
  writeFileSync(join(outside, 'secret.js'), 'secret');
  return folder;
}

describe.each([
  ['older', older],
  ['newer', newer],
])('files are served by the %s method of Electron', (_, serve) => {
  it('with their types', async () => {
    expect(await serve(windowFolder())('app://octoglance/index.html')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: '<p>ä</p>',
    });
  });

  it.each([
    'app://octoglance/missing.js',
    'app://octoglance/notes.txt',
    'app://octoglance/..%2fsecret.js',
    'app://octoglance/',
    'app://elsewhere/index.html',
    'app://octoglance/%',
    'not an address',
  ])('but nothing else: %s', async (address) => {
    const { status, text } = await serve(windowFolder())(address);
    expect([status, text]).toEqual([404, 'Not found']);
  });
});
