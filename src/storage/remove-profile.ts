import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The app's own documents, including quarantined ones, its socket, and what a killed start left. */
const ownFiles =
  /^((settings|printers|window|alerts|sign-in|leftover-secrets|pending-additions|prints|region|updates)\.json.*|status\.sock|\.trial-[\d-]+)$/;

const uuid = String.raw`[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}`;
const ofPrinter = new RegExp(`^${uuid}\\.jsonl.*$`);

/** The app's own folders, and what it stores in them. The user may have folders of the same name. */
const ownFolders: ReadonlyMap<string, RegExp> = new Map([
  ['history', ofPrinter],
  ['print-history', ofPrinter],
  ['pictures', new RegExp(`^${uuid}\\.png$`)],
  ['logs', /^octoglance(\.old)?\.log$/],
]);

/**
 * Removes a profile folder (absolute). In a folder that the user chose, also by a link in place of the default one, only
 * the app's own files are removed, because it may contain others; the default one is emptied. What can't be removed
 * stays, such as files in use on Windows. Never throws.
 */
export function removeProfile(folder: string, isOwnFolder: boolean): void {
  const isEmptied = isOwnFolder && !isLink(folder);
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const inside = ownFolders.get(name);
    if (isEmptied) removeAll(path);
    else if (ownFiles.test(name)) removeAll(path, false);
    else if (inside !== undefined) removeMatching(path, inside);
  }
  removeIfEmpty(folder);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function removeMatching(folder: string, own: RegExp): void {
  for (const name of namesIn(folder)) {
    if (own.test(name)) removeAll(join(folder, name), false);
  }
  removeIfEmpty(folder);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It isn't there, or isn't a folder.
    return [];
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It isn't empty, or isn't there.
  }
}

function removeAll(path: string, recursive = true): void {
  try {
    rmSync(path, { recursive, force: true });
  } catch {
    // In use; the others can still go.
  }
}
