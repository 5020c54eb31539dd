import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour =
  /** Sends these bytes with matching metadata. */
  | { readonly send: Buffer }
  /** Sends these bytes with metadata for others, like a damaged mirror. */
  | { readonly damaged: Buffer }
  /** Announces more bytes than it sends, then closes the connection. */
  | { readonly truncated: Buffer }
  | { readonly refuse: 401 | 404 };

/** Starts a real npm registry for one version of one scoped package. */
export async function startRegistry(name: string, version: string, behaviour: Behaviour) {
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '');
    if ('refuse' in behaviour) {
      response.writeHead(behaviour.refuse, { 'content-type': 'application/json' }).end('{"error":"refused"}');
      return;
    }
    const body =
      'send' in behaviour ? behaviour.send : 'damaged' in behaviour ? behaviour.damaged : behaviour.truncated;
    if (url === `/${name}`) {
      const vouchedFor = 'damaged' in behaviour ? Buffer.from('something else') : body;
      const integrity = `sha512-${createHash('sha512').update(vouchedFor).digest('base64')}`;
      const dist = { tarball: `${origin}/${name}/-/package.tgz`, integrity };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } }),
        );
      return;
    }
    if ('truncated' in behaviour) {
      response.writeHead(200, { 'content-length': body.length * 2 });
      response.write(body, () => response.destroy());
      return;
    }
    response.writeHead(200, { 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
