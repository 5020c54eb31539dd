import { shared } from '../../en/shared.ts';
import type { Phrase } from '../window-messages.ts';

/** Adding and reconnecting a printer. Names are separate parts of a phrase because they may be right-to-left. */
export const connect = {
  addTitle: 'Add a printer',
  reconnectTitle: <Part>(name: Part): Phrase<Part> => ['Reconnect ', name],
  addLead: 'Your browser will open OctoEverywhere. Choose the printer and give OctoGlance access.',
  reconnectLead: <Part>(name: Part): Phrase<Part> => [
    'Your browser will open OctoEverywhere. Choose ',
    name,
    ' again. It keeps its place in the list and its settings.',
  ],
  signIn: 'Sign in with OctoEverywhere',
  pasteInstead: 'Paste a token instead',
  notSetUp: 'Printer not on OctoEverywhere yet?',
  setUp: 'Set up a printer',
  pasteHint:
    'One printer’s app token, or the full address your browser shows after you sign in. It’s stored in this computer’s keychain.',
  noToken: 'Don’t have a token?',
  pasteLabel: 'App token or completion link',
  connect: 'Connect',
  keepUntilQuit: 'Keep until I quit',
  checking: 'Checking with OctoEverywhere…',
  connectedAgain: 'Printer reconnected.',
  nothingPasted: shared.nothingPasted,
  waitingForBrowser: 'Waiting for your browser',
  stepSignIn: 'Sign in on the page that opened in your browser.',
  stepAllowNew: 'Choose the printer and give OctoGlance access.',
  stepAllow: <Part>(name: Part): Phrase<Part> => ['Choose ', name, ' and give OctoGlance access.'],
  stepReturn: 'When asked, allow the browser to open OctoGlance.',
  planB: 'Not back in OctoGlance?',
  planBHint: 'Paste the last page’s address from the browser’s address bar.',
  stepPaste:
    'When the last page appears, paste its address below. This system doesn’t open OctoGlance from the browser.',
  otherPrinter: <Part>(connected: Part, listed: Part): Phrase<Part> => [
    'You connected ',
    connected,
    ', but this is ',
    listed,
  ],
  otherPrinterText:
    'If it’s the same printer with a new name, replace the connection; its place and settings are kept. Nothing changes until you choose.',
  replace: 'Replace connection',
  addAsNew: 'Add as a new printer',
  notKept: 'You’re signed in, but the connection couldn’t be saved',
  notConfirmed: 'You’re signed in, but the connection couldn’t be checked',
};
