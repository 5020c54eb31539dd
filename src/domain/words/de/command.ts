import type { Words } from '../words.ts';

export const command: Words['command'] = {
  notRunning: 'OctoGlance läuft nicht. Bitte starten und noch einmal fragen.',
  noAnswer: 'OctoGlance läuft, antwortet aber nicht. Bitte beenden und neu starten.',
};
