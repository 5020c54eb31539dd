import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

export const errors: Messages['errors'] = {
  noPage: {
    title: 'Keine Seite zum Öffnen',
    text: 'OctoEverywhere hat für diesen Drucker keine Seite angegeben oder eine außerhalb von octoeverywhere.com, die OctoGlance nie öffnet. Du findest den Drucker in deinem OctoEverywhere-Dashboard.',
    smallPrint: null,
  },
  noLocalIp: {
    title: 'Lokale IP-Adresse unbekannt',
    text: 'OctoEverywhere hat für diesen Drucker keine angegeben.',
    smallPrint: null,
  },
  noTag: {
    title: 'Das ist kein Schlagwort',
    text: 'Gib mindestens einen Buchstaben oder eine Ziffer ein.',
    smallPrint: null,
  },
  tooManyTags: (name, most) => ({
    title: `${name} hat schon ${most} Schlagwörter`,
    text: 'Entferne eines und versuche es dann noch einmal.',
    smallPrint: null,
  }),
  noLocalPage: {
    title: 'Keine lokale Seite zum Öffnen',
    text: 'OctoEverywhere hat für diesen Drucker keine Adresse im privaten Netzwerk angegeben; andere öffnet OctoGlance nicht.',
    smallPrint: null,
  },
  browserDidNotOpen: (address, code) => ({
    title: 'Der Browser ließ sich nicht öffnen',
    text: `Kopiere die Adresse und öffne sie selbst, oder versuche es noch einmal: ${address}`,
    smallPrint: code,
  }),
  browserHangs: (address) => ({
    title: 'Hat sich dein Browser geöffnet?',
    text: `Falls keine Seite erschienen ist, kopiere die Adresse und öffne sie selbst, oder versuche es noch einmal: ${address}`,
    smallPrint: null,
  }),
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  noAddress: {
    title: 'Keine Adresse zum Öffnen',
    text: 'Seit dem Start von OctoGlance wurde nichts geöffnet. Geh zurück und versuche es noch einmal.',
    smallPrint: null,
  },
  dialogOpen: {
    title: 'Es ist schon ein Dialog offen',
    text: 'Er liegt vielleicht hinter anderen Fenstern. Beantworte oder schließe ihn zuerst.',
    smallPrint: null,
  },
  dialogLost: {
    title: 'Der Dateidialog reagiert nicht mehr',
    text: 'Der Teil deines Desktops, der ihn anzeigt, wurde beendet oder hängt. Schließe dieses Fenster, öffne es im Infobereich wieder und versuche es dann noch einmal. Wenn das nicht hilft, melde dich ab und wieder an.',
    smallPrint: 'org.freedesktop.portal.Desktop',
  },
  ownFolderChosen: (path) => ({
    title: 'Dieser Ordner gehört OctoGlance selbst',
    text: 'OctoGlance ersetzt und entfernt Dateien darin. Es wurde nichts gespeichert. Wähle einen anderen Ordner und versuche es dann noch einmal.',
    smallPrint: path,
  }),
  noNotifications: {
    title: 'Benachrichtigungen sind nicht verfügbar',
    text: 'Es läuft kein Benachrichtigungsdienst. Starte oder installiere einen; bis dahin zeigen dir das Symbol im Infobereich und dieses Fenster alles an.',
    smallPrint: null,
  },
  folderDidNotOpen: (path, why) => ({
    title: 'Der Ordner ließ sich nicht öffnen',
    text: `Öffne ihn selbst: ${path}`,
    smallPrint: why,
  }),
  fileDidNotOpen: (path, why) => ({
    title: 'Die Datei ließ sich nicht öffnen',
    text: `Öffne sie selbst: ${path}`,
    smallPrint: why,
  }),
  demoNotSwitched: {
    title: 'Der Wechsel hat nicht geklappt',
    text: 'OctoGlance konnte nicht neu starten. Versuche es noch einmal, oder beende es und starte es selbst neu.',
    smallPrint: null,
  },
  menuEntry: 'Das Anwendungsmenü konnte nicht geändert werden',
  menuEntryText: (path) =>
    `Mach ${path} beschreibbar oder verschiebe, was dort liegt, und versuche es dann noch einmal.`,
  startAtLogin: '„Beim Anmelden starten“ ließ sich nicht ändern',
  allowLoginItem: 'Erlaube OctoGlance in den Systemeinstellungen unter „Anmeldeobjekte“.',
  onlyInstalled:
    'Nur die installierte App kann beim Anmelden starten. Installiere OctoGlance und schalte dies dann ein.',
  notInDemo: 'Die Demo startet nicht beim Anmelden. Verlasse sie und ändere es dann.',
  onlyUsualProfile:
    'Nur das übliche Profil kann beim Anmelden starten. Starte OctoGlance ohne --user-data-dir und ändere es dann.',
  fileOfAppImage:
    'OctoGlance weiß nicht, aus welcher AppImage-Datei es gestartet wurde. Starte die Datei direkt, mit „OctoGlance“ im Namen, und versuche es dann noch einmal.',
  moveAway: (path) => `Bei ${path} ist etwas im Weg. Verschiebe es und versuche es dann noch einmal.`,
  makeWritable: (path) => `Erlaube das Schreiben in ${path} und versuche es dann noch einmal.`,
  afterNextLogin: 'Versuche es nach der nächsten Anmeldung noch einmal.',
  systemResponse: (code) => `Antwort des Systems: ${code}`,
};
