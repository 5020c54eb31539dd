import type { PluginFailureKind } from '../../domain/print/plugin-failure.ts';

interface Text {
  readonly title: string;
  readonly text: string;
}

/** Why a request to a printer’s plugin failed. */
export const printErrors = {
  kinds: {
    'not-connected': {
      title: 'Printer not connected',
      text: 'Its plugin isn’t connected to OctoEverywhere right now. Try again once it is.',
    },
    'connection-refused': {
      title: 'Reconnect needed',
      text: 'OctoEverywhere no longer accepts this connection. Reconnect the printer.',
    },
    'perks-needed': {
      title: 'Supporter Perks needed',
      text: 'This account has no Supporter Perks right now. It will work again once the perks are back.',
    },
    'credentials-refused': {
      title: 'Sign in again',
      text: 'OctoEverywhere no longer accepts this connection’s access to the printer. Reconnect it by signing in.',
    },
    limit: {
      title: 'Account limit reached',
      text: 'OctoEverywhere limits this for your account. Wait a while, then try again.',
    },
    'update-needed': {
      title: 'Plugin update needed',
      text: 'The OctoEverywhere plugin on this printer is too old for this. Update it on the printer.',
    },
    'no-print': {
      title: 'Nothing is printing',
      text: 'OctoEverywhere doesn’t report a running print on this printer.',
    },
    'printer-not-answering': {
      title: 'Printer not responding',
      text: 'Its plugin is connected, but the printer itself isn’t responding. Check whether it’s on.',
    },
    'wrong-state': {
      title: 'Not possible right now',
      text: 'The printer can’t do that in its current state. The print may have ended, or someone else got there first.',
    },
    'too-many-clients': {
      title: 'The printer is busy',
      text: 'Too many apps are connected to it. Close one of them, then try again.',
    },
    'not-supported': {
      title: 'This printer can’t do that',
      text: 'It doesn’t support this through OctoEverywhere. Use the printer’s own controls.',
    },
    'no-printer-login': {
      title: 'Printer refuses its access code',
      text: 'The login that its plugin uses is no longer valid. Update it in the plugin’s settings.',
    },
    'plugin-failed': {
      title: 'The printer’s plugin reported an error',
      text: 'Check the printer before you try again.',
    },
  } satisfies Readonly<Record<PluginFailureKind, Text>> as Readonly<Record<PluginFailureKind, Text>>,
  noCredentials: {
    title: 'Sign in again',
    text: 'This connection was set up without access to the printer itself. Reconnect it by signing in.',
  },
  /** Small print: the code, and the plugin's text in whatever language. */
  code: (status: number, words: string | null) =>
    words === null ? `OctoEverywhere code ${status}` : `OctoEverywhere code ${status}: ${words}`,
};
