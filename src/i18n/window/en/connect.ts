import type { Phrase } from '../window-messages.ts';

/** Adding a printer and connecting one again. Names come as parts of a phrase, since they may be written from right to left. */
export const connect = {
  addTitle: 'Add a printer',
  reconnectTitle: <Part>(name: Part): Phrase<Part> => ['Reconnect ', name],
  addLead: 'Your browser opens OctoEverywhere. Choose the printer there and allow OctoGlance to see it.',
  reconnectLead: <Part>(name: Part): Phrase<Part> => [
    'Your browser opens OctoEverywhere. Choose ',
    name,
    ' there once more. Its place in the list and its settings stay.',
  ],
  signIn: 'Sign in with OctoEverywhere',
  pasteInstead: 'Paste a token instead',
  notSetUp: 'Printer not on OctoEverywhere yet?',
  setUp: 'Set up a printer',
  pasteHint:
    'The App token of one printer, or the whole address your browser shows after signing in. It is kept in this computer’s keychain.',
  noToken: 'No token at hand?',
  pasteLabel: 'App token or completion link',
  connect: 'Connect',
  keepUntilQuit: 'Keep until I quit',
  checking: 'Checking with OctoEverywhere…',
  connectedAgain: 'Printer connected again.',
  nothingPasted: {
    title: 'Nothing is pasted yet',
    text: 'Copy the App token or the address from the browser, then paste it above.',
    smallPrint: null,
  },
  waitingForBrowser: 'Waiting for your browser',
  stepSignIn: 'Sign in on the page that opened in your browser.',
  stepAllowNew: 'Choose the printer and allow OctoGlance to see it.',
  stepAllow: <Part>(name: Part): Phrase<Part> => ['Choose ', name, ' and allow OctoGlance to see it.'],
  stepReturn: 'Let the browser open OctoGlance when it asks.',
  planB: 'The browser did not come back?',
  planBHint: 'Paste the address that the last page shows in the browser’s address bar.',
  stepPaste:
    'When the last page appears, paste its address below. This system doesn’t open OctoGlance from the browser.',
  otherPrinter: <Part>(connected: Part, listed: Part): Phrase<Part> => [
    'You connected ',
    connected,
    ', but this is ',
    listed,
  ],
  otherPrinterText:
    'If it is the same printer under a new name, replace the connection: place and settings stay. Nothing is changed until you choose.',
  replace: 'Replace it',
  addAsNew: 'Add it as a new printer',
  notKept: 'The sign-in worked, but the connection could not be kept',
};
