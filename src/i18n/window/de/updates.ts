import type { WindowMessages } from '../window-messages.ts';

export const updates: WindowMessages['updates'] = {
  title: 'Softwareupdates',
  daily: 'Täglich nach Updates suchen',
  dailyText: 'Fragt GitHub nach der neuesten Version. Dabei wird nichts über dich oder deine Drucker gesendet.',
  checkNow: 'Jetzt suchen',
  whatsNew: 'Was ist neu?',
  allChanges: 'Alle Änderungen',
  restartNow: 'Jetzt neu starten',
  fetch: (file) => `Lade ${file} von der Download-Seite herunter.`,
  fetchAndRun: (file) => `Lade ${file} von der Download-Seite herunter und gib in diesem Ordner ein:`,
  state: {
    notLooked: 'Noch nicht gesucht.',
    looking: 'Suche läuft …',
    newest: 'OctoGlance ist auf dem neuesten Stand.',
    available: (version) => `Version ${version} ist verfügbar.`,
    downloading: (version) => `Version ${version} wird heruntergeladen …`,
    ready: (version) => `Version ${version} ist bereit und wird beim nächsten Start installiert.`,
    installed: (version) => `Version ${version} ist installiert. Starte OctoGlance neu, um sie zu nutzen.`,
    failed: 'Die Suche nach Updates ist fehlgeschlagen. OctoGlance versucht es in ein paar Stunden erneut.',
  },
};
