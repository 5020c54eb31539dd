import { expect, it } from 'vitest';
import { takeShownPipe } from '../../../src/startup/shown-pipe.ts';

it.each(['3', '3:1', '4:4242', '', 'yes'])('a variable inherited from another start names no pipe: %j', (value) => {
  const environment = { OCTOGLANCE_SHOWN_PIPE: value };
  expect(takeShownPipe(environment, 4242)).toBeNull();
  expect(environment).toEqual({});
});

it('the variable of the app that started this one names its pipe, and is passed on to no program', () => {
  const environment = { OCTOGLANCE_SHOWN_PIPE: '3:4242' };
  expect(takeShownPipe(environment, 4242)).not.toBeNull();
  expect(environment).toEqual({});
});
