import type { Messages } from '../messages.ts';

export const storage: Messages['storage'] = {
  documents: {
    settings: { subject: 'Die Datei mit den Einstellungen', withoutIt: 'OctoGlance nimmt die Standardeinstellungen.' },
    printers: {
      subject: 'Die Liste der Drucker',
      withoutIt: 'OctoGlance beginnt mit einer leeren Liste; was im Schlüsselbund liegt, ist unberührt.',
    },
    leftovers: {
      subject: 'Der Merkzettel zu löschender Tokens',
      withoutIt: 'Tokens entfernter Drucker bleiben vielleicht im Schlüsselbund.',
    },
    additions: {
      subject: 'Die Liste der Drucker, die gerade hinzugefügt werden',
      withoutIt:
        'Wurde OctoGlance beim Hinzufügen eines Druckers unterbrochen, bitte diesen Drucker noch einmal hinzufügen.',
    },
    'sign-in': {
      subject: 'Die Notiz zu einer laufenden Anmeldung',
      withoutIt: 'Warst du gerade beim Anmelden, beginne bitte noch einmal.',
    },
    told: {
      subject: 'Die Liste der schon gemeldeten Ereignisse',
      withoutIt: 'Manches wird vielleicht noch einmal gemeldet.',
    },
    history: { subject: 'Der Verlauf eines Druckers', withoutIt: 'OctoGlance beginnt einen neuen.' },
    window: { subject: 'Die Datei mit Größe und Ort des Fensters', withoutIt: 'Das Fenster öffnet in üblicher Größe.' },
    updates: {
      subject: 'Die Notiz zur letzten Suche nach neuen Versionen',
      withoutIt: 'OctoGlance sieht bald wieder nach.',
    },
  },
  fromNewer: ({ subject }) => `${subject} kommt von einem neueren OctoGlance`,
  couldNotBeRead: ({ subject }) => `${subject} war nicht zu lesen`,
  setAsideNewer: ({ withoutIt }) =>
    `${withoutIt} Die Datei wurde beiseitegelegt, gelöscht wurde nichts. Bitte das neuere OctoGlance installieren, beenden und der Datei ihren alten Namen zurückgeben.`,
  setAside: ({ withoutIt }) =>
    `${withoutIt} Die Datei wurde beiseitegelegt, gelöscht wurde nichts. Sie lässt sich reparieren; ihren alten Namen bekommt sie zurück, solange OctoGlance nicht läuft.`,
  keptAs: (reason, file) => `${reason}. Aufbewahrt als ${file}`,
  readInPart: ({ subject }) => `${subject} war nur zum Teil zu lesen`,
  partInUse:
    'Der lesbare Teil wird benutzt. Auch die ganze Datei wurde aufbewahrt, gelöscht wurde nichts. Bitte neu hinzufügen, was fehlt.',
  badValue: ({ subject }) => `${subject} enthielt einen unbrauchbaren Wert`,
  defaultInUse:
    'Stattdessen gilt der Standardwert. Die Datei, wie sie war, ist ebenfalls aufbewahrt. Bitte in den Einstellungen neu setzen.',
  leftAlone: ({ withoutIt }) =>
    `${withoutIt} Die Datei ließ sich auch nicht beiseitelegen; Änderungen werden erst gespeichert, wenn sie fortbewegt und OctoGlance neu gestartet ist.`,
  leftOutOfReach: ({ withoutIt }) =>
    `${withoutIt} Änderungen werden erst gespeichert, wenn die Datei wieder erreichbar ist; starte OctoGlance dann neu.`,
  notSaved: ({ subject }) => `${subject} ließ sich nicht speichern`,
  nothingSaved: 'OctoGlance kann nichts speichern',
  holdsUntilQuit: 'Was sich geändert hat, gilt bis zum Beenden; was auf der Platte liegt, ist unversehrt.',
  diskFull: 'Die Platte ist voll.',
  freeSpace: 'Bitte Platz schaffen: OctoGlance versucht es jede Minute wieder.',
  readOnly: 'Der Datenordner von OctoGlance ist schreibgeschützt.',
  allowWriting: 'Bitte dort das Schreiben erlauben: OctoGlance versucht es jede Minute wieder.',
  triesAgain: 'OctoGlance versucht es jede Minute wieder; hilft das nicht, bitte neu starten.',
  systemError: (code) => `Systemfehler ${code}`,
};
