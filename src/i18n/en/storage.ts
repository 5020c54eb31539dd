import type { DocumentKind } from '../../domain/document-kind.ts';

/** How one stored file is spoken of: `subject` begins a sentence, `withoutIt` says what is done when it cannot be used. */
interface DocumentWords {
  readonly subject: string;
  readonly withoutIt: string;
}

const documents: Readonly<Record<DocumentKind, DocumentWords>> = {
  settings: { subject: 'The settings file', withoutIt: 'OctoGlance uses its default settings.' },
  printers: {
    subject: 'The list of printers',
    withoutIt: 'OctoGlance starts with an empty list; what it kept in the keychain is untouched.',
  },
  leftovers: {
    subject: 'The note of tokens to remove',
    withoutIt: 'Tokens of printers that you removed may stay in the keychain.',
  },
  additions: {
    subject: 'The list of printers being added',
    withoutIt: 'If OctoGlance was interrupted while adding a printer, add that printer again.',
  },
  'sign-in': {
    subject: 'The note of a sign-in under way',
    withoutIt: 'If you were signing in, start that again.',
  },
  told: { subject: 'The list of alerts already told', withoutIt: 'Some of them may be told once more.' },
  history: { subject: 'The history of a printer', withoutIt: 'OctoGlance begins a new one.' },
  window: { subject: 'The window’s size and place', withoutIt: 'The window opens in its usual size.' },
  updates: { subject: 'The note of the last look for updates', withoutIt: 'OctoGlance looks again soon.' },
};

/** What is said about files of the app. Reasons and complaints are technical and stay in English. */
export const storage = {
  documents,
  fromNewer: ({ subject }: DocumentWords) => `${subject} comes from a newer OctoGlance`,
  couldNotBeRead: ({ subject }: DocumentWords) => `${subject} could not be read`,
  setAsideNewer: ({ withoutIt }: DocumentWords) =>
    `${withoutIt} The file was set aside, nothing was deleted. Install the newer OctoGlance, quit it and give the file its old name back.`,
  setAside: ({ withoutIt }: DocumentWords) =>
    `${withoutIt} The file was set aside, nothing was deleted. You can repair it and give it its old name back while OctoGlance is closed.`,
  keptAs: (reason: string, file: string) => `${reason}. Kept as ${file}`,
  readInPart: ({ subject }: DocumentWords) => `${subject} could only be read in part`,
  partInUse:
    'The readable part is in use. The whole file was kept as well, nothing was deleted. Add again what is missing.',
  badValue: ({ subject }: DocumentWords) => `${subject} held a value that cannot be used`,
  defaultInUse: 'Its default is in use instead. The file as it was is kept too. Set it again in Settings.',
  leftAlone: ({ withoutIt }: DocumentWords) =>
    `${withoutIt} The file could not be set aside either, so changes are not saved until you move it away and start OctoGlance again.`,
  leftOutOfReach: ({ withoutIt }: DocumentWords) =>
    `${withoutIt} Changes are not saved until the file can be reached; then start OctoGlance again.`,
  notSaved: ({ subject }: DocumentWords) => `${subject} could not be saved`,
  nothingSaved: 'OctoGlance cannot save anything',
  holdsUntilQuit: 'What changed holds until you quit; what is on the disk is unharmed.',
  diskFull: 'The disk is full.',
  freeSpace: 'Free some space: OctoGlance tries again every minute.',
  readOnly: 'OctoGlance’s data folder is read-only.',
  allowWriting: 'Allow writing there: OctoGlance tries again every minute.',
  triesAgain: 'OctoGlance tries again every minute; if it keeps failing, start it anew.',
  systemError: (code: string) => `System error ${code}`,
};
