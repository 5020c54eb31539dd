import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const settings: WindowMessages['settings'] = {
  title: shared.settings,
  watching: 'Beobachten',
  pollSeconds: 'Jeden Drucker prüfen alle',
  pollSecondsText: (requests) => `${requests}.`,
  notifications: 'Mitteilungen',
  notificationsText: 'Ausgeschaltet wird nichts gemeldet. Das Tray-Symbol zeigt es immer.',
  topics: 'Melden',
  preview: (topic) => `Beispiel zeigen: ${topic}`,
  previewTitle: 'Beispiel zeigen',
  topic: {
    disconnected: { label: 'Getrennt', explanation: 'Ein Drucker ist weg oder fällt immer wieder aus.' },
    recovered: { label: 'Wieder verbunden', explanation: 'Ein Drucker, dessen Ausfall gemeldet wurde, ist zurück.' },
    reconnect: {
      label: 'Neu verbinden nötig',
      explanation: 'Eine Verbindung gilt nicht mehr, oder sie gilt wieder.',
    },
    perks: { label: 'Supporter Perks', explanation: 'Das Konto hat keine mehr, oder es hat sie wieder.' },
    update: {
      label: 'Plugin-Update nötig',
      explanation: 'Das OctoEverywhere-Plugin auf einem Drucker ist zu alt.',
    },
    service: {
      label: 'OctoEverywhere nicht erreichbar',
      explanation: 'Seit 15 Minuten keine Antwort, obwohl dieser Computer online ist, und wenn wieder welche kommen.',
    },
  },
  grace: 'Eine Trennung melden nach',
  graceText: 'Auch gesunde Verbindungen reißen ab und zu bis zu einer Minute ab; Kürzeres wird nicht gemeldet.',
  sound: 'Ton',
  soundText: 'Das System darf zu einer Mitteilung seinen Ton abspielen.',
  thisComputer: 'Dieser Computer',
  theme: 'Aussehen',
  themeText: '„System“ richtet sich nach dem Desktop.',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languageText: 'In Fenster, Tray und Mitteilungen.',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  startAtLogin: 'Beim Anmelden starten',
  startAtLoginText: 'OctoGlance startet dann im Tray, ohne Fenster.',
  restore: 'Standard wiederherstellen',
  restored: 'Standard wiederhergestellt.',
};
