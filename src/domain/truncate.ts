/** Created on first use, because it loads ICU's tables. */
let characters: Intl.Segmenter | null = null;

/** Cuts the text to `room` UTF-16 units including an ellipsis; never within a grapheme. */
export function truncate(text: string, room: number): string {
  if (text.length <= room) return text;
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  // A grapheme can have any length, so segment no more than could be used.
  for (const { segment } of characters.segment(text.slice(0, room + 1).toWellFormed())) {
    if (kept.length + segment.length > room - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
