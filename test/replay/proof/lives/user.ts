import { day, hour, minute, type Trouble } from '../life.ts';

const night = { from: 22 * 60, until: 7 * 60 };
const noon = { from: 12 * 60, until: 13 * 60 };

/** User actions and settings. */
export const userTroubles: Readonly<Record<string, Trouble>> = {
  mutes: ({ every, add, pick, printers, between }) => {
    every(4 * hour, day, (at) => {
      const printer = pick(printers);
      add({ at, printer, user: 'mute' }, { at: at + between(minute, 8 * hour), printer, user: 'unmute' });
    });
  },
  'off on purpose': ({ every, add, pick, printers, between }) => {
    every(6 * hour, day, (at) => {
      const printer = pick(printers);
      add({ at, printer, link: 'down' }, { at: at + between(20, 20 * minute), printer, user: 'off-on-purpose' });
      add({ at: at + between(hour, 9 * hour), printer, link: 'up' });
    });
  },
  'often off': ({ every, add, pick, printers, between }) => {
    const printer = pick(printers);
    add({ at: between(minute, 2 * hour), printer, user: 'often-off' });
    every(4 * hour, day, (at) => {
      add({ at, printer, link: 'down' }, { at: at + between(10 * minute, 5 * hour), printer, link: 'up' });
    });
  },
  refreshes: ({ every, add, pick, printers, random }) => {
    every(hour, 10 * hour, (at) => {
      if (random() < 0.5) add({ at, user: 'refresh-all' });
      else add({ at, printer: pick(printers), user: 'refresh' });
    });
  },
  snoozes: ({ every, add, pick, between }) => {
    every(5 * hour, 2 * day, (at) => {
      const seconds = pick([hour, 3 * hour, 9 * hour]);
      add({ at, user: 'snooze', seconds });
      if (seconds === hour) add({ at: at + between(minute, hour), user: 'resume' });
    });
  },
  'quiet hours': ({ add, pick }) => {
    const span = pick([night, noon]);
    add({ at: 0, setting: { quietHours: { on: true, days: Array.from({ length: 7 }, () => span) } } });
  },
  'kinds switched off': ({ add, pick, between }) => {
    const topic = pick(['disconnected', 'recovered', 'reconnect', 'perks', 'update', 'service']);
    add({ at: between(0, 3 * hour), setting: { topics: { [topic]: false } } });
  },
  'another rhythm': ({ every, add, pick }) => {
    every(8 * hour, 2 * day, (at) => add({ at, setting: { pollSeconds: pick([30, 60, 120]) } }));
  },
  'printers that are removed and added again': ({ every, add, pick, printers, between }) => {
    every(4 * hour, day, (at) => {
      const printer = pick(printers);
      add({ at, printer, user: 'remove' }, { at: at + between(5, 2 * hour), printer, user: 'add' });
    });
  },
  'a printer that is removed': ({ add, printers, between, end }) => {
    const printer = printers.at(-1);
    if (printer !== undefined && printers.length > 1) add({ at: between(hour, end), printer, user: 'remove' });
  },
};
