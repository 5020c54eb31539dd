import type { Messages } from '../messages.ts';

export const command: Messages['command'] = {
  notRunning: 'OctoGlance läuft nicht. Starte es und versuche es noch einmal.',
  notResponding: 'OctoGlance läuft, reagiert aber nicht. Beende es und starte es neu.',
  help: `Aufruf: octoglance [Optionen]
        octoglance BEFEHL

OctoGlance zeigt im Infobereich, ob deine 3D-Drucker über OctoEverywhere erreichbar sind.

  status               gibt je Drucker eine Zeile aus, so wie die laufende App ihn sieht
  status --json        dasselbe als eine Zeile JSON
  status --watch       gibt den Status und danach jede Änderung aus, mit --json als JSON-Zeilen
  open NAME            öffnet die Seite des Druckers im Browser
  refresh [NAME]       prüft den Drucker jetzt, oder alle
  names                gibt die Namen der Drucker aus
  completion SHELL     gibt die Vervollständigung für bash, zsh oder fish aus

Ein Teil des Druckernamens genügt; Groß- und Kleinschreibung spielen keine Rolle.

  --show               öffnet beim Start das Fenster
  --hidden             öffnet beim Start kein Fenster
  --demo               simulierte Drucker; nichts wird gespeichert
  --status-stream      gibt jede Änderung als Zeile JSON aus, solange die App läuft
  --user-data-dir=DIR  speichert alles in diesem Ordner
  --version            gibt die Version aus
  --help, -h           gibt diese Hilfe aus

Optionen von Chromium wie --ozone-platform=wayland werden an Chromium weitergereicht.`,
  unknown: (argument) => `Unbekannte Option: ${argument}. „octoglance --help“ zeigt eine Liste.`,
  unknownMeant: (argument, meant) => `Unbekannte Option: ${argument}. Meintest du ${meant}?`,
  wouldLogTokens: (name) => `${name} wird ignoriert: Damit kämen deine Tokens in eine Datei.`,
  notAbsolute: (name, value) =>
    `${name} ist kein absoluter Pfad: ${value}. Stattdessen wird der Standardordner verwendet.`,
  noFolder: (name, value) =>
    `${name} ist kein brauchbarer Ordner: ${value}. Stattdessen wird der Standardordner verwendet.`,
  folderMissing: '--user-data-dir braucht einen Ordner: --user-data-dir=ORDNER.',
  workingFolderGone: (folder) =>
    `Der Ordner, in dem du OctoGlance gestartet hast, existiert nicht mehr, deshalb ist ${folder} nicht zu finden. Starte es aus einem anderen Ordner oder gib einen Pfad an, der mit / beginnt.`,
  hangs: (processId) =>
    processId === null
      ? 'OctoGlance läuft schon, reagiert aber nicht. Beende seinen Prozess und starte es dann noch einmal.'
      : `OctoGlance läuft schon, reagiert aber nicht. Beende es (kill ${processId}) und starte es dann noch einmal.`,
  noDisplay: 'OctoGlance braucht einen Desktop: Weder DISPLAY noch WAYLAND_DISPLAY verweist auf einen laufenden.',
};
