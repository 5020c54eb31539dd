import { useLayoutEffect } from 'preact/hooks';

/**
 * Marks the document, as `data-filter` or `data-selection`, while the component is there and `isShown`. `:has()` on the
 * document would look through every row for it at each change: 25 ms with 1,000 printers.
 */
export function useDocumentMark(name: 'filter' | 'selection', isShown = true): void {
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    const { dataset } = document.documentElement;
    dataset[name] = 'shown';
    return () => {
      delete dataset[name];
    };
  }, [name, isShown]);
}
