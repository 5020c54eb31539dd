import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const keychain: Messages['keychain'] = {
  trouble: {
    locked: {
      title: 'Schlüsselbund gesperrt',
      text: 'Deine Tokens liegen in einem gesperrten Schlüsselbund. Entsperre ihn, dann macht OctoGlance automatisch weiter. Deine Drucker bleiben in der Liste.',
      smallPrint: null,
    },
    asking: {
      title: 'Dein Schlüsselbund wartet auf deine Antwort',
      text: 'Beantworte seine Nachfrage; sie liegt vielleicht hinter anderen Fenstern. Danach macht OctoGlance automatisch weiter. Gibt es keine, hängt dein Schlüsselbund: Melde dich vom Desktop ab und wieder an.',
      smallPrint: null,
    },
    'no-keyring': {
      title: 'Kein Schlüsselbund für die Tokens',
      text: 'Der Schlüsselbunddienst läuft, hat aber weder einen Schlüsselbund noch eine offene Datenbank. Öffne oder erstelle einen Schlüsselbund oder eine Datenbank, dann macht OctoGlance automatisch weiter. Deine Drucker bleiben in der Liste.',
      smallPrint: null,
    },
    denied: {
      title: 'Zugriff auf das Token verweigert',
      text: 'Dein Schlüsselbund hat das Token, darf es OctoGlance aber nicht geben. Lass ihn noch einmal fragen und erlaube den Zugriff. Die Verbindung besteht weiterhin.',
      smallPrint: null,
    },
    'kwallet-disabled': {
      title: 'KWallet ist ausgeschaltet',
      text: 'OctoGlance speichert die Tokens in KWallet. Schalte in den Systemeinstellungen unter „KDE-Passwortspeicher“ das KDE-Passwortspeichersystem ein. Deine Drucker bleiben in der Liste.',
      smallPrint: 'Enabled=false in der kwalletrc',
    },
    'no-secret-service': {
      title: 'Kein Schlüsselbund auf diesem Desktop',
      text: 'Es läuft kein Schlüsselbunddienst (Secret Service). Starte oder installiere einen, zum Beispiel den GNOME-Schlüsselbund oder KWallet. Deine Drucker bleiben in der Liste.',
      smallPrint: 'org.freedesktop.secrets ist nicht verfügbar',
    },
    'no-session-bus': {
      title: 'Schlüsselbund nicht erreichbar',
      text: 'OctoGlance wurde ohne den Sitzungsbus eines Desktops gestartet und erreicht den Schlüsselbund deshalb nicht. Starte es aus deiner Desktop-Sitzung.',
      smallPrint: 'kein D-Bus-Sitzungsbus',
    },
    refused: {
      title: 'Zugriff auf den Schlüsselbund verweigert',
      text: 'Erlaube den Zugriff, wenn du danach gefragt wirst, oder prüfe die Einstellungen des Schlüsselbunds. Deine Drucker bleiben in der Liste.',
      smallPrint: null,
    },
  },
  notification: {
    title: 'OctoGlance kann seine Tokens nicht lesen',
    body: {
      locked: 'Deine Drucker werden nicht überwacht. Klicke hier, um den Schlüsselbund zu entsperren.',
      'no-keyring':
        'Deine Drucker werden nicht überwacht. Klicke hier, um einen Schlüsselbund zu öffnen oder zu erstellen.',
      denied: 'Deine Drucker werden nicht überwacht. Klicke hier, damit der Schlüsselbund noch einmal fragt.',
      asking:
        'Deine Drucker werden erst wieder überwacht, wenn du dem Schlüsselbund antwortest. Die Nachfrage liegt vielleicht hinter anderen Fenstern.',
      'kwallet-disabled':
        'Deine Drucker werden nicht überwacht, weil KWallet ausgeschaltet ist. Klicke hier, um zu sehen, was zu tun ist.',
      'no-secret-service':
        'Deine Drucker werden nicht überwacht, weil kein Schlüsselbund läuft. Klicke hier, um zu sehen, was zu tun ist.',
      'no-session-bus':
        'Deine Drucker werden nicht überwacht, weil OctoGlance den Schlüsselbund nicht erreicht. Klicke hier, um zu sehen, was zu tun ist.',
      refused:
        'Deine Drucker werden nicht überwacht, weil der Schlüsselbund den Zugriff verweigert. Klicke hier, um zu sehen, was zu tun ist.',
    },
  },
  leftTitle: (count) =>
    plural(count, {
      one: 'Ein Token liegt noch im Schlüsselbund',
      other: `${count} Tokens liegen noch im Schlüsselbund`,
    }),
  left: (count) =>
    plural(count, {
      one: 'Der Drucker dazu wurde entfernt. OctoGlance löscht das Token, sobald der Schlüsselbund es zulässt.',
      other: 'Die Drucker dazu wurden entfernt. OctoGlance löscht die Tokens, sobald der Schlüsselbund es zulässt.',
    }),
  leftLocked: (count) =>
    plural(count, {
      one: 'Der Drucker dazu wurde entfernt. OctoGlance löscht das Token, sobald der Schlüsselbund entsperrt ist.',
      other: 'Die Drucker dazu wurden entfernt. OctoGlance löscht die Tokens, sobald der Schlüsselbund entsperrt ist.',
    }),
  tooLong: {
    title: 'Diese Verbindung ist zu groß zum Speichern',
    text: 'So viel nimmt der Schlüsselbund für einen Drucker nicht auf. Füge statt des ganzen Links nur das Token ein.',
    smallPrint: null,
  },
};
