/** Maximum share of the work area's height: a longer menu is hard to take in at a glance. */
const share = 2 / 3;

/** Height of an entry in points, rounded up: GNOME's are the tallest, macOS' the lowest. */
function entryHeight(platform: NodeJS.Platform, desktop: string): number {
  if (platform === 'darwin') return 24;
  if (platform === 'win32') return 32;
  return /gnome|unity|budgie|pantheon/i.test(desktop) ? 40 : /kde|plasma/i.test(desktop) ? 32 : 28;
}

/**
 * Maximum number of menu entries. `workAreaHeights` are the heights of all displays' work areas in points: which one
 * the menu opens on is unknown. `desktop` is `XDG_CURRENT_DESKTOP`, or empty.
 */
export function menuRows(workAreaHeights: readonly number[], platform: NodeJS.Platform, desktop: string): number {
  const lowest = Math.min(...workAreaHeights);
  // Without a display, as while displays are switched, any number will do.
  if (!Number.isFinite(lowest) || lowest <= 0) return 16;
  return Math.floor((lowest * share) / entryHeight(platform, desktop));
}
