import type { Message } from '../../domain/message.ts';

const where = 'Settings → Updates leads to what is new in it.';

/** A newer OctoGlance. */
export const updates = {
  ready: (version: string): Message => ({
    title: `OctoGlance ${version} is ready`,
    text: `It is used from the next start on; nothing is interrupted. ${where}`,
    smallPrint: null,
  }),
  available: (version: string): Message => ({
    title: `OctoGlance ${version} is there`,
    text: `Get it the way you got this one. ${where}`,
    smallPrint: null,
  }),
};
