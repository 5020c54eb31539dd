import { expect, it } from 'vitest';
import { spotOf } from '../../../../src/desktop/tray/tray-spot.ts';

const nowhere = { x: 0, y: 0, width: 0, height: 0 };
const bounds = { x: 0, y: 0, width: 1280, height: 800 };
const belowPanel = { bounds, workArea: { x: 0, y: 32, width: 1280, height: 768 } };
const hidingPanel = { bounds, workArea: bounds };

it.each([
  [
    'the icon, where the system says it',
    { x: 1200, y: 770, width: 24, height: 24 },
    { x: 5, y: 5 },
    { x: 1212, y: 782 },
  ],
  ['the pointer on the panel', nowhere, { x: 1264, y: 16 }, { x: 1264, y: 16 }],
  ['unknown while the pointer is elsewhere', nowhere, { x: 640, y: 400 }, null],
  ['unknown while nobody says where the pointer is', nowhere, null, null],
  ['unknown while the pointer is on no display', nowhere, { x: 3000, y: 16 }, null],
] as const)('is %s', (_messages, icon, pointer, spot) => {
  expect(spotOf(icon, pointer, () => belowPanel)).toEqual(spot);
});

it('the pointer is near the edge where a panel hides', () => {
  expect(spotOf(nowhere, { x: 1264, y: 790 }, () => hidingPanel)).toEqual({ x: 1264, y: 790 });
  expect(spotOf(nowhere, { x: 640, y: 400 }, () => hidingPanel)).toBeNull();
});
