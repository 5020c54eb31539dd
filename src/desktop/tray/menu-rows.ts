/** A menu longer than this part of the work area is not taken in at a glance. */
const share = 2 / 3;

/**
 * How high an entry is, in points, rounded up: GNOME's menus are the most airy, macOS' the closest.
 */
function entryHeight(platform: NodeJS.Platform, desktop: string): number {
  if (platform === 'darwin') return 24;
  if (platform === 'win32') return 32;
  return /gnome|unity|budgie|pantheon/i.test(desktop) ? 40 : /kde|plasma/i.test(desktop) ? 32 : 28;
}

/**
 * How many entries a menu may have. `workAreaHeights` are those of all displays in points: on which of them the menu opens
 * is not known. `desktop` is what XDG_CURRENT_DESKTOP says, empty where there is none.
 */
export function menuRows(workAreaHeights: readonly number[], platform: NodeJS.Platform, desktop: string): number {
  const lowest = Math.min(...workAreaHeights);
  // Without a display, as between two of them, any menu will do.
  if (!Number.isFinite(lowest) || lowest <= 0) return 16;
  return Math.floor((lowest * share) / entryHeight(platform, desktop));
}
