import { plural } from '../../de/plural.ts';
import type { WindowMessages } from '../window-messages.ts';

export const selection: WindowMessages['selection'] = {
  title: 'Ausgewählte Drucker',
  select: (name) => `${name} auswählen`,
  change: (count) => `${count} ausgewählte ändern`,
  all: (count) => `Alle ${count} auswählen`,
  none: 'Auswahl aufheben',
  selected: (count) =>
    count === 0
      ? 'Nichts ausgewählt.'
      : plural(count, { one: '1 Drucker ausgewählt.', other: `${count} Drucker ausgewählt.` }),
};
