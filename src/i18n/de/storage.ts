import type { Messages } from '../messages.ts';

export const storage: Messages['storage'] = {
  documents: {
    settings: { subject: 'Die Einstellungsdatei', withoutIt: 'OctoGlance verwendet die Standardeinstellungen.' },
    printers: {
      subject: 'Die Druckerliste',
      withoutIt: 'OctoGlance startet mit einer leeren Liste; deine Tokens liegen weiterhin im Schlüsselbund.',
    },
    'pending-deletions': {
      subject: 'Die Liste der zu löschenden Tokens',
      withoutIt: 'Tokens entfernter Drucker bleiben möglicherweise im Schlüsselbund.',
    },
    additions: {
      subject: 'Die Liste der Drucker, die gerade hinzugefügt werden',
      withoutIt: 'Falls OctoGlance beim Hinzufügen eines Druckers unterbrochen wurde, füge ihn noch einmal hinzu.',
    },
    'sign-in': {
      subject: 'Die Datei zur laufenden Anmeldung',
      withoutIt: 'Falls du dich gerade angemeldet hast, beginne noch einmal.',
    },
    'alert-state': {
      subject: 'Das Protokoll der Benachrichtigungen',
      withoutIt: 'Manche Benachrichtigungen kommen vielleicht noch einmal.',
    },
    prints: {
      subject: 'Das Protokoll der letzten Drucke',
      withoutIt: 'OctoGlance meldet vielleicht einen Druck, der schon früher endete.',
    },
    history: { subject: 'Der Verlauf eines Druckers', withoutIt: 'OctoGlance beginnt einen neuen.' },
    'print-history': { subject: 'Der Druckverlauf eines Druckers', withoutIt: 'OctoGlance beginnt einen neuen.' },
    window: {
      subject: 'Die Datei mit der Fenstergröße',
      withoutIt: 'Das Fenster öffnet sich in Standardgröße.',
    },
    updates: {
      subject: 'Die Datei zur letzten Update-Suche',
      withoutIt: 'OctoGlance sucht bald wieder.',
    },
    region: {
      subject: 'Die Datei mit den Formaten deiner Region',
      withoutIt: 'OctoGlance ermittelt sie neu.',
    },
  },
  fromNewer: ({ subject }) => `${subject} stammt aus einer neueren Version von OctoGlance`,
  couldNotBeRead: ({ subject }) => `${subject} konnte nicht gelesen werden`,
  quarantineNewer: ({ withoutIt }) =>
    `${withoutIt} Die Datei wurde beiseitegelegt, nicht gelöscht. Installiere die neuere Version von OctoGlance, beende sie und benenne die Datei wieder um.`,
  quarantine: ({ withoutIt }) =>
    `${withoutIt} Die Datei wurde beiseitegelegt, nicht gelöscht. Du kannst sie reparieren und wieder umbenennen, solange OctoGlance nicht läuft.`,
  keptAs: (reason, file) => `${reason}. Aufbewahrt als ${file}`,
  readInPart: ({ subject }) => `${subject} konnte nur teilweise gelesen werden`,
  partInUse: 'Der lesbare Teil wird verwendet, die Originaldatei bleibt erhalten. Füge hinzu, was fehlt.',
  badValue: ({ subject }) => `${subject} enthielt einen ungültigen Wert`,
  defaultInUse:
    'Stattdessen gilt der Standardwert, die Originaldatei bleibt erhalten. Du kannst ihn in den Einstellungen ändern.',
  leftAlone: ({ withoutIt }) =>
    `${withoutIt} Die Datei ließ sich auch nicht beiseitelegen. Änderungen werden erst gespeichert, wenn du sie verschiebst und OctoGlance neu startest.`,
  leftOutOfReach: ({ withoutIt }) =>
    `${withoutIt} Änderungen werden erst gespeichert, wenn die Datei wieder erreichbar ist; starte OctoGlance dann neu.`,
  notSaved: ({ subject }) => `${subject} konnte nicht gespeichert werden`,
  nothingSaved: 'OctoGlance kann nichts speichern',
  holdsUntilQuit: 'Deine Änderungen gelten bis zum Beenden; die Dateien auf dem Datenträger sind unverändert.',
  diskFull: 'Der Datenträger ist voll.',
  freeSpace: 'Gib Speicherplatz frei; OctoGlance versucht es jede Minute erneut.',
  readOnly: 'Der Datenordner von OctoGlance ist schreibgeschützt.',
  allowWriting: 'Hebe den Schreibschutz auf; OctoGlance versucht es jede Minute erneut.',
  triesAgain: 'OctoGlance versucht es jede Minute erneut; hilft das nicht, starte es neu.',
  systemError: (code) => `Systemfehler ${code}`,
};
