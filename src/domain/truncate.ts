/** Made for the first long text only: with it ICU's tables for it come into memory. */
let characters: Intl.Segmenter | null = null;

/** The text cut to `room` UTF-16 units, with an ellipsis; never through what a reader takes for one character. */
export function truncate(text: string, room: number): string {
  if (text.length <= room) return text;
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  // One character of a reader can be of any length, so no more is looked at than could be kept.
  for (const { segment } of characters.segment(text.slice(0, room + 1).toWellFormed())) {
    if (kept.length + segment.length > room - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
