/** Updates of OctoGlance. */
export const updates = {
  title: 'Updates',
  daily: 'Check for updates daily',
  dailyText: 'Asks GitHub for the latest version. Sends nothing about you or your printers.',
  checkNow: 'Check now',
  whatsNew: 'What’s new',
  allChanges: 'All changes',
  restartNow: 'Restart now',
  fetch: (file: string) => `Download ${file} from the releases page.`,
  fetchAndRun: (file: string) => `Download ${file} from the releases page, then run in that folder:`,
  state: {
    notLooked: 'Not checked yet.',
    looking: 'Checking…',
    newest: 'You’re up to date.',
    available: (version: string) => `Version ${version} is available.`,
    downloading: (version: string) => `Downloading version ${version}…`,
    ready: (version: string) => `Version ${version} is ready and will be installed at the next start.`,
    installed: (version: string) => `Version ${version} is installed. Restart OctoGlance to use it.`,
    failed: 'Couldn’t check for updates. OctoGlance will try again in a few hours.',
  },
};
