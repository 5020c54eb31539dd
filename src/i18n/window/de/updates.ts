import type { WindowMessages } from '../window-messages.ts';

export const updates: WindowMessages['updates'] = {
  title: 'Softwareupdates',
  daily: 'Täglich nach Updates suchen',
  dailyText: 'Fragt GitHub nach der neuesten Version. Dabei wird nichts über dich oder deine Drucker gesendet.',
  lookNow: 'Jetzt suchen',
  whatsNew: 'Was ist neu?',
  state: {
    notLooked: 'Noch nicht gesucht.',
    looking: 'Suche läuft …',
    newest: 'OctoGlance ist auf dem neuesten Stand.',
    available: (version) => `Version ${version} ist verfügbar. Installiere sie auf dieselbe Weise wie diese Version.`,
    downloading: (version) => `Version ${version} wird heruntergeladen …`,
    ready: (version) => `Version ${version} ist bereit und wird beim nächsten Start installiert.`,
    failed: 'Die Suche nach Updates ist fehlgeschlagen. OctoGlance versucht es in ein paar Stunden wieder.',
  },
};
