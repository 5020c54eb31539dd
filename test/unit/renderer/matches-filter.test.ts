import { describe, expect, it } from 'vitest';
import { fitsFilter, isActive } from '../../../renderer/state/matches-filter.ts';

const named = (name: string) => ({ name, status: 'online' as const });
const byText = (text: string) => ({ text, state: null });

describe('the filter of the list', () => {
  it.each([
    ['Voron 2.4', 'voron'],
    ['Voron 2.4', '2.4 vor'],
    ['Müllers Drucker', 'muller'],
    ['Muller', 'mÜll'],
    ['Ender 3 in the garage', '  garage  ender '],
    ['طابعة المختبر', 'المختبر'],
    ['Octo 🐙', '🐙'],
    ['anything', ''],
  ])('finds %j by %j', (name, text) => {
    expect(fitsFilter(named(name), byText(text))).toBe(true);
  });

  it.each([
    ['Voron', 'vorn'],
    ['Voron 2.4', 'voron 3'],
    ['Voron', '.*'],
  ])('does not find %j by %j', (name, text) => {
    expect(fitsFilter(named(name), byText(text))).toBe(false);
  });

  it('wants both the state and the name to fit', () => {
    expect(fitsFilter(named('Voron'), { text: 'vor', state: 'online' })).toBe(true);
    expect(fitsFilter(named('Voron'), { text: 'vor', state: 'offline' })).toBe(false);
    expect(fitsFilter(named('Voron'), { text: 'end', state: 'online' })).toBe(false);
  });

  it('is not active with spaces alone', () => {
    expect(isActive(byText('  '))).toBe(false);
    expect(isActive(byText(' a'))).toBe(true);
    expect(isActive({ text: '', state: 'offline' })).toBe(true);
  });
});
