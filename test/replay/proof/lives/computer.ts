import { day, hour, minute, type Trouble } from '../life.ts';

/** Problems of the computer and the app on it. */
export const computerTroubles: Readonly<Record<string, Trouble>> = {
  sleep: ({ every, add, pick }) => {
    every(6 * hour, day, (at) => {
      add({ at, computer: 'sleep' }, { at: at + pick([20, 2 * minute, hour, 9 * hour]), computer: 'wake' });
    });
  },
  'network down': ({ every, add, pick }) => {
    every(3 * hour, day, (at) => {
      add({ at, network: 'down' }, { at: at + pick([10, minute, 10 * minute, 3 * hour]), network: 'up' });
    });
  },
  'a wrong network hint': ({ every, add, between }) => {
    every(5 * hour, day, (at) => {
      add({ at, networkHint: 'down' }, { at: at + between(minute, 3 * hour), networkHint: null });
    });
  },
  restarts: ({ every, add, pick, between }) => {
    every(2 * hour, day, (at) => {
      add({ at, app: pick(['quit', 'kill']) }, { at: at + between(1, 10 * minute), app: 'start' });
    });
  },
  'a clock that is off': ({ add, pick }) => {
    add({ at: 0, clock: pick([-45, 45, 300, -3_600, 7_200, 400 * day, -2_000 * day]) });
  },
  'a clock that is set': ({ every, add, pick, between }) => {
    every(5 * hour, 2 * day, (at) => {
      add({ at, clock: pick([-9 * hour, -60, 30, hour, 12 * hour, 365 * day]) });
      add({ at: at + between(minute, 4 * hour), clock: 0 });
    });
  },
  travelling: ({ every, add, pick }) => {
    every(6 * hour, 2 * day, (at) => {
      add({ at, timezone: pick(['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Europe/Berlin']) });
    });
  },
};
