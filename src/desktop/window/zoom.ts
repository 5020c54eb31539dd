/** The zoom factors of the page, the same steps as Chromium's; 1 is the normal size. */
const steps: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export const leastZoom = steps[0] ?? 1;
export const mostZoom = steps.at(-1) ?? 1;

/** The next step from any zoom factor; at either end, the current one. */
export function nextZoom(present: number, way: 'in' | 'out'): number {
  const next = way === 'in' ? steps.find((step) => step > present) : steps.findLast((step) => step < present);
  return next ?? present;
}
