import { plural } from './plural.ts';

/** A manual refresh that cannot check every printer. */
export const refresh = {
  tooSoon: 'Too soon to check again',
  someWait: 'Some printers have to wait',
  /** "Voron and Ender can be checked again from 15:40." */
  canBeChecked: (names: string, _count: number, when: string) => `${names} can be checked again ${when}.`,
  at: (clock: string) => `from ${clock}`,
  inSeconds: 'in a few seconds',
  withinMinute: 'in less than a minute',
  later: (count: number) =>
    plural(count, { one: `${count} more has to wait longer.`, other: `${count} more have to wait longer.` }),
  othersAreChecked: 'The others are being checked now.',
};
