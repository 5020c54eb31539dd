import type { WindowMessages } from '../window-messages.ts';

export const firstSteps: WindowMessages['firstSteps'] = {
  added: (name) => `${name} wurde hinzugefügt`,
  goodToKnow: 'Gut zu wissen',
  addAnother: 'Weiteren Drucker hinzufügen',
  pasteAnother: 'Weiteres Token einfügen',
  done: 'Fertig',
  icon: {
    panel: {
      title: 'Dieses Symbol findest du in der Leiste',
      text: 'Es zeigt den schlechtesten Status all deiner Drucker, auch wenn dieses Fenster geschlossen ist. Ein Klick öffnet das Menü.',
    },
    taskbar: {
      title: 'Dieses Symbol findest du in der Taskleiste',
      text: 'Es steht am Ende der Taskleiste neben der Uhr. Windows versteckt es vielleicht hinter dem Pfeil ^: Ziehe es von dort auf die Taskleiste, damit du es immer siehst.',
    },
    menuBar: {
      title: 'Dieses Symbol findest du in der Menüleiste',
      text: 'Es steht oben rechts am Bildschirm. Ist dort kein Platz, halte ⌘ gedrückt und ziehe andere Symbole aus der Menüleiste.',
    },
    none: {
      title: 'Dieser Desktop verbirgt das Symbol',
      text: 'Installiere unter GNOME die Erweiterung „AppIndicator and KStatusNotifierItem Support“ und melde dich neu an. Bis dahin öffnet ein weiterer Start von OctoGlance dieses Fenster; Benachrichtigungen kommen trotzdem an.',
    },
  },
};

export const signInWait: WindowMessages['signInWait'] = {
  left: (time) => `Du hast noch ${time} für die Anmeldung.`,
  openAgain: 'Seite erneut öffnen',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert.',
  browserAsks:
    'Vielleicht fragt der Browser, ob er OctoGlance öffnen darf, unter Linux manchmal unter dem Namen „xdg-open“. Erlaube es: So kommt die Verbindung hierher.',
};
