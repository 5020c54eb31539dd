import type { WindowPlace } from '../../storage/window-store.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a window opens; without `x` and `y` the desktop decides. */
export interface Opening {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

export const usualSize = { width: 480, height: 640 } as const;
export const leastSize = { width: 320, height: 400 } as const;

/**
 * Where to open the window: with its last size and position, moved as little as necessary to be entirely within a work
 * area. The position is dropped if its display is gone, and ignored where windows can't place themselves.
 */
export function openingOf(left: WindowPlace | null, workAreas: readonly Area[], canPlace: boolean): Opening {
  if (left === null) return { ...usualSize, maximized: false };
  const { position, maximized } = left;
  const area = position === null || !canPlace ? undefined : areaOf({ ...position, ...left }, workAreas);
  const room = area ?? largest(workAreas);
  const width = fitting(left.width, leastSize.width, room?.width);
  const height = fitting(left.height, leastSize.height, room?.height);
  if (position === null || area === undefined) return { width, height, maximized };
  return {
    width,
    height,
    x: within(position.x, area.x, area.x + area.width - width),
    y: within(position.y, area.y, area.y + area.height - height),
    maximized,
  };
}

/** Distance between the panel and a window that opens at the tray, in points. */
const gap = 8;

/** Like `openingOf`, but at the tray icon: `spot` is the icon's centre, `area` the work area of its display. */
export function openingAt(spot: { readonly x: number; readonly y: number }, opening: Opening, area: Area): Opening {
  if (opening.maximized) return opening;
  const { width, height } = opening;
  const fitAround = (middle: number, size: number, start: number, room: number) => {
    const most = Math.max(start, start + room - size - gap);
    return within(middle - size / 2, Math.min(start + gap, most), most);
  };
  return {
    ...opening,
    x: fitAround(spot.x, width, area.x, area.width),
    y: fitAround(spot.y, height, area.y, area.height),
  };
}

/**
 * The size with which to open a window next time, so that it becomes as large as it is now. On Wayland a window isn't
 * always given the size that was `requested`: Electron 33 counts the frame and shadow that it draws on GNOME as part of
 * it, so it would grow by 44 pixels each time, and tiling desktops choose for themselves. So what was requested is
 * changed by as much as the window was since it was `given` its size.
 */
export function sizeToRequest(requested: Size, given: Size, now: Size): Size {
  const changed = (side: 'width' | 'height') => {
    const size = requested[side] + now[side] - given[side];
    return size < leastSize[side] ? requested[side] : size;
  };
  return { width: changed('width'), height: changed('height') };
}

/**
 * Wayland doesn't let windows know or choose their position. A desktop started from a text console has `tty` as its
 * session type.
 */
export function canPlaceWindows(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || (environment['XDG_SESSION_TYPE'] !== 'wayland' && !environment['WAYLAND_DISPLAY']);
}

/** The work area with the largest part of the window. */
function areaOf(window: Area, areas: readonly Area[]): Area | undefined {
  let found: { readonly area: Area; readonly shared: number } | undefined;
  for (const area of areas) {
    const shared = sharedSize(window, area);
    if (shared > (found?.shared ?? 0)) found = { area, shared };
  }
  return found?.area;
}

function sharedSize(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function largest(areas: readonly Area[]): Area | undefined {
  return [...areas].sort((one, other) => other.width * other.height - one.width * one.height)[0];
}

function fitting(wanted: number, least: number, room = wanted): number {
  return Math.round(Math.max(least, Math.min(wanted, room)));
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
