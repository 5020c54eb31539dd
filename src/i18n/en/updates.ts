import type { Message } from '../../domain/message.ts';

/** Updates of OctoGlance. */
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
  notReady: {
    title: 'No restart needed',
    text: 'No newer version is ready.',
    smallPrint: null,
  } as Message,
  notNow: {
    title: 'Not right now',
    text: 'A new connection is being checked. Try again in a moment.',
    smallPrint: null,
  } as Message,
};
