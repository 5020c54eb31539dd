import { plural } from '../../de/plural.ts';
import type { WindowMessages } from '../window-messages.ts';

export const tags: WindowMessages['tags'] = {
  title: 'Schlagwörter',
  hint: 'Eigene Wörter wie „Werkstatt“ oder „Resin“. Du kannst die Liste danach filtern und alle diese Drucker auf einmal ändern.',
  field: 'Neues Schlagwort',
  add: 'Hinzufügen',
  filterByTag: 'Nach Schlagwort filtern',
  allTags: 'Alle Schlagwörter',
  noneFits: 'Kein Drucker passt zu diesem Filter.',
  forShown: (count) => `Alle ${count} ändern`,
  forOne: 'Diesen Drucker ändern',
  refresh: 'Aktualisieren',
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  off: 'Absichtlich aus',
  notOff: 'Nicht mehr aus',
  tagged: (tag, count) =>
    plural(count, {
      one: `${count} Drucker hat jetzt das Schlagwort „${tag}“.`,
      other: `${count} Drucker haben jetzt das Schlagwort „${tag}“.`,
    }),
  refreshing: (count) => plural(count, { one: '1 Drucker wird geprüft …', other: `${count} Drucker werden geprüft …` }),
  muted: (count) =>
    plural(count, { one: '1 Drucker ist stummgeschaltet.', other: `${count} Drucker sind stummgeschaltet.` }),
  unmuted: (count) =>
    plural(count, {
      one: '1 Drucker ist nicht mehr stummgeschaltet.',
      other: `${count} Drucker sind nicht mehr stummgeschaltet.`,
    }),
  isOff: (count) =>
    plural(count, { one: '1 Drucker ist absichtlich aus.', other: `${count} Drucker sind absichtlich aus.` }),
  isNotOff: (count) =>
    plural(count, {
      one: '1 Drucker ist nicht mehr absichtlich aus.',
      other: `${count} Drucker sind nicht mehr absichtlich aus.`,
    }),
};
