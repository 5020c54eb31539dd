import type { Words } from '../words.ts';

export const refresh: Words['refresh'] = {
  tooSoon: 'Noch zu früh',
  someWait: 'Einige Drucker müssen warten',
  canBeChecked: (names, when) => `Wieder prüfen geht bei ${names} ${when}`,
  at: (clock) => `um ${clock}`,
  inSeconds: 'in wenigen Sekunden',
  withinMinute: 'in weniger als einer Minute',
  later: (count) => `bei ${count} weiteren später`,
  othersAreChecked: 'die übrigen werden jetzt geprüft',
};
