/** Something about a stored file that has to be told once. The window shows it as a notice. */
export interface StorageNotice {
  /** The same trouble with the same file has the same id, so that it is shown once. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly smallPrint: string | null;
}

export type SaveResult =
  | { readonly ok: true }
  /** The file is as it was before. What was to be saved stays in memory; the next save tries again. */
  | { readonly ok: false; readonly notice: StorageNotice };

/** How one stored file is spoken of. */
export interface DocumentWords {
  /** Begins a sentence: "The list of printers". */
  readonly subject: string;
  /** What the app does when the file cannot be used: "OctoGlance starts with an empty list…". */
  readonly withoutIt: string;
}

/** The file was no good (or too new) and is kept under another name. */
export function setAsideNotice(words: DocumentWords, file: string, reason: string, newer: boolean): StorageNotice {
  return {
    id: `${words.subject}-set-aside`,
    title: newer ? `${words.subject} comes from a newer OctoGlance` : `${words.subject} could not be read`,
    text: newer
      ? `${words.withoutIt} The file was set aside, nothing was deleted. Install the newer OctoGlance, quit it and give the file its old name back.`
      : `${words.withoutIt} The file was set aside, nothing was deleted. You can repair it and give it its old name back while OctoGlance is closed.`,
    smallPrint: `${reason}. Kept as ${file}`,
  };
}

/** A part of the file was no good: the rest is used, the whole file is kept under another name. */
export function partlyReadNotice(words: DocumentWords, complaints: readonly string[], file: string): StorageNotice {
  return {
    id: `${words.subject}-partly-read`,
    title: `${words.subject} could only be read in part`,
    text: 'The readable part is in use. The whole file was kept as well, nothing was deleted. Add again what is missing.',
    smallPrint: `${complaints.join('; ')}. Kept as ${file}`,
  };
}

/** Single values were no good and their defaults are used. */
export function defaultsUsedNotice(words: DocumentWords, complaints: readonly string[]): StorageNotice {
  return {
    id: `${words.subject}-defaults-used`,
    title: `${words.subject} held a value that cannot be used`,
    text: 'Its default is in use instead. Set it again in Settings.',
    smallPrint: complaints.join('; '),
  };
}

/** The file is no good and could not be moved out of the way either, so nothing will be saved over it. */
export function leftAloneNotice(words: DocumentWords, path: string, reason: string): StorageNotice {
  return {
    id: `${words.subject}-left-alone`,
    title: `${words.subject} could not be read`,
    text: `${words.withoutIt} The file could not be set aside either, so changes are not saved until you move it away and start OctoGlance again.`,
    smallPrint: `${reason}. ${path}`,
  };
}

/** Writing failed. `code` is the system's error code (ENOSPC, EROFS…) or null. */
export function notSavedNotice(words: DocumentWords, code: string | null): StorageNotice {
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  const forbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  const cause = full ? 'The disk is full.' : forbidden ? "OctoGlance's data folder is read-only." : '';
  const remedy = full
    ? 'Free some space, then make the change again.'
    : forbidden
      ? 'Allow writing there, then make the change again.'
      : 'Make the change again; if it keeps failing, start OctoGlance anew.';
  return {
    id: `${words.subject}-not-saved`,
    title: `${words.subject} could not be saved`,
    text: [cause, 'The change holds until you quit; the file on disk is unharmed.', remedy].filter(Boolean).join(' '),
    smallPrint: code === null ? null : `System error ${code}`,
  };
}
