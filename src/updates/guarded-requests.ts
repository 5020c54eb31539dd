import type { EventEmitter } from 'node:events';
import { isLoopback } from '../octoeverywhere/origin.ts';

/** The part of a request that matters here; electron-updater passes options of Node's http. */
interface RequestOptions {
  readonly protocol?: string | null;
}

interface Request {
  abort(): void;
}

interface Response extends EventEmitter {
  readonly headers: Readonly<Record<string, unknown>>;
}

type FollowRedirect = (
  request: unknown,
  options: RequestOptions,
  reject: (error: Error) => void,
  redirectCount: number,
  follow: (options: RequestOptions) => void,
) => void;

/** The parts of electron-updater 6.8 missing from its types. */
interface Inside {
  stagingUserIdPromise: { readonly value: Promise<string> };
  computeFinalHeaders: (headers: Record<string, string>) => Record<string, string>;
  readonly httpExecutor: {
    addRedirectHandlers: FollowRedirect;
    createRequest: (options: RequestOptions, callback: (response: Response) => void) => Request;
    doDownload: (...args: readonly unknown[]) => void;
  };
}

export interface RequestGuard {
  /** Call before each check, and before a download with its size in bytes according to the feed, or null. */
  readonly begin: (downloadBytes?: number | null) => void;
  /** Cancels everything still pending. */
  readonly end: () => void;
}

const mostRedirects = 5;

/** The feed has less than 1 KB, GitHub's release list about 100 KB. */
const mostText = 1024 * 1024;

/** Maximum download size if the feed doesn't state one; a release has about 130 MB. */
const mostDownload = 512 * 1024 * 1024;

/**
 * Prevents unwanted behaviour of electron-updater: it would send a permanent id of this installation with each check,
 * follow unlimited redirects to any host, in downloads even an invalid `Location`, and read responses of any size,
 * texts into memory and downloads onto the disk. A test checks what a server receives. `address` is a test's feed, null
 * for GitHub.
 */
export function guardRequests(updater: object, address: URL | null): RequestGuard {
  const inside = updater as Inside;
  const nobody = { value: Promise.resolve('00000000-0000-4000-8000-000000000000') };
  Object.defineProperty(inside, 'stagingUserIdPromise', { value: nobody });
  inside.computeFinalHeaders = ({ 'x-user-staging-id': _number, ...headers }) => headers;
  let redirects = 0;
  let most = mostText;
  let downloadBytes: number | null = null;
  const open = new Set<(error: Error) => void>();
  const { httpExecutor } = inside;
  const addHandlers = httpExecutor.addRedirectHandlers.bind(httpExecutor);
  const createRequest = httpExecutor.createRequest.bind(httpExecutor);
  const doDownload = httpExecutor.doDownload.bind(httpExecutor);
  const mayBePlain = address !== null && isLoopback(address);
  httpExecutor.addRedirectHandlers = (request, options, reject, redirectCount, follow) =>
    addHandlers(request, options, reject, redirectCount, (next) => {
      redirects += 1;
      if (redirects > mostRedirects) reject(new Error('Too many redirects'));
      else if (next.protocol !== 'https:' && !mayBePlain) reject(new Error('A redirect to an address without TLS'));
      else follow(next);
    });
  httpExecutor.doDownload = (...args) => {
    most = downloadBytes ?? mostDownload;
    doDownload(...args);
    most = mostText;
  };
  httpExecutor.createRequest = (options, callback) => {
    if (options.protocol !== 'https:' && !mayBePlain) throw new Error('An address without TLS');
    const limit = most;
    const request = createRequest(options, (response) => {
      const giveUp = (error: Error) => {
        open.delete(giveUp);
        request.abort();
        // Electron emits nothing for a response that was aborted.
        response.emit('error', error);
      };
      open.add(giveUp);
      const { location: _none, ...headers } = response.headers;
      Object.defineProperty(response, 'headers', { value: headers });
      let bytes = 0;
      response.on('data', (part: Buffer | string) => {
        bytes += part.length;
        if (bytes > limit) giveUp(new Error(`The response is longer than ${limit} bytes`));
      });
      for (const over of ['end', 'close']) response.on(over, () => open.delete(giveUp));
      callback(response);
    });
    return request;
  };
  return {
    begin: (bytes = null) => {
      redirects = 0;
      downloadBytes = bytes;
    },
    end: () => {
      for (const giveUp of open) giveUp(new Error('The request was cancelled'));
    },
  };
}
