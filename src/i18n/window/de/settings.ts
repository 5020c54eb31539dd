import { plural } from '../../de/plural.ts';
import { shared } from '../../de/shared.ts';
import type { WindowMessages } from '../window-messages.ts';

export const settings: WindowMessages['settings'] = {
  title: shared.settings,
  watching: 'Überwachung',
  pollSeconds: 'Jeden Drucker prüfen alle',
  notifications: 'Benachrichtigungen',
  notificationsText:
    'Wenn ausgeschaltet, bekommst du keine Benachrichtigungen. Das Symbol im Infobereich zeigt den Status trotzdem.',
  topics: 'Benachrichtigen bei',
  preview: (topic) => `Vorschau: ${topic}`,
  previewTitle: 'Vorschau',
  topic: {
    disconnected: {
      label: 'Getrennt',
      explanation: 'Ein Drucker ist getrennt oder verliert immer wieder die Verbindung.',
    },
    recovered: {
      label: 'Wieder verbunden',
      explanation: 'Ein Drucker, über den du benachrichtigt wurdest, ist wieder da.',
    },
    reconnect: {
      label: 'Neue Verbindung nötig',
      explanation: 'Eine Verbindung funktioniert nicht mehr oder wieder.',
    },
    perks: { label: 'Supporter Perks', explanation: 'Dein Konto hat keine Perks mehr oder hat sie wieder.' },
    update: {
      label: 'Plugin-Update nötig',
      explanation: 'Das OctoEverywhere-Plugin auf einem Drucker ist zu alt.',
    },
    service: {
      label: 'OctoEverywhere nicht erreichbar',
      explanation:
        'Seit 15 Minuten keine Antwort, obwohl dieser Computer online ist, und sobald der Dienst zurück ist.',
    },
  },
  grace: 'Über eine Trennung benachrichtigen nach',
  graceText:
    'Auch stabile Verbindungen können bis zu einer Minute ausfallen. Kürzere Unterbrechungen werden ignoriert.',
  sound: 'Ton',
  soundText: 'Spielt den Benachrichtigungston des Systems ab.',
  thisComputer: 'Dieser Computer',
  theme: 'Design',
  themeText: '„System“ folgt deinem Desktop.',
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languageText: 'Für Fenster, Infobereich und Benachrichtigungen.',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  density: 'Liste',
  densityText: 'Wie viel Platz jeder Drucker bekommt.',
  densities: { comfortable: 'Geräumig', compact: 'Kompakt' },
  colourInMenuBar: 'Farbe in der Menüleiste',
  colourInMenuBarText: 'Sonst ist das Symbol schwarz oder weiß wie die anderen dort; sein Zeichen zeigt den Zustand.',
  menuEntry: 'Im Anwendungsmenü anzeigen',
  menuEntryText:
    'Nimmt OctoGlance in die App-Liste deines Desktops auf. Beim Ausschalten wird der Eintrag wieder entfernt.',
  startAtLogin: 'Beim Anmelden starten',
  startAtLoginText: 'Startet im Infobereich, ohne Fenster.',
  sections: 'Bereiche',
  search: 'Einstellungen durchsuchen',
  found: (count) =>
    count === 0
      ? 'Keine passende Einstellung.'
      : plural(count, { one: `${count} Einstellung.`, other: `${count} Einstellungen.` }),
  restore: 'Standardwerte wiederherstellen',
  restoreTitle: 'Alle Einstellungen auf Standardwerte zurücksetzen?',
  restoreText: 'Deine Ruhezeiten und Benachrichtigungseinstellungen gehen verloren.',
  restored: 'Standardwerte wiederhergestellt.',
};
