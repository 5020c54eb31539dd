import type { DocumentKind } from '../domain/document-kind.ts';
import type { Message } from '../domain/message.ts';
import type { Messages } from '../i18n/messages.ts';

/** A problem with a stored file that has to be reported once. The window shows it as a notice. */
export interface StorageNotice {
  /** The same problem with the same file has the same id, so that it is shown once. */
  readonly id: string;
  /** Returns the text; a function, because files are read before the user's language is known. */
  readonly say: (messages: Messages) => Message;
}

export type SaveResult =
  | { readonly ok: true }
  /** The file is unchanged. The value stays in memory, and saving it is retried. */
  | { readonly ok: false; readonly notice: StorageNotice };

/** The file was unusable (or too new) and is kept under another name. */
export function quarantineNotice(kind: DocumentKind, file: string, reason: string, newer: boolean): StorageNotice {
  return {
    id: `${kind}-set-aside`,
    say: ({ storage }) => {
      const document = storage.documents[kind];
      return {
        title: newer ? storage.fromNewer(document) : storage.couldNotBeRead(document),
        text: newer ? storage.quarantineNewer(document) : storage.quarantine(document),
        smallPrint: storage.keptAs(reason, file),
      };
    },
  };
}

/** Part of the file was unusable: the rest is used, and the whole file is kept under another name. */
export function partlyReadNotice(kind: DocumentKind, complaints: readonly string[], file: string): StorageNotice {
  return {
    id: `${kind}-partly-read`,
    say: ({ storage }) => ({
      title: storage.readInPart(storage.documents[kind]),
      text: storage.partInUse,
      smallPrint: storage.keptAs(complaints.join('; '), file),
    }),
  };
}

/** Some values were invalid: their defaults are used, and the whole file is kept under another name. */
export function defaultsUsedNotice(kind: DocumentKind, complaints: readonly string[], file: string): StorageNotice {
  return {
    id: `${kind}-defaults-used`,
    say: ({ storage }) => ({
      title: storage.badValue(storage.documents[kind]),
      text: storage.defaultInUse,
      smallPrint: storage.keptAs(complaints.join('; '), file),
    }),
  };
}

/** The file is unusable and could not be moved aside, so nothing is saved over it. */
export function leftAloneNotice(kind: DocumentKind, path: string, reason: string): StorageNotice {
  return {
    id: `${kind}-left-alone`,
    say: ({ storage }) => ({
      title: storage.couldNotBeRead(storage.documents[kind]),
      text: storage.leftAlone(storage.documents[kind]),
      smallPrint: `${reason}. ${path}`,
    }),
  };
}

/** The file's location is unavailable now, such as a missing drive: nothing is saved in its place. */
export function outOfReachNotice(kind: DocumentKind, path: string, reason: string): StorageNotice {
  return {
    id: `${kind}-left-alone`,
    say: ({ storage }) => ({
      title: storage.couldNotBeRead(storage.documents[kind]),
      text: storage.leftOutOfReach(storage.documents[kind]),
      smallPrint: `${reason}. ${path}`,
    }),
  };
}

/** The same for all kinds, so that a full disk is one notice. */
export const notSavedId = 'not-saved';

/** Writing files of these kinds failed. `code` is the system's error code (ENOSPC, EROFS…) or null. */
export function notSavedNotice(kinds: readonly DocumentKind[], code: string | null): StorageNotice {
  // EFBIG: the size of files is limited, for this user or on this disk.
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  const forbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return {
    id: notSavedId,
    say: ({ storage }) => {
      const [only, ...more] = kinds;
      const cause = full ? [storage.diskFull] : forbidden ? [storage.readOnly] : [];
      const remedy = full ? storage.freeSpace : forbidden ? storage.allowWriting : storage.triesAgain;
      return {
        title: only === undefined || more.length > 0 ? storage.nothingSaved : storage.notSaved(storage.documents[only]),
        text: [...cause, storage.holdsUntilQuit, remedy].join(' '),
        smallPrint: code === null ? null : storage.systemError(code),
      };
    },
  };
}
