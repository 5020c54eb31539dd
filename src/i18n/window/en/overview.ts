import { plural } from '../../en/plural.ts';
import { shared } from '../../en/shared.ts';
import type { Phrase } from '../window-messages.ts';

/** What is shown above the printers, or instead of them. */
export const overview = {
  refreshAll: shared.refreshAll,
  settings: shared.settings,
  addPrinter: 'Add printer',
  emptyTitle: 'See your printers at a glance',
  emptyText:
    'OctoGlance sits in your system tray and shows whether your 3D printers are connected to OctoEverywhere. When one disconnects, you get a notification.',
  tryDemo: 'Try it with demo printers',
  demoText: 'Everything here is simulated.',
  demoStarts: 'Starting the demo…',
  demoEnds: 'Leaving the demo…',
  leaveDemo: 'Leave the demo',
  offline: {
    title: shared.computerOffline,
    text: 'You’re seeing the last known state. OctoGlance checks again once the network is back.',
    smallPrint: null,
  },
  networkSignIn: {
    title: shared.networkSignIn,
    text: 'Something else is responding in place of OctoEverywhere. Open any page in your browser and sign in there; OctoGlance then continues automatically.',
    smallPrint: null,
  },
  serviceSilent: {
    title: (length: string) => `OctoEverywhere hasn’t responded for ${length}`,
    spoken: 'OctoEverywhere isn’t responding.',
    text: 'You’re seeing the last known state. Your printers may be fine; OctoGlance keeps trying.',
    smallPrint: null,
  },
  signInAsks: {
    title: 'Your sign-in needs a decision',
    text: 'The new connection isn’t saved until you choose.',
    smallPrint: null,
  },
  signInWaits: 'A sign-in is waiting in your browser',
  finishToAdd: 'Finish it there to add the printer.',
  finishToReconnect: (name: string) => `Finish it there to reconnect ${name}.`,
  showSignIn: 'Show sign-in',
  filterPrinters: 'Filter printers',
  filterByName: 'Filter by name',
  filterByNameTitle: 'Filter by name ( / )',
  filterByState: 'Filter by status',
  allStates: 'All statuses',
  noneAnyMore: 'None left',
  counted: (label: string, count: number) => `${label} (${count})`,
  countOf: (shown: number, all: number) => `${shown} of ${all}`,
  allShown: (count: number) =>
    plural(count, { one: `Showing ${count} printer.`, other: `Showing all ${count} printers.` }),
  someShown: (shown: number, all: number) => `Showing ${shown} of ${all} printers.`,
  noneFitsState: 'No printers have this status.',
  noneFits: <Part>(text: Part): Phrase<Part> => ['No printers match “', text, '”.'],
  noneFitsBoth: <Part>(text: Part): Phrase<Part> => ['No printers match “', text, '” with this status.'],
  showAll: 'Show all printers',
};
