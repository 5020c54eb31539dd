import type { Messages } from '../messages.ts';

export const closing: Messages['closing'] = {
  title: 'OctoGlance läuft weiter',
  text: 'Es behält deine Drucker vom Infobereich aus im Blick. Ein Klick auf das Symbol öffnet das Fenster wieder.',
  textWithoutTray: 'Es behält deine Drucker im Blick. Starte es noch einmal, um das Fenster zu öffnen.',
  quitInstead: 'Stattdessen beenden',
};
