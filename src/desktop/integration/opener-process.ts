import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';

/** How a program that opens links ended, or that it is still running. */
export type OpenerEnd =
  | { readonly kind: 'opened' }
  | { readonly kind: 'missing' }
  /** `code` is the exit code, or the signal that ended it. */
  | { readonly kind: 'failed'; readonly code: number | string }
  /** It keeps running without a browser among its processes. `end` resolves when it ends. */
  | { readonly kind: 'hanging'; readonly end: Promise<OpenerEnd> };

/** A browser started by an opener uses more memory than all the scripts and dialogs around it. */
const browserBytes = 60 * 1024 * 1024;

/** By then even a slow computer has started its browser or passed the link to a running one. */
const usualLimit: Milliseconds = 10 * SECOND;

/** How long the opener is watched; later events are the browser's own. */
const watchedFor: Milliseconds = 10 * MINUTE;

/**
 * Starts a program that opens a link and waits at most `limit` ms for the result. Some openers end immediately, others
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
    // In its own session: it outlives the app, and its processes are recognised by the session id. The app's folder
    // may disappear.
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

/** Memory used by all processes of a session, in bytes. Source: proc(5), `stat`, fields 6 and 24. */
async function bytesOfSession(session: number): Promise<number> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const pages = await Promise.all(
    ids.map(async (id) => {
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
      // The program's name, in parentheses, may itself contain spaces and parentheses.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(fields[3]) === session ? Number(fields[21]) : 0;
    }),
  );
  return 4_096 * pages.reduce((sum, count) => sum + count, 0);
}
