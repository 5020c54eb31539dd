import type { Messages } from '../messages.ts';

export const refresh: Messages['refresh'] = {
  tooSoon: 'Noch zu früh',
  someWait: 'Einige Drucker müssen warten',
  canBeChecked: (names, count, when) => `${names} ${count === 1 ? 'kann' : 'können'} ${when} wieder geprüft werden`,
  at: (clock) => `um ${clock}`,
  inSeconds: 'in wenigen Sekunden',
  withinMinute: 'in weniger als einer Minute',
  later: (count) => `${count} weitere später`,
  othersAreChecked: 'die übrigen werden jetzt geprüft',
};
