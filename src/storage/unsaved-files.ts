import type { DocumentKind } from '../domain/document-kind.ts';
import { notSavedNotice, type StorageNotice } from './storage-notice.ts';
import type { WriteResult } from './whole-file.ts';

/** Called after every attempt to write a file of `kind`. */
export type WriteReport = (kind: DocumentKind, result: WriteResult) => void;

/** Tracks which kinds of files could not be saved, for the one notice about them. */
export class UnsavedFiles {
  readonly #codes = new Map<DocumentKind, string | null>();
  #suspected = false;
  readonly #changed: (notice: StorageNotice | null) => void;

  /** `changed` is called when the notice changes, with null once everything is on disk again. */
  constructor(changed: (notice: StorageNotice | null) => void) {
    this.#changed = changed;
  }

  /** Reports a profile that is not writable before anything was written; `code` is the system's error code. */
  suspect(code: string): void {
    this.#suspected = true;
    this.#changed(notSavedNotice([], code));
  }

  take(kind: DocumentKind, result: WriteResult): void {
    const hasChanged = result.ok ? this.#codes.delete(kind) || this.#suspected : this.#codes.get(kind) !== result.code;
    this.#suspected = false;
    if (!hasChanged) return;
    if (!result.ok) this.#codes.set(kind, result.code);
    const [first] = this.#codes;
    this.#changed(first === undefined ? null : notSavedNotice([...this.#codes.keys()], first[1]));
  }
}
