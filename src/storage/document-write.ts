import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type ElectronStore from 'electron-store';
import { errorCode } from '../domain/error-code.ts';
import { renameOver, type WriteResult, writeWholeFile } from './whole-file.ts';

/** Resolves to the result, with the length of what was written, in characters. */
export type DocumentWriter = (document: Record<string, unknown>) => Promise<WriteResult & { readonly length: number }>;

/**
 * Returns a writer for `<folder>/<name>.json` that leaves either the old file or the complete new one, whatever happens
 * in between. It never throws.
 *
 * electron-store alone does not guarantee that: on a full disk the system accepts part of the bytes without an error,
 * and its atomic write (conf 15.1 with atomically 2.1, tried on a full tmpfs) then replaces the good file with the
 * truncated one. So electron-store writes to `<name>.new.json`, which is read back and only then renamed. A symbolic
 * link, for example to a synchronised folder, stays a link, and its target is written.
 *
 * electron-store is loaded on the first write: reading at startup needs neither it nor its schema compiler.
 */
export function documentWriter(folder: string, name: string): DocumentWriter {
  const target = join(folder, `${name}.json`);
  const staged = join(folder, `${name}.new.json`);
  let store: ElectronStore<Record<string, unknown>> | null = null;

  return async (document) => {
    try {
      mkdirSync(folder, { recursive: true });
      rmSync(staged, { force: true, recursive: true });
      // In a folder without write permission electron-store would retry for a second, blocking everything.
      closeSync(openSync(staged, 'wx', 0o600));
      if (store === null) {
        clearUnfinished(folder, `${name}.new.json`);
        store = await openStore(folder, `${name}.new`);
      }
      store.store = document;
      const text = serialize(document);
      if (readFileSync(staged, 'utf8') !== text) {
        rmSync(staged, { force: true });
        return { ok: false, code: 'ENOSPC', length: 0 };
      }
      const { length } = text;
      if (isLink(target)) {
        rmSync(staged);
        return { ...(await writeWholeFile(target, text)), length };
      }
      await renameOver(staged, target);
      return { ok: true, length };
    } catch (error) {
      return { ok: false, code: errorCode(error), length: 0 };
    }
  };
}

/**
 * Removes half-written files (`….tmp-` and 16 characters). atomically 2.1, which electron-store uses for writing,
 * leaves one behind each time the process is killed during a write.
 */
function clearUnfinished(folder: string, file: string): void {
  const left = readdirSync(folder).filter((one) => one.startsWith(`${file}.tmp-`));
  for (const one of left) rmSync(join(folder, one), { force: true });
}

async function openStore(cwd: string, name: string): Promise<ElectronStore<Record<string, unknown>>> {
  const { default: Store } = await withoutSignalListeners(() => import('electron-store'));
  return new Store<Record<string, unknown>>({
    cwd,
    name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    serialize,
    // document-store.ts reads and checks the files; electron-store throws on a broken one.
    deserialize: () => ({}),
  });
}

/**
 * Removes signal listeners that loading added. One of electron-store's libraries (when-exit 2.1) handles signals and
 * then kills the process with the same one, so that the app could not finish anything. A library must not decide which
 * signals end the app. It listens once to each; the app's own listeners, which may be added while it loads, are lasting.
 */
async function withoutSignalListeners<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const listenersNow = () => signals.map((signal) => process.rawListeners(signal));
  const before = listenersNow();
  const loaded = await load();
  for (const [index, listeners] of listenersNow().entries()) {
    const signal = signals[index];
    for (const listener of listeners) {
      if (signal === undefined || !listensOnce(listener) || before[index]?.includes(listener) === true) continue;
      process.removeListener(signal, listener as NodeJS.SignalsListener);
    }
  }
  return loaded;
}

/** Only such a listener has a wrapper, which names it. */
function listensOnce(listener: object): boolean {
  return 'listener' in listener;
}

const signals = Object.keys(constants.signals) as NodeJS.Signals[];

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function serialize(document: Record<string, unknown>): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
