import { plural } from '../../en/plural.ts';

/** Selecting rows of the list. */
export const selection = {
  title: 'Selected printers',
  select: (name: string) => `Select ${name}`,
  change: (count: number) => `Change ${count} selected`,
  all: (count: number) => `Select all ${count}`,
  none: 'Clear selection',
  selected: (count: number) =>
    count === 0
      ? 'Nothing selected.'
      : plural(count, { one: '1 printer selected.', other: `${count} printers selected.` }),
};
