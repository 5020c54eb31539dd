import type { Messages } from '../messages.ts';

export const crash: Messages['crash'] = {
  error: {
    title: 'In OctoGlance ist etwas schiefgegangen',
    text: 'Deine Drucker werden weiter überwacht. Falls etwas nicht stimmt, beende OctoGlance und starte es neu. Für eine Fehlermeldung hilft „Diagnose speichern …“ in den Einstellungen.',
    smallPrint: null,
  },
  restarted: {
    title: 'OctoGlance hat sich neu gestartet',
    text: 'Es gab zu viele Fehler auf einmal. Deine Drucker werden wieder überwacht. Für eine Fehlermeldung hilft „Diagnose speichern …“ in den Einstellungen.',
    smallPrint: null,
  },
  window: {
    title: 'Das Fenster wurde geschlossen',
    text: 'Es ist innerhalb einer Minute zweimal abgestürzt. Deine Drucker werden weiter überwacht. Öffne es über das Symbol im Infobereich; klappt das nicht, beende OctoGlance und starte es neu.',
    smallPrint: null,
  },
  noStart: {
    title: 'OctoGlance konnte nicht gestartet werden',
    text: (logFolder) =>
      `Deine Drucker und Einstellungen sind unverändert. Starte OctoGlance noch einmal; hilft das nicht, installiere es neu. Einzelheiten stehen im Protokoll:\n${logFolder}`,
    fileInPlace: (folder) =>
      `Eine Datei liegt dort, wo der Datenordner von OctoGlance hingehört. Verschiebe sie und starte OctoGlance noch einmal:\n${folder}`,
  },
};
