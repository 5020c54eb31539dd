import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** The most of the window's height that an element at an edge may take; what remains has room for a row. */
const most = { start: 0.4, end: 0.3 } as const;

/**
 * Keeps an element at an edge of the window while the page scrolls, and the focused element from being hidden behind it.
 * With large text, zoomed in or in a small window it may leave too little room for the page; then it scrolls with it.
 * `isShown`: whether the element is there. Its height changes with the window's width, the language and the filter.
 */
export function useEdgeOfWindow(element: RefObject<HTMLElement | null>, edge: 'start' | 'end', isShown = true): void {
  useEffect(() => {
    const shown = element.current;
    if (!isShown || shown === null) return undefined;
    const { style } = document.documentElement;
    const property = `scroll-padding-block-${edge}`;
    const measure = () => {
      const height = shown.offsetHeight;
      const fits = height <= most[edge] * innerHeight;
      shown.toggleAttribute('data-scrolls', !fits);
      style.setProperty(property, fits ? `calc(${height}px + 1.25rem)` : '1rem');
    };
    // The observer reports only in the next frame, when a row may have been scrolled to already.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      style.removeProperty(property);
    };
  }, [element, edge, isShown]);
}
