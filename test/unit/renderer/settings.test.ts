import { expect, test } from 'vitest';
import { graceChoices, lengthChoices, pollChoices } from '../../../renderer/settings/choices.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';

test('the defaults are among the choices, all of which are allowed', () => {
  expect(pollChoices).toContain(defaultSettings.pollSeconds);
  expect(graceChoices).toContain(defaultSettings.graceSeconds);
  expect([Math.min(...pollChoices), Math.max(...pollChoices)]).toEqual([30, 3600]);
  expect([Math.min(...graceChoices), Math.max(...graceChoices)]).toEqual([0, 1800]);
});

test('an unusual value is offered in place of the nearest choice', () => {
  expect(lengthChoices([0, 60, 300], 95).map((choice) => choice.text)).toEqual([
    'immediately',
    '1 min',
    '1 min 35 s',
    '5 min',
  ]);
});
