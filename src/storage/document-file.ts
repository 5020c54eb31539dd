import { constants, copyFileSync, existsSync, readFileSync, readlinkSync, renameSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { errorCode } from '../domain/error-code.ts';
import type { Instant } from '../domain/time.ts';

/** Far more than 2,000 printers need; reading more at startup would only freeze the app. */
const MAX_BYTES = 16 * 1024 * 1024;

export type DocumentRead =
  | { readonly kind: 'absent' }
  | { readonly kind: 'read'; readonly value: unknown }
  /** `reason` is plain English for the small print and contains nothing of the file's content. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** The file may be fine, but its drive or share does not respond or is missing. */
  | { readonly kind: 'out-of-reach'; readonly reason: string };

const passing = new Set(
  'EIO ESTALE ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENOTCONN ENXIO ENODEV EMFILE ENFILE ENOMEM EAGAIN EBUSY'.split(' '),
);

/** Whether a system error is one of drives, shares or exhausted resources, which says nothing about the file. */
export function isPassing(code: string | null): code is string {
  return code !== null && passing.has(code);
}

/** Reads a JSON file, at most 16 MiB of strict UTF-8. Never throws, and never blocks on a pipe or a device. */
export function readDocument(path: string): DocumentRead {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return { kind: 'unreadable', reason: 'Not a file' };
    if (facts.size > MAX_BYTES) return { kind: 'unreadable', reason: 'Larger than 16 MB' };
    return parse(readFileSync(path));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT')
      return leadsToMissingFolder(path) ? outOfReach('Its link leads nowhere') : { kind: 'absent' };
    if (isPassing(code)) return outOfReach(`System error ${code}`);
    return { kind: 'unreadable', reason: `System error ${code ?? 'unknown'}` };
  }
}

/** {@link readDocument} for a file that the user chose: the drive may be slow, and nothing waits for it. Never rejects. */
export async function readChosenDocument(path: string): Promise<DocumentRead> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return { kind: 'unreadable', reason: 'Not a file' };
    if (facts.size > MAX_BYTES) return { kind: 'unreadable', reason: 'Larger than 16 MB' };
    return parse(await readFile(path));
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', reason: `System error ${code ?? 'unknown'}` };
  }
}

function outOfReach(reason: string): DocumentRead {
  return { kind: 'out-of-reach', reason };
}

/**
 * Whether the path is a link to a missing folder, probably on a drive that is not mounted. If only the file is missing,
 * it will be created.
 */
function leadsToMissingFolder(path: string): boolean {
  try {
    return !existsSync(dirname(resolve(dirname(path), readlinkSync(path))));
  } catch {
    return false;
  }
}

function parse(bytes: Uint8Array): DocumentRead {
  let text: string;
  try {
    // The decoder removes a byte order mark, which some editors add.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'unreadable', reason: 'Not text' };
  }
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch {
    return { kind: 'unreadable', reason: text.trim() === '' ? 'Empty' : 'Not JSON' };
  }
}

export type KeptAs =
  /** File name, without folder. */
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly code: string | null };

/** Renames the file to `<name>.broken-<UTC time>` in its folder; an earlier one is never replaced. Never throws. */
export function quarantine(path: string, now: Instant): KeptAs {
  return keep(path, now, renameSync);
}

/** Like {@link quarantine}, but leaves the original in place until its readable part has been written. */
export function backUp(path: string, now: Instant): KeptAs {
  return keep(path, now, (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL));
}

function keep(path: string, now: Instant, act: (from: string, to: string) => void): KeptAs {
  // Colons are not allowed in file names on Windows.
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  try {
    let target = `${path}.broken-${stamp}`;
    for (let number = 2; existsSync(target); number += 1) target = `${path}.broken-${stamp}-${number}`;
    act(path, target);
    return { ok: true, file: basename(target) };
  } catch (error) {
    return { ok: false, code: errorCode(error) };
  }
}
