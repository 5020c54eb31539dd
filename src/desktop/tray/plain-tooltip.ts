/**
 * A tooltip that is shown as it stands. Trays of Linux desktops take some for markup (Pango's, or HTML with pictures from
 * elsewhere), others do not, so escaping it would show the escape: the sign that begins a tag gives way to one that looks
 * like it.
 */
export function plainTooltip(text: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'linux' ? text.replaceAll('<', '‹') : text;
}
