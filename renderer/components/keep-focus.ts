import { useEffect } from 'preact/hooks';
import { headingId, wantedFocus } from '../state/screen.ts';

/** What has or had the focus, and the printer it belongs to; null once the user has left it. */
let last: { readonly element: HTMLElement; readonly article: string | null } | null = null;

/**
 * Keeps the focus near when what has it goes away, such as the button that mended a printer: in its row or card, else at
 * the head of the screen. Falling to the page it would begin anew at the top, and a screen reader with it.
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
        // Something that goes away loses the focus before it is gone.
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
  (near ?? document.getElementById(headingId))?.focus({ preventScroll: true });
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && element.closest('[hidden]') === null;
}
