import { afterEach, expect, test } from 'vitest';
import { datedFileName } from '../../../src/app/dated-file-name.ts';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** As in openstyles/stylus#2160: in the evening, files saved in America had the next day's date. */
test.each([
  ['America/Los_Angeles', '2026-11-12'],
  ['UTC', '2026-11-13'],
  ['Pacific/Auckland', '2026-11-13'],
])('in %s the name has the date on the wall there: %s', (place, day) => {
  process.env['TZ'] = place;
  expect(datedFileName('history', Date.UTC(2026, 10, 13, 3, 30), 'csv')).toBe(`octoglance-history-${day}.csv`);
});
