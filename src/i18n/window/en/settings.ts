import { plural } from '../../en/plural.ts';
import { shared } from '../../en/shared.ts';

/** The settings, each with a line of explanation. */
export const settings = {
  title: shared.settings,
  watching: 'Monitoring',
  pollSeconds: 'Check each printer every',
  notifications: 'Notifications',
  notificationsText: 'When off, you get no notifications. The tray icon still shows the status.',
  topics: 'Notify me about',
  preview: (topic: string) => `Preview: ${topic}`,
  previewTitle: 'Preview',
  topic: {
    disconnected: { label: 'Disconnected', explanation: 'A printer has disconnected, or keeps disconnecting.' },
    recovered: { label: 'Connected again', explanation: 'A printer that you were notified about is back.' },
    reconnect: { label: 'Reconnect needed', explanation: 'A connection no longer works, or works again.' },
    perks: { label: 'Supporter Perks', explanation: 'Your account lost its perks, or has them again.' },
    update: { label: 'Plugin update needed', explanation: 'The OctoEverywhere plugin on a printer is too old.' },
    service: {
      label: 'OctoEverywhere can’t be reached',
      explanation: 'No response for 15 minutes while this computer is online, and when it’s back.',
    },
  },
  grace: 'Notify about a disconnection after',
  graceText: 'Healthy connections can drop for up to a minute. Shorter gaps are ignored.',
  sound: 'Sound',
  soundText: 'Plays the system’s notification sound.',
  thisComputer: 'This computer',
  theme: 'Theme',
  themeText: '“System” follows your desktop.',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageText: 'For the window, tray and notifications.',
  /** Each language in that language, so that its speakers find it. */
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  density: 'List',
  densityText: 'How much room each printer gets.',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  colourInMenuBar: 'Colour in the menu bar',
  colourInMenuBarText: 'Otherwise the icon is black or white, like the others there; its mark shows the state.',
  menuEntry: 'Show in the app menu',
  menuEntryText: 'Adds OctoGlance to your desktop’s list of apps. Turn it off to remove the entry again.',
  startAtLogin: 'Start at login',
  startAtLoginText: 'Starts in the tray, without a window.',
  sections: 'Sections',
  search: 'Search settings',
  found: (count: number) =>
    count === 0 ? 'No settings match.' : plural(count, { one: `${count} setting.`, other: `${count} settings.` }),
  restore: 'Restore defaults',
  restoreTitle: 'Restore all settings to their defaults?',
  restoreText: 'Your quiet hours and notification choices will be lost.',
  restored: 'Defaults restored.',
};
