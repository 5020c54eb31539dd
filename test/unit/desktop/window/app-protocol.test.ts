import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { serveAppScheme } from '../../../../src/desktop/window/app-protocol.ts';
import { PageFiles } from '../../../../src/desktop/window/page-files.ts';
import { profileFolder } from '../../../support/storage/profile-folder.ts';

vi.mock('electron', () => ({ protocol: {} }));

interface Answer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

/** Requests an address from the window's session, which serves `folder`. */
function ask(folder: string, url: string): Promise<Answer> {
  return new Promise((resolve) => {
    const registerBufferProtocol = (
      _scheme: string,
      handler: (request: { url: string }, respond: (answer: Answer) => void) => void,
    ) => handler({ url }, resolve);
    serveAppScheme(new PageFiles(folder), { protocol: { registerBufferProtocol } } as never);
  });
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

it('the window gets its files with their types', async () => {
  const { statusCode, headers, data } = await ask(windowFolder(), 'app://octoglance/index.html');
  expect([statusCode, headers?.['content-type'], String(data)]).toEqual([200, 'text/html; charset=utf-8', '<p>ä</p>']);
});

it.each([
  'app://octoglance/missing.js',
  'app://octoglance/notes.txt',
  'app://octoglance/..%2fsecret.js',
  'app://octoglance/',
  'app://elsewhere/index.html',
  'app://octoglance/%',
  'not an address',
])('the window gets nothing else: %s', async (address) => {
  const { statusCode, data } = await ask(windowFolder(), address);
  expect([statusCode, String(data)]).toEqual([404, 'Not found']);
});
