import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/domain/edit-distance.ts';
import { findPrinter } from '../../../src/domain/find-printer.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const listOf = (...names: readonly string[]) => names.map((name, at) => ({ id: id(at), name }));

/** Returns the name that was found, several names, or `~name` for the nearest. */
function found(typed: string, ...names: readonly string[]): unknown {
  const list = listOf(...names);
  const nameOf = (one: string) => list.find((printer) => printer.id === one)?.name;
  const result = findPrinter(typed, list);
  if (result.found === 'one') return nameOf(result.printer);
  if (result.found === 'several') return result.printers.map(nameOf);
  return result.nearest === null ? null : `~${nameOf(result.nearest)}`;
}

const farm = ['Voron 2.4', 'Voron Trident', 'Prusa MK4', 'Prusa MINI+', 'Ender-3 Küche', '🐙 Octo', 'Großer Drucker'];

describe('A printer named on the command line', () => {
  it.each([
    ['Prusa MK4', 'Prusa MK4'],
    ['prusa mk4', 'Prusa MK4'],
    ['prusamk4', 'Prusa MK4'],
    ['PRUSA-MK4', 'Prusa MK4'],
    ['mk4', 'Prusa MK4'],
    ['mini', 'Prusa MINI+'],
    ['voron2', 'Voron 2.4'],
    ['24', 'Voron 2.4'],
    ['trident', 'Voron Trident'],
    ['kuche', 'Ender-3 Küche'],
    ['kueche', 'Ender-3 Küche'],
    ['Küche', 'Ender-3 Küche'],
    ['Ku\u0308che', 'Ender-3 Küche'],
    ['ender 3', 'Ender-3 Küche'],
    ['ender3', 'Ender-3 Küche'],
    ['octo', '🐙 Octo'],
    ['🐙', '🐙 Octo'],
    ['grosser', 'Großer Drucker'],
    ['  mk4  ', 'Prusa MK4'],
    ['rident', 'Voron Trident'],
    [id(2), 'Prusa MK4'],
  ])('as “%s” is %s', (typed, name) => {
    expect(found(typed, ...farm)).toBe(name);
  });

  it('that is ambiguous is not resolved; the best match is taken', () => {
    expect(found('voron', ...farm)).toEqual(['Voron 2.4', 'Voron Trident']);
    expect(found('voron', 'Voron', 'Voron 2.4')).toBe('Voron');
    expect(found('voron', 'My Voron', 'Voron 2.4')).toBe('Voron 2.4');
    expect(found('Mini', 'mini', 'Mini')).toBe('Mini');
    expect(found('twin', 'Twin', 'Twin')).toEqual(['Twin', 'Twin']);
  });

  it.each([
    ['vornn trident', '~Voron Trident'],
    ['tridnet', '~Voron Trident'],
    ['prsua mk4', '~Prusa MK4'],
    ['kücke', '~Ender-3 Küche'],
    ['bambu', null],
    ['x', null],
    ['', null],
    ['   ', null],
    ['…', null],
  ])('as “%s” is unknown, and the nearest is %s', (typed, nearest) => {
    expect(found(typed, ...farm)).toBe(nearest);
  });

  it('in any script is found by its own name, in any case and spacing', () => {
    expect(found('принтер', 'Принтер Анны')).toBe('Принтер Анны');
    expect(found('打印机', '工作室 打印机')).toBe('工作室 打印机');
    expect(found('ＭＫ４', 'Prusa MK4')).toBe('Prusa MK4');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
        fc.pre(name.trim() !== '' && name === name.trim());
        expect(found(name, name, 'Another one')).toEqual(name === 'Another one' ? [name, name] : name);
      }),
    );
  });

  it('finds the longest name there is, of emoji too', () => {
    const emoji = '🦆'.repeat(200);
    expect(found(emoji, emoji, `${emoji.slice(0, -2)}🐙`)).toBe(emoji);
  });

  it('is always looked up quickly', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `Printer ${at} ${'abc '.repeat(40)}`);
    const begun = process.cpuUsage();
    expect(found('q'.repeat(10_000), ...many)).toBeNull();
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(20);
  });
});

describe('The distance between two words', () => {
  it('counts changes, and swapped neighbours as one', () => {
    expect(editDistance('voron', 'voron')).toBe(0);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('vorno', 'voron')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
