import { useEffect, useState } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import { articleId, wantedFocus } from '../state/screen.ts';

/** More than fit into a window at first; the first picture has to wait for these alone. */
const firstRows = 30;

/** So many more come at a time, between which the window answers its user. */
const moreRows = 50;

/** How many of a list of rows are drawn: of a long one soon all, and at once what is to have the focus. */
export function useRowsSoFar(ids: readonly PrinterId[]): number {
  const [soFar, setSoFar] = useState(firstRows);
  const { length } = ids;
  useEffect(() => {
    if (soFar >= length) return;
    const timer = setTimeout(() => setSoFar(soFar + moreRows));
    return () => clearTimeout(timer);
  }, [soFar, length]);
  const wanted = wantedFocus.value;
  const wantedAt = wanted === null ? -1 : ids.findIndex((id) => articleId(id) === wanted);
  return Math.max(soFar, wantedAt + 1);
}
