import type { Message } from '../../domain/message.ts';

/** A link that shows a running print to others. */
export const sharing = {
  /** `end` is when the print is expected to end; null if unknown. */
  shared: (copied: boolean, end: string | null) => ({
    title: copied ? 'Link copied' : 'Link created',
    text:
      end === null
        ? 'Anyone who has it can watch this print. It stops working when the print ends.'
        : `Anyone who has it can watch this print. It stops working when the print ends (expected: ${end}).`,
  }),
  busy: {
    title: 'A link is being created',
    text: 'OctoEverywhere hasn’t responded yet.',
    smallPrint: null,
  } as Message,
  nothingPrints: {
    title: 'Nothing is printing',
    text: 'Only a print that is running can be shared.',
    smallPrint: null,
  } as Message,
  notSent: {
    title: 'No link was created',
    text: 'OctoEverywhere couldn’t be reached. Check this computer’s connection, then try again.',
  },
  /** It may or may not have been created. */
  unknown: {
    title: 'No link was copied',
    text: 'OctoEverywhere’s response couldn’t be read. A link may have been created anyway; it stops working when the print ends.',
  },
};
