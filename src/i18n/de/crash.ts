import type { Messages } from '../messages.ts';

export const crash: Messages['crash'] = {
  error: {
    title: 'In OctoGlance ist etwas schiefgegangen',
    text: 'Die Drucker werden weiter beobachtet. Falls etwas nicht stimmt, OctoGlance bitte beenden und neu starten; „Diagnose speichern …“ in den Einstellungen schreibt, was eine Fehlermeldung braucht.',
    smallPrint: null,
  },
  restarted: {
    title: 'OctoGlance hat sich neu gestartet',
    text: 'Zu viel war auf einmal schiefgegangen. Die Drucker werden wieder beobachtet; „Diagnose speichern …“ in den Einstellungen schreibt, was eine Fehlermeldung braucht.',
    smallPrint: null,
  },
  window: {
    title: 'Das Fenster wurde geschlossen',
    text: 'Es ist zweimal binnen einer Minute ausgefallen. Die Drucker werden trotzdem beobachtet; das Fenster lässt sich über das Tray wieder öffnen. Bleibt es weg, OctoGlance bitte beenden und neu starten.',
    smallPrint: null,
  },
  noStart: {
    title: 'OctoGlance konnte nicht starten',
    text: (logFolder) =>
      `Drucker und Einstellungen sind, wie sie waren. Bitte noch einmal starten; hilft das nicht, neu installieren. Was schiefging, steht im Protokoll:\n${logFolder}`,
    fileInPlace: (folder) =>
      `Wo der Ordner mit den Daten sein müsste, liegt eine Datei. Bitte die Datei fortbewegen und OctoGlance neu starten:\n${folder}`,
  },
};
