import type { WindowMessages } from '../window-messages.ts';

export const updates: WindowMessages['updates'] = {
  title: 'Neue Versionen',
  daily: 'Einmal am Tag nach neuen Versionen sehen',
  dailyText: 'Fragt GitHub nach der neuesten Version und sagt dort nichts über dich und deine Drucker.',
  lookNow: 'Jetzt nachsehen',
  whatsNew: 'Was neu ist',
  state: {
    notLooked: 'Seit dem Start nicht nachgesehen.',
    looking: 'Wird nachgesehen …',
    newest: 'Das ist die neueste Version.',
    available: (version) => `Version ${version} ist da. Bitte so installieren, wie diese auf den Computer kam.`,
    downloading: (version) => `Version ${version} wird heruntergeladen …`,
    ready: (version) => `Version ${version} liegt bereit und gilt ab dem nächsten Start.`,
    failed: 'Das war nicht herauszufinden. In ein paar Stunden wird es wieder versucht.',
  },
};
