import type { Message } from '../../domain/message.ts';

/**
 * What users notice first in the newest version, a few words each. `unit/app/whats-new.test.ts` requires them for every
 * version.
 */
export const newest = {
  version: '0.2.0',
  lines: [
    'Rows that stay in place, tags, and changes to many printers at once',
    'Prints: progress, when they’re done, and notifications',
    'A demo that opens right away, and “Remove all data…”',
  ],
};

/** Updates of OctoGlance. */
export const updates = {
  ready: (version: string): Message => ({
    title: `OctoGlance ${version} is ready`,
    text: 'It will be installed the next time OctoGlance starts. See what’s new under Settings → Updates.',
    smallPrint: null,
  }),
  installed: (version: string): Message => ({
    title: `OctoGlance ${version} is installed`,
    text: 'The previous version is still running. Restart OctoGlance to use the new one.',
    smallPrint: null,
  }),
  available: (version: string): Message => ({
    title: `OctoGlance ${version} is available`,
    text: 'Install it the same way as this version. See what’s new under Settings → Updates.',
    smallPrint: null,
  }),
  updated: (version: string): Message => ({
    title: `OctoGlance is now ${version}`,
    text:
      version === newest.version ? newest.lines.join('\n') : 'Your printers, settings and history are as they were.',
    smallPrint: null,
  }),
  notReady: {
    title: 'No restart needed',
    text: 'No newer version is ready.',
    smallPrint: null,
  } as Message,
  notRestarted: {
    title: 'Couldn’t restart',
    text: 'OctoGlance’s file is no longer where it was started from. Quit OctoGlance and start it yourself.',
    smallPrint: null,
  } as Message,
  notNow: {
    title: 'Not right now',
    text: 'A new connection is being checked. Try again in a moment.',
    smallPrint: null,
  } as Message,
};
