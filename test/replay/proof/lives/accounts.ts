import { type Draft, day, hour, minute, type Trouble } from '../life.ts';

/** Some printers get a status as response for a while, starting within a few seconds of each other. */
function answer(draft: Draft, printers: readonly string[], at: number, length: number, status: number): void {
  const spread = draft.pick([1, 1, 10, 30]);
  for (const printer of printers) {
    const begins = at + draft.between(0, spread);
    draft.add({ at: begins, printer, answer: status }, { at: begins + length, printer, answer: 200 });
  }
}

/** Problems of App Connections, Supporter Perks and plugins. */
export const accountTroubles: Readonly<Record<string, Trouble>> = {
  'refusals for a moment': (draft) => {
    draft.every(2 * hour, day, (at) => {
      answer(draft, draft.some(), at, draft.between(1, 55), draft.pick([603, 604, 606]));
    });
  },
  'refusals of all for minutes': (draft) => {
    draft.every(5 * hour, day, (at) => {
      answer(draft, draft.printers, at, draft.between(61, 9 * minute), draft.pick([603, 604, 606]));
    });
  },
  'connections that end': (draft) => {
    draft.every(8 * hour, 3 * day, (at) => {
      answer(draft, draft.some(), at, draft.pick([hour, 5 * hour, 2 * day]), draft.pick([603, 604, 606]));
    });
  },
  'perks that lapse': (draft) => {
    draft.every(6 * hour, 3 * day, (at) => {
      answer(draft, draft.some(), at, draft.pick([25, 50, 20 * minute, 5 * hour, day]), 605);
    });
  },
  'plugins that are too old': (draft) => {
    draft.every(6 * hour, 3 * day, (at) => {
      answer(draft, draft.some(), at, draft.pick([25, 50, 20 * minute, 5 * hour, day]), 610);
    });
  },
  'answers that flap': (draft) => {
    const printer = draft.pick(draft.printers);
    draft.every(5 * hour, 2 * day, (from) => {
      const status = draft.pick([604, 605, 610, 602]);
      const period = draft.pick([60, 150, 400, 900]);
      const until = from + draft.between(hour, 5 * hour);
      for (let at = from; at < until; at += 2 * period) {
        draft.add({ at, printer, answer: status }, { at: at + period, printer, answer: 200 });
      }
    });
  },
  'other answers inside an outage': (draft) => {
    for (const printer of draft.some()) {
      draft.every(8 * hour, 2 * day, (at) => {
        const length = draft.pick([20 * minute, 2 * hour]);
        draft.add({ at, printer, link: 'down' }, { at: at + length, printer, link: 'up' });
        const from = at + draft.between(minute, length);
        answer(draft, [printer], from, draft.between(30, hour), draft.pick([602, 604, 605, 610]));
      });
    }
  },
};
