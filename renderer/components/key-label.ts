const onMac: ReadonlyMap<string, string> = new Map([
  ['Ctrl', '⌘'],
  ['Strg', '⌘'],
  ['Alt', '⌥'],
]);

/** What is written on a key that others know by that name; macOS has other modifiers. */
export function keyLabel(key: string, isMac: boolean): string {
  return isMac ? (onMac.get(key) ?? key) : key;
}
