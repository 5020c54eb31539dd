import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const removing: Messages['removing'] = {
  title: 'Alle Daten von OctoGlance entfernen?',
  text: (printers, folder) =>
    [
      ...(printers === 0
        ? [`Entfernt werden deine Einstellungen, der Verlauf und die Protokolle in ${folder},`]
        : [
            plural(printers, {
              one: 'Entfernt werden dein Drucker und sein Token im Schlüsselbund,',
              other: `Entfernt werden deine ${printers} Drucker und ihre Tokens im Schlüsselbund,`,
            }),
            `deine Einstellungen, der Verlauf und die Protokolle in ${folder},`,
          ]),
      'außerdem der Autostart-Eintrag, der Link für die Anmeldung bei OctoEverywhere und der Eintrag im Anwendungsmenü, die OctoGlance angelegt hat.',
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
    text: 'Zuerst werden die Tokens aus dem Schlüsselbund gelöscht, er ist aber gerade nicht verfügbar. Entsperre ihn und versuche es noch einmal.',
  },
  keychainSilent: {
    title: 'Es wurde nichts entfernt',
    text: 'Zuerst werden die Tokens aus dem Schlüsselbund gelöscht, er antwortet aber nicht. Versuche es gleich noch einmal. Hilft das nicht, melde dich vom Desktop ab und wieder an.',
  },
  noneAdded: {
    title: 'Es wurde kein Drucker hinzugefügt',
    text: 'OctoGlance entfernt gerade seine Daten von diesem Computer.',
    smallPrint: null,
  },
  tokensLeft: (count) => ({
    title: plural(count, {
      one: 'Ein Token ist noch im Schlüsselbund',
      other: `${count} Tokens sind noch im Schlüsselbund`,
    }),
    text: 'Die Drucker wurden aus der Liste entfernt, alles andere ist unverändert. Entsperre den Schlüsselbund und wähle noch einmal „Alle Daten entfernen …“.',
  }),
};
