import { shared } from '../../en/shared.ts';

/** The settings, each with one line that says what it does. */
export const settings = {
  title: shared.settings,
  watching: 'Watching',
  pollSeconds: 'Check each printer every',
  pollSecondsText: (requests: string) => `${requests}.`,
  notifications: 'Notifications',
  notificationsText: 'While this is off nothing is told. The tray icon always shows it.',
  topics: 'Tell me of',
  preview: (topic: string) => `Show an example: ${topic}`,
  previewTitle: 'Show an example',
  topic: {
    disconnected: { label: 'Disconnected', explanation: 'A printer has dropped, or keeps dropping.' },
    recovered: { label: 'Connected again', explanation: 'A printer you were told about is back.' },
    reconnect: { label: 'Reconnect needed', explanation: 'A connection no longer works, or works again.' },
    perks: { label: 'Supporter Perks', explanation: 'The account has none any more, or has them again.' },
    update: { label: 'Plugin update needed', explanation: 'The OctoEverywhere plugin on a printer is too old.' },
    service: {
      label: 'OctoEverywhere can’t be reached',
      explanation: 'No answer for 15 minutes though this computer is online, and when answers come again.',
    },
  },
  grace: 'Tell of a disconnection after',
  graceText: 'Healthy links drop for up to a minute now and then; a shorter gap is not told.',
  sound: 'Sound',
  soundText: 'Lets your system play its sound with what you are told.',
  thisComputer: 'This computer',
  theme: 'Theme',
  themeText: 'System goes along with your desktop.',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageText: 'Of the window, the tray and the notifications.',
  /** Each language by its own name, so that it is found by those who speak it. */
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  startAtLogin: 'Start at login',
  startAtLoginText: 'OctoGlance then starts in the tray, without a window.',
  restore: 'Restore defaults',
  restored: 'Defaults restored.',
};
