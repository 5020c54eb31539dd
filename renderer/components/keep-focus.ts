import { useEffect } from 'preact/hooks';
import { headingId, wantedFocus } from '../state/screen.ts';

/** The element that has or had the focus, and its printer; null once the user has left it. */
let last: { readonly element: HTMLElement; readonly article: string | null } | null = null;

/**
 * Keeps the focus nearby when its element disappears, such as a button that is no longer needed: in the same row or
 * card, else on the screen's heading. Otherwise it would return to the top of the page, and a screen reader with it.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener(
      'focusin',
      ({ target }) => {
        if (!(target instanceof HTMLElement)) return;
        last = { element: target, article: target.closest('article[data-printer]')?.id ?? null };
      },
      { signal },
    );
    document.addEventListener(
      'focusout',
      ({ target, relatedTarget }) => {
        if (relatedTarget !== null) return;
        // A removed element loses the focus before it is gone.
        setTimeout(() => {
          const isLeft = document.activeElement === document.body && last?.element === target;
          if (isLeft && target instanceof HTMLElement && isThere(target) && document.hasFocus()) last = null;
        });
      },
      { signal },
    );
    const watcher = new MutationObserver(restore);
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
    return () => {
      ended.abort();
      watcher.disconnect();
    };
  }, []);
}

function restore(): void {
  if (last === null || wantedFocus.peek() !== null || isThere(last.element)) return;
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body && activeElement !== last.element) return;
  const article = last.article === null ? null : document.getElementById(last.article);
  const near =
    article !== null && isThere(article) ? (article.querySelector<HTMLElement>('.row-button') ?? article) : null;
  last = null;
  near?.focus({ preventScroll: true });
  // Not everything that is near can have the focus.
  if (near !== null && document.activeElement === near) return;
  document.getElementById(headingId)?.focus({ preventScroll: true });
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && element.closest('[hidden]') === null;
}
