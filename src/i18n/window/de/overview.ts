import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const overview: WindowMessages['overview'] = {
  refreshAll: shared.refreshAll,
  settings: shared.settings,
  addPrinter: 'Drucker hinzufügen',
  emptyTitle: 'Alle Drucker auf einen Blick',
  emptyText:
    'OctoGlance sitzt im System-Tray und zeigt, ob die 3D-Drucker mit OctoEverywhere verbunden sind. Fällt einer aus, meldet es das.',
  lookAround: 'Mit Demo-Druckern umsehen',
  demoText: 'Hier ist alles simuliert.',
  leaveDemo: 'Demo verlassen',
  offline: {
    title: shared.computerOffline,
    text: 'Zu sehen ist der zuletzt bekannte Zustand. OctoGlance prüft von selbst wieder, sobald das Netzwerk zurück ist.',
    smallPrint: null,
  },
  networkSignIn: {
    title: shared.networkSignIn,
    text: 'Statt OctoEverywhere antwortet etwas anderes. Bitte im Browser eine beliebige Seite öffnen und sich dort anmelden; OctoGlance macht danach von selbst weiter.',
    smallPrint: null,
  },
  signInAsks: {
    title: 'Eine Anmeldung hat eine Frage',
    text: 'Die neue Verbindung wird erst nach der Antwort aufbewahrt.',
    smallPrint: null,
  },
  signInWaits: 'Eine Anmeldung wartet im Browser',
  finishToAdd: 'Dort abschließen, um den Drucker hinzuzufügen.',
  finishToReconnect: (name) => `Dort abschließen, um ${name} neu zu verbinden.`,
  showSignIn: 'Anmeldung zeigen',
  filterPrinters: 'Drucker filtern',
  filterByName: 'Nach Namen filtern',
  filterByNameTitle: 'Nach Namen filtern ( / )',
  filterByState: 'Nach Zustand filtern',
  allStates: 'Alle Zustände',
  noneAnyMore: 'Keiner mehr',
  counted: (words, count) => `${words} (${count})`,
  countOf: (shown, all) => `${shown} von ${all}`,
  allShown: (count) => `Alle ${count} Drucker sind zu sehen.`,
  someShown: (shown, all) => `${shown} von ${all} Druckern sind zu sehen.`,
  noneFitsState: 'Kein Drucker hat diesen Zustand.',
  noneFits: (text) => ['Kein Drucker passt zu „', text, '“.'],
  noneFitsBoth: (text) => ['Kein Drucker passt zu „', text, '“ in diesem Zustand.'],
  showAll: 'Alle Drucker zeigen',
};
