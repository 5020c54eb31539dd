import type { Messages } from '../messages.ts';

export const command: Messages['command'] = {
  notRunning: 'OctoGlance läuft nicht. Bitte starten und noch einmal fragen.',
  noAnswer: 'OctoGlance läuft, antwortet aber nicht. Bitte beenden und neu starten.',
  help: `Aufruf: octoglance [Optionen]
        octoglance BEFEHL

OctoGlance zeigt im Infobereich, ob deine 3D-Drucker über OctoEverywhere erreichbar sind.

  status               fragt die laufende App und gibt für jeden Drucker eine Zeile aus
  status --json        dasselbe als eine Zeile JSON
  status --watch       gibt danach jede Änderung aus, mit --json als Zeilen JSON
  open NAME            öffnet die Seite des Druckers im Browser
  refresh [NAME]       prüft den Drucker jetzt, oder alle
  names                gibt die Namen der Drucker aus
  completion SHELL     gibt die Vervollständigung für bash, zsh oder fish aus

Vom Namen eines Druckers genügt ein Teil, groß oder klein geschrieben.

  --show               öffnet beim Start das Fenster
  --hidden             öffnet beim Start kein Fenster
  --demo               simulierte Drucker; nichts wird gespeichert
  --status-stream      gibt jede Änderung als Zeile JSON aus, solange die App läuft
  --user-data-dir=DIR  speichert alles in diesem Ordner
  --version            gibt die Version aus
  --help, -h           gibt diese Hilfe aus

Optionen von Chromium wie --ozone-platform=wayland werden an Chromium weitergegeben.`,
  unknown: (argument) => `OctoGlance kennt ${argument} nicht. „octoglance --help“ zeigt alles, was OctoGlance kennt.`,
  unknownMeant: (argument, meant) => `OctoGlance kennt ${argument} nicht. Meintest du ${meant}?`,
  notAbsolute: (name, value) =>
    `${name} ist kein absoluter Pfad und wird nicht verwendet: ${value}. An seine Stelle tritt der übliche Ordner.`,
  noFolder: (name, value) => `${name} nennt keinen brauchbaren Ordner: ${value}. An seine Stelle tritt der übliche.`,
  workingFolderGone: (folder) =>
    `Der Ordner, in dem OctoGlance gestartet wurde, ist nicht mehr da, deshalb führt ${folder} nirgendwohin. Starte aus einem anderen Ordner oder gib einen Pfad an, der mit / beginnt.`,
  hangs: (processId) =>
    `OctoGlance läuft schon, antwortet aber nicht. Beende es (${processId === null ? 'seinen Prozess' : `kill ${processId}`}) und starte es dann noch einmal.`,
  noDisplay: 'OctoGlance braucht eine grafische Oberfläche: Hier ist weder DISPLAY noch WAYLAND_DISPLAY gesetzt.',
};
