import { newest } from '../en/updates.ts';
import type { Messages } from '../messages.ts';

const lastLines = [
  'Zeilen, die an ihrem Platz bleiben, Schlagwörter und Änderungen an vielen Druckern auf einmal',
  'Drucke: Fortschritt, wann sie fertig sind, und Benachrichtigungen',
  'Eine Demo, die sich sofort öffnet, und „Alle Daten entfernen …“',
];

export const updates: Messages['updates'] = {
  ready: (version) => ({
    title: `OctoGlance ${version} ist bereit`,
    text: 'Es wird beim nächsten Start von OctoGlance installiert. Was neu ist, steht unter Einstellungen → Softwareupdates.',
    smallPrint: null,
  }),
  installed: (version) => ({
    title: `OctoGlance ${version} ist installiert`,
    text: 'Noch läuft die vorherige Version. Starte OctoGlance neu, um die neue zu nutzen.',
    smallPrint: null,
  }),
  available: (version) => ({
    title: `OctoGlance ${version} ist verfügbar`,
    text: 'Installiere es auf dieselbe Weise wie diese Version. Was neu ist, steht unter Einstellungen → Softwareupdates.',
    smallPrint: null,
  }),
  updated: (version) => ({
    title: `OctoGlance ist jetzt ${version}`,
    text:
      version === newest.version
        ? lastLines.join('\n')
        : 'Deine Drucker, Einstellungen und der Verlauf sind unverändert.',
    smallPrint: null,
  }),
  notReady: { title: 'Kein Neustart nötig', text: 'Es ist keine neuere Version bereit.', smallPrint: null },
  notRestarted: {
    title: 'Der Neustart hat nicht geklappt',
    text: 'Die Datei von OctoGlance liegt nicht mehr dort, von wo es gestartet wurde. Beende OctoGlance und starte es selbst neu.',
    smallPrint: null,
  },
  notNow: {
    title: 'Gerade nicht',
    text: 'Eine neue Verbindung wird geprüft. Versuche es gleich noch einmal.',
    smallPrint: null,
  },
};
