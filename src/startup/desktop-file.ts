/** Reads a desktop file. Source: freedesktop.org, Desktop Entry Specification 1.5, "Basic format of the file". */

/** The group with the program to start. */
const mainGroup = '[Desktop Entry]';

/**
 * The keys of the group `[Desktop Entry]` with their raw values; empty if the text isn't a desktop file. If a key
 * appears twice, the last one wins, as in GLib and KDE. Never throws.
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

/**
 * Returns the desktop file with another raw value for a key of `[Desktop Entry]`, or of another `group`, or (null)
 * without the key. Everything else is unchanged, including comments and other groups; without such a group, the whole
 * text is. Never throws.
 */
export function withKey(text: string, key: string, value: string | null, group: string = mainGroup): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === group);
  if (start === -1) return text;
  const next = lines.findIndex((line, at) => at > start && line.trim().startsWith('['));
  let end = next === -1 ? lines.length : next;
  while (lines[end - 1]?.trim() === '') end -= 1;
  const isKey = (line: string) => line.split('=')[0]?.trim() === key && line.includes('=');
  const own = lines.slice(start, end);
  const at = own.findIndex(isKey);
  const line = value === null ? [] : [`${key}=${value}${lines[start]?.endsWith('\r') === true ? '\r' : ''}`];
  const kept = (some: readonly string[]) => some.filter((one) => !isKey(one));
  const changed = at === -1 ? [...own, ...line] : [...kept(own.slice(0, at)), ...line, ...kept(own.slice(at + 1))];
  return [...lines.slice(0, start), ...changed, ...lines.slice(end)].join('\n');
}

/** Whether a key is true. GLib also accepts `1`, which files from before the standard use. */
export function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
