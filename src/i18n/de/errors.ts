import type { Messages } from '../messages.ts';
import { shared } from './shared.ts';

export const deeds: Messages['deeds'] = {
  noPage: {
    title: 'Es gibt keine Seite zum Öffnen',
    text: 'OctoEverywhere hat für diesen Drucker keine Seite genannt oder eine außerhalb von octoeverywhere.com; eine solche wird nie geöffnet. Der Drucker steht auf der Übersicht bei OctoEverywhere.',
    smallPrint: null,
  },
  noLocalIp: {
    title: 'Keine lokale IP-Adresse bekannt',
    text: 'OctoEverywhere hat für diesen Drucker keine genannt.',
    smallPrint: null,
  },
  noLocalPage: {
    title: 'Es gibt keine lokale Seite zum Öffnen',
    text: 'OctoEverywhere hat für diesen Drucker keine Adresse in einem Heim- oder Firmennetzwerk genannt; andere werden nie geöffnet.',
    smallPrint: null,
  },
  browserDidNotOpen: (address, code) => ({
    title: 'Der Browser ging nicht auf',
    text: `Kopiere die Adresse und öffne sie selbst, oder versuche es noch einmal: ${address}`,
    smallPrint: code,
  }),
  browserHangs: (address) => ({
    title: 'Ist dein Browser aufgegangen?',
    text: `Falls keine Seite erschienen ist, kopiere die Adresse und öffne sie selbst, oder versuche es noch einmal: ${address}`,
    smallPrint: null,
  }),
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  noAddress: {
    title: 'Es gibt keine Adresse zum Öffnen',
    text: 'Seit dem Start wurde nichts geöffnet. Fang dort noch einmal an, wohin du wolltest.',
    smallPrint: null,
  },
  noNotifications: {
    title: 'Dieser Desktop zeigt keine Mitteilungen',
    text: 'Kein Mitteilungsdienst antwortet. Bitte einen starten oder installieren; Tray und Fenster zeigen inzwischen alles.',
    smallPrint: null,
  },
  folderDidNotOpen: (path, why) => ({
    title: 'Der Ordner ging nicht auf',
    text: `Bitte selbst öffnen: ${path}`,
    smallPrint: why,
  }),
  fileDidNotOpen: (path, why) => ({
    title: 'Die Datei ging nicht auf',
    text: `Bitte selbst öffnen: ${path}`,
    smallPrint: why,
  }),
  startAtLogin: 'Der Start beim Anmelden ließ sich nicht ändern',
  allowLoginItem: 'Bitte OctoGlance in den Systemeinstellungen unter „Anmeldeobjekte“ erlauben.',
  onlyInstalled:
    'Nur die installierte App kann beim Anmelden starten. Bitte OctoGlance installieren und es dort einschalten.',
  fileOfAppImage:
    'OctoGlance weiß nicht, aus welcher AppImage-Datei es gestartet wurde. Starte die Datei selbst, mit „OctoGlance“ im Namen, und versuche es noch einmal.',
  moveAway: (path) => `Bei ${path} ist etwas im Weg. Verschiebe es und versuche es noch einmal.`,
  makeWritable: (path) => `Bitte ${path} beschreibbar machen und noch einmal versuchen.`,
  afterNextLogin: 'Bitte nach dem nächsten Anmelden noch einmal versuchen.',
  systemAnswer: (code) => `Antwort des Systems: ${code}`,
};
