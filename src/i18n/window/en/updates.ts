/** A newer OctoGlance. */
export const updates = {
  title: 'Updates',
  daily: 'Look for updates once a day',
  dailyText: 'Asks GitHub for the newest version and tells it nothing of you or your printers.',
  lookNow: 'Look now',
  whatsNew: 'What’s new',
  state: {
    notLooked: 'Not looked for since the start.',
    looking: 'Looking…',
    newest: 'This is the newest version.',
    available: (version: string) => `Version ${version} is there. Get it the way you got this one.`,
    downloading: (version: string) => `Version ${version} is being downloaded…`,
    ready: (version: string) => `Version ${version} is ready, and used from the next start on.`,
    failed: 'That could not be found out. It is tried again in a few hours.',
  },
};
