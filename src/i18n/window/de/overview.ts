import { plural } from '../../de/plural.ts';
import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const overview: WindowMessages['overview'] = {
  refreshAll: shared.refreshAll,
  settings: shared.settings,
  addPrinter: 'Drucker hinzufügen',
  emptyTitle: 'Deine Drucker auf einen Blick',
  emptyText:
    'OctoGlance sitzt im Infobereich und zeigt dir, ob deine 3D-Drucker mit OctoEverywhere verbunden sind. Verliert einer die Verbindung, bekommst du eine Benachrichtigung.',
  tryDemo: 'Mit Demo-Druckern ausprobieren',
  demoText: 'Hier ist alles simuliert.',
  demoStarts: 'Demo startet …',
  demoEnds: 'Demo wird verlassen …',
  leaveDemo: 'Demo verlassen',
  offline: {
    title: shared.computerOffline,
    text: 'Du siehst den letzten bekannten Zustand. OctoGlance prüft wieder, sobald das Netzwerk zurück ist.',
    smallPrint: null,
  },
  networkSignIn: {
    title: shared.networkSignIn,
    text: 'Statt OctoEverywhere antwortet etwas anderes. Öffne eine beliebige Seite in deinem Browser und melde dich dort an; danach macht OctoGlance automatisch weiter.',
    smallPrint: null,
  },
  serviceSilent: {
    title: (length) => `OctoEverywhere antwortet seit ${length} nicht`,
    spoken: 'OctoEverywhere antwortet nicht.',
    text: 'Du siehst den letzten bekannten Zustand. Mit deinen Druckern ist vielleicht alles in Ordnung; OctoGlance versucht es weiter.',
    smallPrint: null,
  },
  signInAsks: {
    title: 'Bei deiner Anmeldung musst du etwas entscheiden',
    text: 'Die neue Verbindung wird erst gespeichert, wenn du dich entscheidest.',
    smallPrint: null,
  },
  signInWaits: 'In deinem Browser wartet eine Anmeldung',
  finishToAdd: 'Schließe sie dort ab, um den Drucker hinzuzufügen.',
  finishToReconnect: (name) => `Schließe sie dort ab, um ${name} erneut zu verbinden.`,
  showSignIn: 'Anmeldung anzeigen',
  filterPrinters: 'Drucker filtern',
  filterByName: 'Nach Namen filtern',
  filterByNameTitle: 'Nach Namen filtern ( / )',
  filterByState: 'Nach Status filtern',
  allStates: 'Jeder Status',
  noneAnyMore: 'Keiner mehr',
  counted: (label, count) => `${label} (${count})`,
  countOf: (shown, all) => `${shown} von ${all}`,
  allShown: (count) =>
    plural(count, { one: `${count} Drucker wird angezeigt.`, other: `Alle ${count} Drucker werden angezeigt.` }),
  someShown: (shown, all) =>
    plural(shown, {
      one: `${shown} von ${all} Druckern wird angezeigt.`,
      other: `${shown} von ${all} Druckern werden angezeigt.`,
    }),
  noneFitsState: 'Kein Drucker hat diesen Status.',
  noneFits: (text) => ['Kein Drucker passt zu „', text, '“.'],
  noneFitsBoth: (text) => ['Kein Drucker mit diesem Status passt zu „', text, '“.'],
  showAll: 'Alle Drucker anzeigen',
};
