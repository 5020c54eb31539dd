/**
 * Prevents tooltips from being parsed as markup. Some Linux trays parse them (as Pango's, or as HTML with remote
 * images), others don't and would show escapes; so the character that opens a tag is replaced by one that looks like
 * it.
 */
export function plainTooltip(text: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'linux' ? text.replaceAll('<', '‹') : text;
}
