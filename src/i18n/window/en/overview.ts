import { shared } from '../../en/shared.ts';
import type { Phrase } from '../window-messages.ts';

/** What stands above the printers, and in place of them. */
export const overview = {
  refreshAll: shared.refreshAll,
  settings: shared.settings,
  addPrinter: 'Add printer',
  emptyTitle: 'See your printers at a glance',
  emptyText:
    'OctoGlance sits in your system tray and shows whether your 3D printers are connected to OctoEverywhere. When one drops, it tells you.',
  lookAround: 'Look around with demo printers',
  demoText: 'Everything here is simulated.',
  leaveDemo: 'Leave the demo',
  offline: {
    title: shared.computerOffline,
    text: 'What you see is the last known state. OctoGlance checks again by itself as soon as the network is back.',
    smallPrint: null,
  },
  networkSignIn: {
    title: shared.networkSignIn,
    text: 'Something else answers in place of OctoEverywhere. Open any page in your browser and sign in there; OctoGlance then continues automatically.',
    smallPrint: null,
  },
  signInAsks: {
    title: 'A sign-in has a question for you',
    text: 'The new connection is kept only once you have answered.',
    smallPrint: null,
  },
  signInWaits: 'A sign-in is waiting in your browser',
  finishToAdd: 'Finish it there to add the printer.',
  finishToReconnect: (name: string) => `Finish it there to connect ${name} again.`,
  showSignIn: 'Show the sign-in',
  filterPrinters: 'Filter printers',
  filterByName: 'Filter by name',
  filterByNameTitle: 'Filter by name ( / )',
  filterByState: 'Filter by state',
  allStates: 'All states',
  noneAnyMore: 'None any more',
  counted: (words: string, count: number) => `${words} (${count})`,
  countOf: (shown: number, all: number) => `${shown} of ${all}`,
  allShown: (count: number) => `All ${count} printers shown.`,
  someShown: (shown: number, all: number) => `${shown} of ${all} printers shown.`,
  noneFitsState: 'No printer fits this state.',
  noneFits: <Part>(text: Part): Phrase<Part> => ['No printer fits “', text, '”.'],
  noneFitsBoth: <Part>(text: Part): Phrase<Part> => ['No printer fits “', text, '” in this state.'],
  showAll: 'Show all printers',
};
