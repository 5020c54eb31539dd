import type { DocumentKind } from '../domain/document-kind.ts';
import { notSavedNotice, type StorageNotice } from './storage-notice.ts';
import type { WriteResult } from './whole-file.ts';

/** Hears of every attempt to write a file of `kind`. */
export type WriteReport = (kind: DocumentKind, result: WriteResult) => void;

/** Which kinds of files are not on disk as they should be: what the one notice about them says. */
export class UnsavedFiles {
  readonly #codes = new Map<DocumentKind, string | null>();
  #suspected = false;
  readonly #changed: (notice: StorageNotice | null) => void;

  /** `changed` takes what there is to report, null once everything is on disk again; not again while it stays the same. */
  constructor(changed: (notice: StorageNotice | null) => void) {
    this.#changed = changed;
  }

  /** Nothing was written yet, but the profile was found not to be writable; `code` is the system's. */
  suspect(code: string): void {
    this.#suspected = true;
    this.#changed(notSavedNotice([], code));
  }

  take(kind: DocumentKind, result: WriteResult): void {
    const news = result.ok ? this.#codes.delete(kind) || this.#suspected : this.#codes.get(kind) !== result.code;
    this.#suspected = false;
    if (!news) return;
    if (!result.ok) this.#codes.set(kind, result.code);
    const [first] = this.#codes;
    this.#changed(first === undefined ? null : notSavedNotice([...this.#codes.keys()], first[1]));
  }
}
