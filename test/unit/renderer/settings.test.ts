import { expect, test } from 'vitest';
import { graceChoices, lengthChoices, pollChoices } from '../../../renderer/settings/choices.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';

test('the defaults are among the choices, which stay within what a setting may be', () => {
  expect(pollChoices).toContain(defaultSettings.pollSeconds);
  expect(graceChoices).toContain(defaultSettings.graceSeconds);
  expect([Math.min(...pollChoices), Math.max(...pollChoices)]).toEqual([30, 3600]);
  expect([Math.min(...graceChoices), Math.max(...graceChoices)]).toEqual([0, 1800]);
});

test('a value that is not among the usual ones is offered in its place', () => {
  expect(lengthChoices([0, 60, 300], 95).map((choice) => choice.words)).toEqual([
    'immediately',
    '1 min',
    '1 min 35 s',
    '5 min',
  ]);
});
