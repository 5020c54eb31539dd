import type { DocumentKind } from '../../domain/document-kind.ts';

/** A stored file: `subject` is its name at the start of a sentence, `withoutIt` says what happens without it. */
interface DocumentTexts {
  readonly subject: string;
  readonly withoutIt: string;
}

const documents: Readonly<Record<DocumentKind, DocumentTexts>> = {
  settings: { subject: 'The settings file', withoutIt: 'OctoGlance uses its default settings.' },
  printers: {
    subject: 'The printer list',
    withoutIt: 'OctoGlance starts with an empty list; your tokens are still in the keychain.',
  },
  'pending-deletions': {
    subject: 'The list of tokens to delete',
    withoutIt: 'Tokens of printers that you removed may stay in the keychain.',
  },
  additions: {
    subject: 'The list of printers being added',
    withoutIt: 'If OctoGlance was interrupted while adding a printer, add that printer again.',
  },
  'sign-in': {
    subject: 'The record of the current sign-in',
    withoutIt: 'If you were signing in, start again.',
  },
  'alert-state': { subject: 'The record of past alerts', withoutIt: 'Some alerts may be repeated.' },
  prints: {
    subject: 'The record of the latest prints',
    withoutIt: 'OctoGlance may notify you about a print that ended earlier.',
  },
  history: { subject: 'The history of a printer', withoutIt: 'OctoGlance starts a new one.' },
  'print-history': { subject: 'The print history of a printer', withoutIt: 'OctoGlance starts a new one.' },
  window: { subject: 'The file with the window’s size', withoutIt: 'The window opens at its default size.' },
  updates: { subject: 'The record of the last update check', withoutIt: 'OctoGlance will check again soon.' },
  region: { subject: 'The file with your region’s formats', withoutIt: 'OctoGlance determines them again.' },
};

/** Messages about the app's files. Reasons and complaints are technical and stay in English. */
export const storage = {
  documents,
  fromNewer: ({ subject }: DocumentTexts) => `${subject} was written by a newer version of OctoGlance`,
  couldNotBeRead: ({ subject }: DocumentTexts) => `${subject} couldn’t be read`,
  quarantineNewer: ({ withoutIt }: DocumentTexts) =>
    `${withoutIt} The file was moved aside, not deleted. Install the newer version of OctoGlance, quit it and rename the file back.`,
  quarantine: ({ withoutIt }: DocumentTexts) =>
    `${withoutIt} The file was moved aside, not deleted. You can repair it and rename it back while OctoGlance isn’t running.`,
  keptAs: (reason: string, file: string) => `${reason}. Kept as ${file}`,
  readInPart: ({ subject }: DocumentTexts) => `${subject} could only be partly read`,
  partInUse: 'The readable part is being used and the original file was kept. Add anything that’s missing.',
  badValue: ({ subject }: DocumentTexts) => `${subject} contained an invalid value`,
  defaultInUse: 'The default is used instead and the original file was kept. You can change it in Settings.',
  leftAlone: ({ withoutIt }: DocumentTexts) =>
    `${withoutIt} The file couldn’t be moved aside either, so changes won’t be saved until you move it and restart OctoGlance.`,
  leftOutOfReach: ({ withoutIt }: DocumentTexts) =>
    `${withoutIt} Changes won’t be saved until the file can be reached again; then restart OctoGlance.`,
  notSaved: ({ subject }: DocumentTexts) => `${subject} couldn’t be saved`,
  nothingSaved: 'OctoGlance can’t save anything',
  holdsUntilQuit: 'Your changes apply until you quit; the files on disk are unchanged.',
  diskFull: 'The disk is full.',
  freeSpace: 'Free up some space; OctoGlance tries again every minute.',
  readOnly: 'OctoGlance’s data folder is read-only.',
  allowWriting: 'Make it writable; OctoGlance tries again every minute.',
  triesAgain: 'OctoGlance tries again every minute; if it keeps failing, restart it.',
  systemError: (code: string) => `System error ${code}`,
};
