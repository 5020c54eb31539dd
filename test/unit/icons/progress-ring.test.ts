import { expect, it } from 'vitest';
import { progressRing, ringFor, ringSteps } from '../../../tools/icons/progress-ring.mjs';
import { rasterise } from '../../../tools/icons/rasterise.mjs';
import { readPng } from '../../support/icons/pixels.ts';

/** How many pixels of the ring are done, and how many are covered at all. */
function drawn(size: number, step: number): { readonly done: number; readonly covered: number } {
  const ring = progressRing(size, step, { done: '#ff0000', left: '#0000ff' });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${ring}</svg>`;
  const { data } = readPng(rasterise(svg));
  let [done, covered] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 128) continue;
    covered += 1;
    if ((data[at] ?? 0) > (data[at + 2] ?? 0)) done += 1;
  }
  return { done, covered };
}

it.each([16, 22, 24, 32])('every step of the ring is seen at %d pixels, and it leaves the eye its room', (size) => {
  let before = -1;
  for (let step = 0; step <= ringSteps; step += 1) {
    const { done } = drawn(size, step);
    expect(done, `step ${step}`).toBeGreaterThan(before);
    before = done;
  }
  expect(drawn(size, 0).done).toBe(0);
  const { done, covered } = drawn(size, ringSteps);
  expect(done).toBe(covered);
  expect(ringFor(size).room).toBeGreaterThanOrEqual(size * 0.6);
});
