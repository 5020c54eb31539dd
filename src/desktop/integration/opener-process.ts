import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';

/** How a program that opens links ended, or that it has not. */
export type OpenerEnd =
  | { readonly kind: 'opened' }
  | { readonly kind: 'missing' }
  /** `code` of its exit, or the signal that ended it. */
  | { readonly kind: 'failed'; readonly code: number | string }
  /** It runs on without a browser among its processes. `end` comes when it does end. */
  | { readonly kind: 'hanging'; readonly end: Promise<OpenerEnd> };

/** A browser that is started as part of an opener holds more memory than all the scripts and questions around it. */
const browserBytes = 60 * 1024 * 1024;

/** By then even a slow machine has started its browser, or handed the link to one that runs. */
const usualLimit: Milliseconds = 10 * SECOND;

/** What happens to a browser after so long is its own affair. */
const watchedFor: Milliseconds = 10 * MINUTE;

/**
 * Starts a program that opens a link, and waits at most `limit` for what comes of it. Some openers end at once, others
 * become the browser; none is ever killed. Never rejects.
 */
export function runOpener(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  limit: Milliseconds = usualLimit,
): Promise<OpenerEnd> {
  let child: ChildProcess;
  try {
    // In a session of its own: it outlives the app, and its processes are told from others by that. The app's own folder
    // may be gone.
    child = spawn(program, args, { cwd: '/', env: environment, detached: true, stdio: 'ignore' });
  } catch {
    return Promise.resolve({ kind: 'missing' });
  }
  child.unref();
  const end = new Promise<OpenerEnd>((resolve) => {
    child.once('error', () => resolve({ kind: 'missing' }));
    child.once('exit', (code, signal) => {
      resolve(code === 0 ? { kind: 'opened' } : { kind: 'failed', code: code ?? signal ?? 'unknown' });
    });
    setTimeout(resolve, watchedFor, { kind: 'opened' }).unref();
  });
  return new Promise((resolve) => {
    const timer = setTimeout(async () => {
      const isBrowser = child.pid !== undefined && (await bytesOfSession(child.pid)) > browserBytes;
      resolve(isBrowser ? { kind: 'opened' } : { kind: 'hanging', end });
    }, limit);
    void end.then((how) => {
      clearTimeout(timer);
      resolve(how);
    });
  });
}

/** What all processes of a session hold in memory, in bytes. Source: proc(5), `stat`, fields 6 and 24. */
async function bytesOfSession(session: number): Promise<number> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const pages = await Promise.all(
    ids.map(async (id) => {
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
      // The program's name, in brackets, may hold spaces and brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(fields[3]) === session ? Number(fields[21]) : 0;
    }),
  );
  return 4_096 * pages.reduce((sum, count) => sum + count, 0);
}
