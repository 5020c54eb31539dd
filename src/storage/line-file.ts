import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { errorCode } from '../domain/error-code.ts';
import { isPassing } from './document-file.ts';

const version = 1;

/** The first line of each such file. */
export const head = `{"version":${version}}`;
const headSchema = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** Bytes. The app's files never get this large; a larger one is from something else. */
const mostBytes = 4 * 1024 * 1024;

/** The content of a file of lines. `reason` explains in English why it is unusable. */
export type Lines =
  | { readonly kind: 'absent' }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'unusable'; readonly reason: string; readonly newer: boolean }
  /** The file may be fine, but its drive or share does not respond; `code` is the system's error code. */
  | { readonly kind: 'out-of-reach'; readonly code: string };

/** Reads the lines after the head. `otherwise` is the reason for a file without a valid head. Never rejects. */
export async function readLines(path: string, otherwise: string): Promise<Lines> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return { kind: 'unusable', reason: 'Not a file', newer: false };
    if (facts.size > mostBytes) return { kind: 'unusable', reason: 'Larger than 4 MB', newer: false };
    // The decoder removes a byte order mark, which some editors add.
    const [first = '', ...lines] = new TextDecoder().decode(await readFile(path)).split('\n');
    const known = v.safeParse(headSchema, parsedLine(first));
    if (!known.success) return { kind: 'unusable', reason: first === '' ? 'Empty' : otherwise, newer: false };
    if (known.output.version > version) {
      return { kind: 'unusable', reason: `Version ${known.output.version}`, newer: true };
    }
    return { kind: 'lines', lines };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    if (isPassing(code)) return { kind: 'out-of-reach', code };
    return { kind: 'unusable', reason: `System error ${code ?? 'unknown'}`, newer: false };
  }
}

/** Returns the JSON value of a line; null if it is truncated or not JSON. */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
