import { expect, it } from 'vitest';
import { menuRows } from '../../../../src/desktop/tray/menu-rows.ts';

it.each([
  [[770], 'linux', 'XFCE', 18],
  [[770], 'linux', 'ubuntu:GNOME', 12],
  [[770], 'linux', 'KDE', 16],
  [[770], 'linux', '', 18],
  [[1_040], 'win32', '', 21],
  [[1_055], 'darwin', '', 29],
] as const)('work areas of %j points on %s (%s) take menus of %d entries', (heights, platform, desktop, rows) => {
  expect(menuRows(heights, platform, desktop)).toBe(rows);
});

it('uses the lowest of several displays, and reports when there is none', () => {
  expect(menuRows([1_400, 770], 'linux', 'XFCE')).toBe(menuRows([770], 'linux', 'XFCE'));
  expect(menuRows([], 'linux', 'XFCE')).toBe(16);
  expect(menuRows([0], 'linux', 'XFCE')).toBe(16);
});
