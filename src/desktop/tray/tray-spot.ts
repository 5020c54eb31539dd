import type { Spot } from './menu-entry.ts';

interface Area extends Spot {
  readonly width: number;
  readonly height: number;
}

/** How close to the display's edge a hidden panel can be, in points. */
const panelDepth = 64;

interface Display {
  readonly bounds: Area;
  readonly workArea: Area;
}

/**
 * The position of the clicked icon, or null if unknown. `icon` are its bounds as reported by Windows and macOS. On X11
 * the pointer is on the icon, unless the click came from the keyboard: then the pointer is on no panel of its display.
 */
export function spotOf(icon: Area, pointer: Spot | null, displayAt: (spot: Spot) => Display): Spot | null {
  if (icon.width > 0 && icon.height > 0) return { x: icon.x + icon.width / 2, y: icon.y + icon.height / 2 };
  if (pointer === null) return null;
  const { bounds, workArea } = displayAt(pointer);
  const isAtEdge = !isWithin(pointer, workArea, 0) || !isWithin(pointer, bounds, panelDepth);
  return isWithin(pointer, bounds, 0) && isAtEdge ? pointer : null;
}

function isWithin({ x, y }: Spot, area: Area, margin: number): boolean {
  const [right, bottom] = [area.x + area.width - margin, area.y + area.height - margin];
  return x >= area.x + margin && y >= area.y + margin && x < right && y < bottom;
}
