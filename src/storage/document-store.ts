import { join } from 'node:path';
import type { DocumentKind } from '../domain/document-kind.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import { backUp, quarantine, readDocument } from './document-file.ts';
import { documentWriter } from './document-write.ts';
import { type Migrations, migrate, type StoredDocument } from './migrations.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';
import * as notice from './storage-notice.ts';
import type { WriteReport } from './unsaved-files.ts';

/** The result of parsing a document. Complaints name what is wrong without repeating text from the file. */
export type Parsed<Value> =
  | { readonly kind: 'good'; readonly value: Value }
  /** Entries were dropped; a copy of the original is kept. */
  | { readonly kind: 'partly'; readonly value: Value; readonly complaints: readonly string[] }
  /** Some values were replaced by their defaults; a copy of the original is kept. */
  | { readonly kind: 'with-defaults'; readonly value: Value; readonly complaints: readonly string[] }
  | { readonly kind: 'wrong-shape' };

/** The options that all documents of a profile share. */
export interface StoreOptions {
  /** The profile folder, absolute; created on the first save if missing. */
  readonly folder: string;
  /** Returns the current time, UTC, for the names of files moved aside. */
  readonly now: () => Instant;
  /** Changes within this time become one write, ms; 100 by default, and more for a file of more than 200 kB. */
  readonly debounce?: Milliseconds;
  /** When to retry a failed write; a minute by default. */
  readonly retryAfter?: Milliseconds;
  readonly report?: WriteReport;
}

/** One document: its file, and how it is read and written. */
export interface DocumentOptions<Value> extends StoreOptions {
  /** File name without `.json`. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly migrations: Migrations;
  readonly empty: Value;
  readonly parse: (document: StoredDocument) => Parsed<Value>;
  readonly serialize: (value: Value) => StoredDocument;
}

/** Stores one value, in a file of the profile or in memory (`memory-document.ts`). */
export interface DocumentStore<Value> {
  /** Returns the latest value, saved or not. */
  value(): Value;
  /** Sets the value at once; resolves when it is on disk or could not be saved. Never rejects. */
  save(value: Value): Promise<SaveResult>;
  /** Writes an unsaved value at once; used on quit. Never rejects. */
  flush(): Promise<SaveResult>;
  /** Problems found when the file was opened. */
  readonly notices: readonly StorageNotice[];
}

/** How much of a document there may be for each millisecond between two writes, which block the app; in characters. */
const charactersEachMillisecond = 2_000;

/** Opens one stored document. An unusable file is moved aside, never overwritten. Never throws. */
export function openDocument<Value>(options: DocumentOptions<Value>): DocumentStore<Value> {
  const opened = read(options);
  const write = documentWriter(options.folder, options.name);
  const version = options.migrations.length;
  let value = opened.value;
  let length = 0;
  let unsaved = false;
  let retry: NodeJS.Timeout | undefined;
  let debounced: { promise: Promise<SaveResult>; start: () => void } | null = null;
  let last: Promise<SaveResult> = Promise.resolve({ ok: true });

  async function writeNow(): Promise<SaveResult> {
    if (opened.blocked !== null) return { ok: false, notice: opened.blocked };
    const written = value;
    const result = await write({ ...opened.unknown, version, ...options.serialize(written) });
    length = result.length;
    options.report?.(options.kind, result);
    if (!result.ok) {
      retryLater();
      return { ok: false, notice: notice.notSavedNotice([options.kind], result.code) };
    }
    if (written === value) unsaved = false;
    return { ok: true };
  }

  function retryLater(): void {
    clearTimeout(retry);
    retry = setTimeout(() => void (unsaved && debounce()), options.retryAfter ?? MINUTE);
    // Must not keep the process alive; quitting tries again.
    retry.unref();
  }

  function debounce(): Promise<SaveResult> {
    if (debounced !== null) return debounced.promise;
    let begin = () => {};
    const promise = new Promise<void>((resolve) => {
      begin = resolve;
    }).then(() => {
      // One write after another, each with the value at that time.
      last = last.then(writeNow);
      return last;
    });
    const timer = setTimeout(start, Math.max(options.debounce ?? 100, length / charactersEachMillisecond));
    function start() {
      clearTimeout(timer);
      debounced = null;
      begin();
    }
    debounced = { promise, start };
    return promise;
  }

  function save(next: Value): Promise<SaveResult> {
    value = next;
    unsaved = true;
    return debounce();
  }

  // Save the readable part soon, so that the next start has nothing to complain about.
  if (opened.rewrite) void save(value);

  return {
    value: () => value,
    save,
    flush: async () => {
      if (!unsaved) return last;
      const result = debounce();
      debounced?.start();
      return result;
    },
    notices: opened.notices,
  };
}

interface Opened<Value> {
  readonly value: Value;
  readonly notices: readonly StorageNotice[];
  /** Set when writing would destroy content of which there is no copy. */
  readonly blocked: StorageNotice | null;
  readonly rewrite: boolean;
  /** Unknown entries of the file, which a newer app with the same format may need. */
  readonly unknown: StoredDocument;
}

function read<Value>(options: DocumentOptions<Value>): Opened<Value> {
  const path = join(options.folder, `${options.name}.json`);
  const fresh = { value: options.empty, notices: [], blocked: null, rewrite: false, unknown: {} };

  function putAway(reason: string, newer: boolean): Opened<Value> {
    const kept = quarantine(path, options.now());
    if (kept.ok) return { ...fresh, notices: [notice.quarantineNotice(options.kind, kept.file, reason, newer)] };
    const blocked = notice.leftAloneNotice(options.kind, path, reason);
    return { ...fresh, notices: [blocked], blocked };
  }

  const file = readDocument(path);
  if (file.kind === 'absent') return fresh;
  if (file.kind === 'unreadable') return putAway(file.reason, false);
  if (file.kind === 'out-of-reach') {
    const blocked = notice.outOfReachNotice(options.kind, path, file.reason);
    return { ...fresh, notices: [blocked], blocked };
  }
  const migrated = migrate(file.value, options.migrations);
  if (migrated.kind === 'newer') return putAway(`Version ${migrated.version}`, true);
  if (migrated.kind === 'unusable') return putAway(migrated.reason, false);
  const parsed = options.parse(migrated.document);
  if (parsed.kind === 'wrong-shape') return putAway('Not the expected content', false);
  const unknown = unknownIn(migrated.document, options.serialize(parsed.value));
  if (parsed.kind === 'good') return { ...fresh, value: parsed.value, unknown };
  const copy = backUp(path, options.now());
  if (copy.ok) {
    const say = parsed.kind === 'partly' ? notice.partlyReadNotice : notice.defaultsUsedNotice;
    const found = say(options.kind, parsed.complaints, copy.file);
    return { value: parsed.value, notices: [found], blocked: null, rewrite: true, unknown };
  }
  const blocked = notice.leftAloneNotice(options.kind, path, parsed.complaints.join('; '));
  return { value: parsed.value, notices: [blocked], blocked, rewrite: false, unknown };
}

/** Returns the entries of `found` that `known` does not have. */
export function unknownIn(found: StoredDocument, known: object): StoredDocument {
  return Object.fromEntries(Object.entries(found).filter(([name]) => !Object.hasOwn(known, name)));
}
