import type { Message } from '../../domain/message.ts';

/** A newer OctoGlance. */
export const updates = {
  ready: (version: string): Message => ({
    title: `OctoGlance ${version} is ready`,
    text: 'It’s installed the next time OctoGlance starts. See what’s new under Settings → Updates.',
    smallPrint: null,
  }),
  available: (version: string): Message => ({
    title: `OctoGlance ${version} is available`,
    text: 'Install it the same way as this version. See what’s new under Settings → Updates.',
    smallPrint: null,
  }),
};
