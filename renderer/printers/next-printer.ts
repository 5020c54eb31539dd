import type { Arrow } from './key-deeds.ts';

/** Where a printer stands in the window, px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Which of the printers an arrow leads to, by its place in `boxes`; null when there is none in that direction. From
 * nowhere (null) down and right lead to the first. Beside each other they are gone through from row to row.
 */
export function nextPrinter(arrow: Arrow, from: number | null, boxes: readonly Box[]): number | null {
  const present = from === null ? undefined : boxes[from];
  if (from === null || present === undefined) return boxes.length > 0 && isOnward(arrow) ? 0 : null;
  if (arrow === 'left' || arrow === 'right') {
    const next = from + (arrow === 'right' ? 1 : -1);
    return hasNeighbourBeside(boxes) && boxes[next] !== undefined ? next : null;
  }
  let nearest: { readonly index: number; readonly distance: number } | null = null;
  for (const [index, box] of boxes.entries()) {
    const gap = arrow === 'down' ? box.top - present.bottom : present.top - box.bottom;
    if (gap < 0) continue;
    // A row further away is further than anything in the next row.
    const distance = gap * 1_000 + Math.abs(middle(box) - middle(present));
    if (nearest === null || distance < nearest.distance) nearest = { index, distance };
  }
  return nearest?.index ?? null;
}

function isOnward(arrow: Arrow): boolean {
  return arrow === 'down' || arrow === 'right';
}

/** Printers below each other are gone through with up and down alone. */
function hasNeighbourBeside([first, second]: readonly Box[]): boolean {
  return first !== undefined && second !== undefined && second.top < first.bottom;
}

function middle(box: Box): number {
  return (box.left + box.right) / 2;
}
