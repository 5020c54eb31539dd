import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import { articleId, wantedFocus } from '../state/screen.ts';

/** Initial number of rows: more than fit into a window. Only these delay the first paint. */
const firstRows = 30;

/** How many rows are added at a time; in between the window handles input. */
const moreRows = 50;

/**
 * How many rows of a list are drawn: a long list is completed in steps, but a row that is to be focused is drawn
 * immediately.
 */
export function useRowsSoFar(ids: readonly PrinterId[]): number {
  const [soFar, setSoFar] = useState(firstRows);
  const { length } = ids;
  useEffect(() => {
    if (soFar >= length) return;
    const timer = setTimeout(() => setSoFar((drawn) => drawn + moreRows));
    return () => clearTimeout(timer);
  }, [soFar, length]);
  const wanted = wantedFocus.value;
  const wantedAt = wanted === null ? -1 : ids.findIndex((id) => articleId(id) === wanted);
  // It stays once it has the focus.
  useLayoutEffect(() => {
    if (wantedAt >= soFar) setSoFar(wantedAt + 1);
  }, [wantedAt, soFar]);
  return Math.max(soFar, wantedAt + 1);
}
