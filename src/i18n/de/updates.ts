import type { Messages } from '../messages.ts';

export const updates: Messages['updates'] = {
  ready: (version) => ({
    title: `OctoGlance ${version} ist bereit`,
    text: 'Es wird beim nächsten Start von OctoGlance installiert. Was neu ist, steht unter Einstellungen → Softwareupdates.',
    smallPrint: null,
  }),
  available: (version) => ({
    title: `OctoGlance ${version} ist verfügbar`,
    text: 'Installiere es auf dieselbe Weise wie diese Version. Was neu ist, steht unter Einstellungen → Softwareupdates.',
    smallPrint: null,
  }),
  notReady: { title: 'Kein Neustart nötig', text: 'Es ist keine neuere Version bereit.', smallPrint: null },
  notNow: {
    title: 'Gerade nicht',
    text: 'Eine neue Verbindung wird geprüft. Versuch es gleich noch einmal.',
    smallPrint: null,
  },
};
