import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readlinkSync, writeSync } from 'node:fs';
import { errorCode } from '../domain/error-code.ts';

/**
 * Returns a function that checks whether nobody reads stdout (1) or stderr (2) any more, without writing anything. It
 * never says so of files and terminals, of a reader that belongs to another user, nor on Windows, where only writing
 * shows it. Neither throws.
 */
export function readerCheck(stream: 1 | 2): () => boolean {
  const pipe = process.platform === 'linux' ? unnamedPipe(stream) : null;
  if (pipe === null) return () => hasNoReader(stream);
  // Linux tells nobody but a poll, which Node doesn't offer, about a pipe without a name.
  let readers = readersOf(pipe);
  if (readers.length === 0) return () => false;
  return () => {
    if (readers.some((reader) => mayRead(reader, pipe))) return false;
    // It may have passed the pipe on to another program.
    readers = readersOf(pipe);
    return readers.length === 0;
  };
}

function unnamedPipe(stream: 1 | 2): string | null {
  try {
    const target = readlinkSync(`/proc/self/fd/${stream}`);
    return target.startsWith('pipe:') ? target : null;
  } catch {
    return null;
  }
}

/** The descriptors in `/proc` that read `pipe`, of processes that this user may look into. */
function readersOf(pipe: string): readonly string[] {
  const descriptors = namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => namesIn(`/proc/${id}/fd`).map((descriptor) => `/proc/${id}/fd/${descriptor}`));
  return descriptors.filter((path) => {
    try {
      return readlinkSync(path) === pipe && isForReading(readFileSync(path.replace('/fd/', '/fdinfo/'), 'utf8'));
    } catch {
      return false;
    }
  });
}

/** Source: proc(5), `fdinfo`: octal, O_WRONLY is 1. */
function isForReading(facts: string): boolean {
  return !/^flags:.*1$/m.test(facts);
}

function mayRead(descriptor: string, pipe: string): boolean {
  try {
    return readlinkSync(descriptor) === pipe;
  } catch (error) {
    // The process may have become one of another user, such as sudo.
    return errorCode(error) !== 'ENOENT';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function hasNoReader(stream: 1 | 2): boolean {
  if (process.platform === 'win32') return false;
  try {
    const kind = fstatSync(stream);
    if (kind.isFIFO() && process.platform === 'linux') return !canBeOpened(stream);
    // Fails without a reader, although nothing is written; with a pipe only on macOS (from the sources of XNU).
    if (kind.isFIFO() || kind.isSocket()) writeSync(stream, new Uint8Array());
    return false;
  } catch (error) {
    return errorCode(error) === 'EPIPE';
  }
}

/** Whether a named pipe has a reader. */
function canBeOpened(stream: 1 | 2): boolean {
  try {
    closeSync(openSync(`/proc/self/fd/${stream}`, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch (error) {
    // One of another user, for one, can't be opened, but it may have a reader.
    return errorCode(error) !== 'ENXIO';
  }
}
