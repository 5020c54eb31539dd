import { isLoopback } from '../octoeverywhere/origin.ts';

/** What of a request counts here; electron-updater hands them over as options of Node's http. */
interface RequestOptions {
  readonly protocol?: string | null;
}

type FollowRedirect = (
  request: unknown,
  options: RequestOptions,
  reject: (error: Error) => void,
  redirectCount: number,
  follow: (options: RequestOptions) => void,
) => void;

/** The parts of electron-updater 6.8 that are not in its types. */
interface Inside {
  stagingUserIdPromise: { readonly value: Promise<string> };
  computeFinalHeaders: (headers: Record<string, string>) => Record<string, string>;
  readonly httpExecutor: { addRedirectHandlers: FollowRedirect };
}

const mostRedirects = 5;

/**
 * Keeps electron-updater from what it does unasked: it would send a lasting number of this installation with each look, and
 * follow redirects without end and to anywhere. Whether it is still so is tested by what a server is sent. `begin` is to be
 * called before each look or download; `address` is the feed of a test, null for GitHub.
 */
export function guardRequests(updater: object, address: URL | null): { readonly begin: () => void } {
  const inside = updater as Inside;
  const nobody = { value: Promise.resolve('00000000-0000-4000-8000-000000000000') };
  Object.defineProperty(inside, 'stagingUserIdPromise', { value: nobody });
  inside.computeFinalHeaders = ({ 'x-user-staging-id': _number, ...headers }) => headers;
  let redirects = 0;
  const { httpExecutor } = inside;
  const addHandlers = httpExecutor.addRedirectHandlers.bind(httpExecutor);
  const mayBePlain = address !== null && isLoopback(address);
  httpExecutor.addRedirectHandlers = (request, options, reject, redirectCount, follow) =>
    addHandlers(request, options, reject, redirectCount, (next) => {
      redirects += 1;
      if (redirects > mostRedirects) reject(new Error('Too many redirects'));
      else if (next.protocol !== 'https:' && !mayBePlain) reject(new Error('A redirect to an address without TLS'));
      else follow(next);
    });
  return {
    begin: () => {
      redirects = 0;
    },
  };
}
