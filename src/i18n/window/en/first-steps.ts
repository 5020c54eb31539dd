/** Hints after the first printer was added, and what a sign-in in the browser is waiting for. */
export const firstSteps = {
  added: (name: string) => `${name} has been added`,
  goodToKnow: 'Good to know',
  addAnother: 'Add another printer',
  pasteAnother: 'Paste another token',
  done: 'Done',
  /** Where the icon is, by the kind of tray. */
  icon: {
    panel: {
      title: 'Look for this icon in your panel',
      text: 'It shows the worst status of all your printers, even while this window is closed. Click it for the menu.',
    },
    taskbar: {
      title: 'Look for this icon in the taskbar',
      text: 'It’s at the end of the taskbar, next to the clock. Windows may hide it behind the arrow ^ there: drag it out onto the taskbar so that you always see it.',
    },
    menuBar: {
      title: 'Look for this icon in the menu bar',
      text: 'It’s at the top right of the screen. If there’s no room for it, hold ⌘ and drag other icons out of the menu bar.',
    },
    none: {
      title: 'This desktop hides the icon',
      text: 'On GNOME, install the extension “AppIndicator and KStatusNotifierItem Support” and log in again. Until then, start OctoGlance again to open this window; you still get notifications.',
    },
  },
};

/** A sign-in that is waiting for the browser. */
export const signInWait = {
  left: (time: string) => `You have ${time} left to sign in.`,
  openAgain: 'Open the page again',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied.',
  browserAsks:
    'Your browser may ask whether to open OctoGlance, sometimes under the name “xdg-open” on Linux. Allow it: that’s how the connection gets here.',
};
