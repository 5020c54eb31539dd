import type { Messages } from '../messages.ts';

export const keychain: Messages['keychain'] = {
  trouble: {
    locked: {
      title: 'Schlüsselbund gesperrt',
      text: 'Der Schlüsselbund mit den Tokens ist gesperrt. Bitte entsperren; die Drucker bleiben in der Liste und OctoGlance macht von selbst weiter.',
      smallPrint: null,
    },
    'no-secret-service': {
      title: 'Kein Schlüsselbund auf diesem Desktop',
      text: 'Kein Schlüsselbund (Secret Service) antwortet. Bitte einen starten oder installieren, etwa den GNOME-Schlüsselbund oder KWallet; die Drucker bleiben in der Liste.',
      smallPrint: 'org.freedesktop.secrets ist nicht verfügbar',
    },
    'no-session-bus': {
      title: 'Kein Schlüsselbund erreichbar',
      text: 'OctoGlance wurde ohne den Session-Bus eines Desktops gestartet und erreicht den Schlüsselbund nicht. Bitte innerhalb der Desktop-Sitzung starten.',
      smallPrint: 'kein D-Bus-Session-Bus',
    },
    refused: {
      title: 'Der Schlüsselbund hat abgelehnt',
      text: 'Der Schlüsselbund hat OctoGlance nicht zugelassen. Bitte den Zugriff erlauben, wenn er fragt, oder seine Einstellungen prüfen; die Drucker bleiben in der Liste.',
      smallPrint: null,
    },
  },
  leftTitle: (count) =>
    count === 1 ? 'Ein Token ist noch im Schlüsselbund' : `${count} Tokens sind noch im Schlüsselbund`,
  left: (count) =>
    count === 1
      ? 'Sein Drucker ist nicht mehr in der Liste. OctoGlance entfernt das Token von selbst, sobald der Schlüsselbund es zulässt.'
      : 'Ihre Drucker sind nicht mehr in der Liste. OctoGlance entfernt die Tokens von selbst, sobald der Schlüsselbund es zulässt.',
  leftLocked: (count) =>
    count === 1
      ? 'Sein Drucker ist nicht mehr in der Liste. OctoGlance entfernt das Token von selbst, sobald der Schlüsselbund entsperrt ist.'
      : 'Ihre Drucker sind nicht mehr in der Liste. OctoGlance entfernt die Tokens von selbst, sobald der Schlüsselbund entsperrt ist.',
  tooLong: {
    title: 'Diese Verbindung ist zu lang zum Aufbewahren',
    text: 'Der Schlüsselbund nimmt für einen Drucker höchstens 2.500 Bytes. Bitte nur das Token einfügen statt des ganzen Links.',
    smallPrint: null,
  },
};
