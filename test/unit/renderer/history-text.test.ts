import { afterEach, describe, expect, it } from 'vitest';
import { formatPercent } from '../../../renderer/history/history-text.ts';
import { language, region } from '../../../renderer/messages.ts';
import { defaultRegion } from '../../../src/domain/region.ts';

afterEach(() => {
  language.value = 'en';
  region.value = defaultRegion;
});

const cases = [
  [0, '0%', '0 %'],
  [0.000001, '0.01%', '0,01 %'],
  [0.0099, '0.99%', '0,99 %'],
  [0.5, '50%', '50 %'],
  [0.12345, '12.3%', '12,3 %'],
  [0.98, '98%', '98 %'],
  [0.9876, '98.8%', '98,8 %'],
  [0.99987, '99.99%', '99,99 %'],
  [0.99999, '99.99%', '99,99 %'],
  [1, '100%', '100 %'],
] as const;

describe('A percentage', () => {
  it.each(cases)('%d is %s, in German %s', (uptimeRatio, english, german) => {
    expect(formatPercent(uptimeRatio)).toBe(english);
    language.value = 'de';
    region.value = { ...defaultRegion, decimalSign: ',' };
    expect(formatPercent(uptimeRatio)).toBe(german.replace(' ', '\u00a0'));
  });

  it('is formatted like Intl does', () => {
    for (let thousandths = 0; thousandths <= 1_000; thousandths += 1) {
      const uptimeRatio = thousandths / 1_000;
      const fine = uptimeRatio > 0.99 || uptimeRatio < 0.01 ? 2 : 1;
      const format = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: fine });
      expect(formatPercent(uptimeRatio)).toBe(format.format(uptimeRatio));
    }
  });
});
