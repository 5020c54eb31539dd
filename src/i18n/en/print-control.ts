import type { Message } from '../../domain/message.ts';
import type { PrintAction } from '../../domain/print/print-action.ts';

interface Question {
  /** Includes the printer's name. */
  readonly question: (printer: string) => string;
  readonly warning: string;
  readonly yes: string;
  readonly no: string;
  readonly done: (printer: string) => Message;
}

/** Pausing, resuming and cancelling a print: the confirmation dialog and the result. */
export const printControl = {
  actions: {
    pause: {
      question: (printer) => `Pause the print on ${printer}?`,
      warning: 'The printer stops where it is and stays hot.',
      yes: 'Pause print',
      no: 'Don’t pause',
      done: (printer) => ({
        title: `${printer} is pausing`,
        text: 'It accepted the command and may take a moment to stop.',
        smallPrint: null,
      }),
    },
    resume: {
      question: (printer) => `Resume the print on ${printer}?`,
      warning: 'The printer will start moving again. Make sure that nothing is in its way.',
      yes: 'Resume print',
      no: 'Don’t resume',
      done: (printer) => ({
        title: `${printer} is resuming`,
        text: 'It accepted the command and may take a moment to continue.',
        smallPrint: null,
      }),
    },
    cancel: {
      question: (printer) => `Cancel the print on ${printer}?`,
      warning: 'This can’t be undone: the print would have to start over.',
      yes: 'Cancel print',
      no: 'Keep printing',
      done: (printer) => ({
        title: `${printer} is cancelling its print`,
        text: 'It accepted the command and may take a moment to stop.',
        smallPrint: null,
      }),
    },
  } satisfies Readonly<Record<PrintAction, Question>> as Readonly<Record<PrintAction, Question>>,
  file: (name: string) => `File: ${name}`,
  off: {
    title: 'Print control is off',
    text: 'Turn on “Allow controlling prints” under Settings → Prints.',
    smallPrint: null,
  } as Message,
  busy: {
    title: 'Still waiting for the printer',
    text: 'It hasn’t responded to the last command yet. Nothing else was sent.',
    smallPrint: null,
  } as Message,
  changed: {
    title: 'Nothing was sent',
    text: 'The print has ended or changed in the meantime, or its state is no longer known. Take another look.',
    smallPrint: null,
  } as Message,
  notSent: {
    title: 'Nothing was sent',
    text: 'OctoEverywhere couldn’t be reached. Check this computer’s connection, then try again.',
  },
  /** It may or may not have been done. */
  unknown: {
    title: 'No response from the printer',
    text: 'It may or may not have carried out the command. Check the printer; OctoGlance won’t send it again.',
  },
};
