import type { Messages } from '../messages.ts';

export const closing: Messages['closing'] = {
  title: 'OctoGlance läuft weiter',
  text: 'Es behält deine Drucker vom Infobereich aus im Blick. Ein Klick auf das Symbol öffnet das Fenster wieder.',
  textWithoutTray: 'Es behält deine Drucker im Blick. Starte es noch einmal, um das Fenster zu öffnen.',
  quitInstead: 'Stattdessen beenden',
  keptRunning: {
    title: 'OctoGlance lief weiter',
    text: 'Wenn du das Fenster schließt, läuft es weiter und behält deine Drucker im Blick. Zum Beenden wähle „Beenden“ im Menü seines Symbols.',
    textWithoutTray:
      'Wenn du das Fenster schließt, läuft es weiter und behält deine Drucker im Blick. Zum Beenden drücke Strg+Q.',
  },
};
