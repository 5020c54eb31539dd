import type { Messages } from '../messages.ts';

/** What a printer is doing, shown instead of “Verbunden”; null if it is not worth that. */
export const printState: Messages['printState'] = {
  states: {
    unknown: null,
    idle: null,
    'warming-up': 'Wärmt auf',
    printing: 'Druckt',
    paused: 'Druck pausiert',
    finishing: 'Druck wird abgeschlossen',
    finished: null,
    failed: 'Druck fehlgeschlagen',
    cancelled: null,
    'not-answering': 'Drucker reagiert nicht',
    'no-login': 'Drucker lehnt seinen Zugangscode ab',
    'not-available': null,
  },
  percent: (state, percent) => `${state}, ${percent}\u00a0%`,
  named: (name, percent) => `${name} ${percent}\u00a0%`,
  also: (text, percent) => `${text}, ${percent}\u00a0%`,
  ofSeveral: (print, count) => `${print} (${count} drucken)`,
  done: (print, moment) => `${print}, fertig ${moment}`,
  doneAbout: (print, moment) => `${print}, fertig etwa ${moment}`,
};
