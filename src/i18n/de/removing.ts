import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const removing: Messages['removing'] = {
  title: 'Alle Daten von OctoGlance entfernen?',
  text: (printers, folder) =>
    [
      plural(printers, {
        one: 'Entfernt werden dein Drucker und sein Token im Schlüsselbund,',
        other: `Entfernt werden deine ${printers} Drucker und ihre Tokens im Schlüsselbund,`,
      }),
      `deine Einstellungen, der Verlauf und die Protokolle in ${folder},`,
      'der Start bei der Anmeldung, der Link für die Anmeldung bei OctoEverywhere und der Eintrag im Anwendungsmenü, den OctoGlance angelegt hat.',
      '',
      'Das lässt sich nicht rückgängig machen. Das Programm selbst bleibt installiert, und OctoEverywhere behält die App Connections, bis du sie in deinem Dashboard widerrufst.',
    ].join('\n'),
  confirm: 'Entfernen und beenden',
  cancel: 'Abbrechen',
  quit: 'Beenden',
  done: 'Alle Daten wurden entfernt',
  whatIsLeft:
    'Um auch das Programm zu entfernen, deinstalliere sein Paket oder lösche die Datei oder den Ordner, aus dem du es gestartet hast. Die App Connections widerrufst du in deinem OctoEverywhere-Dashboard.',
  nothingRemoved: {
    title: 'Es wurde nichts entfernt',
    text: 'Zuerst müssen die Tokens aus dem Schlüsselbund, und der ist gerade nicht nutzbar. Entsperre ihn und versuche es erneut.',
  },
  tokensLeft: (count) => ({
    title: plural(count, {
      one: 'Ein Token ist noch im Schlüsselbund',
      other: `${count} Tokens sind noch im Schlüsselbund`,
    }),
    text: 'Die Drucker sind aus der Liste entfernt, alles andere ist noch da. Entsperre den Schlüsselbund und wähle noch einmal „Alle Daten entfernen …“.',
  }),
};
