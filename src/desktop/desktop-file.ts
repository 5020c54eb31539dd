/**
 * Reads a desktop file. Source: freedesktop.org, Desktop Entry Specification 1.5, "Basic format of the file".
 */

/** The group that says what is started. */
const mainGroup = '[Desktop Entry]';

/**
 * The keys of the group `[Desktop Entry]` with their raw values; empty for a text that is no desktop file. Of a key that
 * stands there twice the last one counts, as in GLib and KDE. Throws nothing.
 */
export function readDesktopFile(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let group = '';
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed.startsWith('[')) group = trimmed;
    if (group !== mainGroup || trimmed.startsWith('#')) continue;
    const [, key, value] = /^([A-Za-z0-9-]+(?:\[[^\]]*\])?)\s*=\s*(.*)$/.exec(trimmed) ?? [];
    if (key !== undefined && value !== undefined) keys.set(key, value);
  }
  return keys;
}

/** Whether a key says true. GLib takes `1` as well, as files from before the standard have it. */
export function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
