import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const refresh: Messages['refresh'] = {
  tooSoon: 'Noch zu früh für eine neue Prüfung',
  someWait: 'Einige Drucker müssen noch warten',
  canBeChecked: (names, count, when) =>
    plural(count, {
      one: `${names} kann ${when} wieder geprüft werden.`,
      other: `${names} können ${when} wieder geprüft werden.`,
    }),
  at: (clock) => `ab ${clock}`,
  inSeconds: 'in wenigen Sekunden',
  withinMinute: 'in weniger als einer Minute',
  later: (count) =>
    plural(count, {
      one: `${count} weiterer muss länger warten.`,
      other: `${count} weitere müssen länger warten.`,
    }),
  othersAreChecked: 'Die übrigen werden jetzt geprüft.',
};
