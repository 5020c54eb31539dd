import { type Draft, day, hour, minute, type Trouble } from '../life.ts';

/** Adds an outage and its end. */
function lose({ add }: Draft, printer: string, at: number, length: number): void {
  add({ at, printer, link: 'down' }, { at: at + length, printer, link: 'up' });
}

/** Returns how long a plugin takes to reconnect: 11–31 s, doubling up to 180 s. */
function reconnect({ random, between }: Draft): number {
  let wait = between(11, 31);
  let length = wait;
  while (random() < 0.35) {
    wait = Math.min(180, 2 * wait);
    length += wait;
  }
  return length;
}

/** Disconnects some printers within half a minute and reconnects them within five. */
function loseTogether(draft: Draft, printers: readonly string[], at: number, length: number): void {
  const { between } = draft;
  const spread = draft.pick([1, 5, 30]);
  const found = draft.pick([1, 20, 120, 290]);
  for (const printer of printers) {
    lose(draft, printer, at + between(0, spread), length + between(0, found));
  }
}

/** Problems of links. */
export const linkTroubles: Readonly<Record<string, Trouble>> = {
  reconnects: (draft) => {
    for (const printer of draft.printers) {
      draft.every(6 * hour, 47 * hour, (at) => lose(draft, printer, at, reconnect(draft)));
    }
  },
  'power switched off': (draft) => {
    for (const printer of draft.some()) {
      draft.every(10 * hour, 2 * day, (at) => lose(draft, printer, at, draft.between(5 * minute, 10 * hour)));
    }
  },
  'power cuts': (draft) => {
    draft.every(5 * hour, 30 * hour, (at) => {
      loseTogether(draft, draft.some(), at, draft.pick([2 * minute, 8 * minute, hour, 3 * hour]));
    });
  },
  'a restart of OctoEverywhere': (draft) => {
    draft.every(8 * hour, 2 * day, (at) => {
      for (const printer of draft.printers) lose(draft, printer, at, draft.between(180, 400));
    });
  },
  'a link that flaps': (draft) => {
    const printer = draft.pick(draft.printers);
    draft.every(5 * hour, 2 * day, (from) => {
      const period = draft.pick([45, 90, 200, 600, 1_800]);
      const gone = draft.pick([0.1, 0.4, 0.6, 0.9]);
      const until = from + draft.between(hour / 2, 4 * hour);
      for (let at = from; at < until; at += period) lose(draft, printer, at, Math.max(4, Math.round(period * gone)));
    });
  },
  'a shower of losses': (draft) => {
    draft.every(8 * hour, 2 * day, (from) => {
      let at = from;
      for (const printer of draft.some()) {
        lose(draft, printer, at, draft.between(2 * minute, hour));
        at += draft.between(31, 5 * minute);
      }
    });
  },
};
