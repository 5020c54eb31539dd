import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Keeps what takes the focus from ending up below an element that stays at an edge of the window while the page scrolls.
 * `isShown`: whether the element is there. Its height changes with the window's width, the language and the filter.
 */
export function useScrollRoom(element: RefObject<HTMLElement | null>, edge: 'start' | 'end', isShown = true): void {
  useEffect(() => {
    const shown = element.current;
    if (!isShown || shown === null) return undefined;
    const { style } = document.documentElement;
    const property = `scroll-padding-block-${edge}`;
    const observer = new ResizeObserver(() => style.setProperty(property, `calc(${shown.offsetHeight}px + 1.25rem)`));
    observer.observe(shown);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [element, edge, isShown]);
}
