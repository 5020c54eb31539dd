import type { Messages } from '../messages.ts';

export const printErrors: Messages['printErrors'] = {
  kinds: {
    'not-connected': {
      title: 'Drucker nicht verbunden',
      text: 'Sein Plugin ist gerade nicht mit OctoEverywhere verbunden. Versuche es noch einmal, sobald es das ist.',
    },
    'connection-refused': {
      title: 'Neue Verbindung nötig',
      text: 'OctoEverywhere akzeptiert diese Verbindung nicht mehr. Verbinde den Drucker erneut.',
    },
    'perks-needed': {
      title: 'Supporter Perks nötig',
      text: 'Dieses Konto hat zurzeit keine Supporter Perks. Sobald sie zurück sind, geht es wieder.',
    },
    'credentials-refused': {
      title: 'Erneut anmelden',
      text: 'OctoEverywhere akzeptiert den Zugriff dieser Verbindung auf den Drucker nicht mehr. Verbinde ihn durch Anmelden erneut.',
    },
    limit: {
      title: 'Limit deines Kontos erreicht',
      text: 'OctoEverywhere begrenzt das für dein Konto. Warte eine Weile und versuche es dann noch einmal.',
    },
    'update-needed': {
      title: 'Plugin-Update nötig',
      text: 'Das OctoEverywhere-Plugin dieses Druckers ist dafür zu alt. Aktualisiere es auf dem Drucker.',
    },
    'no-print': {
      title: 'Es läuft kein Druck',
      text: 'OctoEverywhere meldet keinen laufenden Druck auf diesem Drucker.',
    },
    'printer-not-answering': {
      title: 'Drucker reagiert nicht',
      text: 'Sein Plugin ist verbunden, aber der Drucker selbst reagiert nicht. Sieh nach, ob er an ist.',
    },
    'wrong-state': {
      title: 'Gerade nicht möglich',
      text: 'In seinem jetzigen Zustand kann der Drucker das nicht. Vielleicht ist der Druck zu Ende, oder jemand anders war schneller.',
    },
    'too-many-clients': {
      title: 'Der Drucker ist beschäftigt',
      text: 'Zu viele Apps sind mit ihm verbunden. Schließe eine davon und versuche es dann noch einmal.',
    },
    'not-supported': {
      title: 'Dieser Drucker kann das nicht',
      text: 'Über OctoEverywhere unterstützt er das nicht. Bediene ihn direkt am Gerät.',
    },
    'no-printer-login': {
      title: 'Drucker lehnt seinen Zugangscode ab',
      text: 'Die Zugangsdaten, die sein Plugin verwendet, gelten nicht mehr. Aktualisiere sie in den Einstellungen des Plugins.',
    },
    'plugin-failed': {
      title: 'Das Plugin des Druckers meldet einen Fehler',
      text: 'Sieh nach dem Drucker, bevor du es noch einmal versuchst.',
    },
  },
  noCredentials: {
    title: 'Erneut anmelden',
    text: 'Diese Verbindung wurde ohne Zugriff auf den Drucker selbst eingerichtet. Verbinde ihn durch Anmelden erneut.',
  },
  code: (status, words) =>
    words === null ? `OctoEverywhere-Code ${status}` : `OctoEverywhere-Code ${status}: ${words}`,
};
