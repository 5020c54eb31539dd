import { describe, expect, it } from 'vitest';
import { isActive, matchesFilter } from '../../../renderer/state/matches-filter.ts';

const named = (name: string) => ({ name, status: 'online' as const, tags: [] as string[] });
const byText = (text: string) => ({ text, state: null, tag: null });

describe('the filter', () => {
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
    expect(matchesFilter(named(name), byText(text))).toBe(true);
  });

  it.each([
    ['Voron', 'vorn'],
    ['Voron 2.4', 'voron 3'],
    ['Voron', '.*'],
  ])('does not find %j by %j', (name, text) => {
    expect(matchesFilter(named(name), byText(text))).toBe(false);
  });

  it('requires both status and name to match', () => {
    expect(matchesFilter(named('Voron'), { text: 'vor', state: 'online', tag: null })).toBe(true);
    expect(matchesFilter(named('Voron'), { text: 'vor', state: 'offline', tag: null })).toBe(false);
    expect(matchesFilter(named('Voron'), { text: 'end', state: 'online', tag: null })).toBe(false);
  });

  it('finds by tags, selected or typed, and by tag, status and text together', () => {
    const tagged = { name: 'Voron', status: 'online' as const, tags: ['Resin', 'workshop'] };
    expect(matchesFilter(tagged, byText('resin vor'))).toBe(true);
    expect(matchesFilter(tagged, byText('garage'))).toBe(false);
    expect(matchesFilter(tagged, { text: '', state: null, tag: 'Resin' })).toBe(true);
    expect(matchesFilter(tagged, { text: 'vor', state: 'online', tag: 'workshop' })).toBe(true);
    expect(matchesFilter(tagged, { text: '', state: 'offline', tag: 'workshop' })).toBe(false);
    expect(matchesFilter(tagged, { text: '', state: null, tag: 'garage' })).toBe(false);
    expect(isActive({ text: '', state: null, tag: 'garage' })).toBe(true);
  });

  it('is not active with only spaces', () => {
    expect(isActive(byText('  '))).toBe(false);
    expect(isActive(byText(' a'))).toBe(true);
    expect(isActive({ text: '', state: 'offline', tag: null })).toBe(true);
  });
});
