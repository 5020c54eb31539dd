import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface Anchor {
  readonly row: HTMLElement;
  /** Distance from the upper edge of the window, px. */
  readonly top: number;
  readonly group: string | undefined;
}

/** The pointer's position over the list, px; null elsewhere. */
let pointer: { readonly x: number; readonly y: number } | null = null;
let anchors: readonly Anchor[] = [];

/**
 * Keeps what the user is reading in place on the screen, whatever appears, disappears or grows above it: the row under
 * the pointer, else the focused one, else the rows at the top of a list that was scrolled. `drawn` is what the list was
 * drawn from.
 */
export function useStillRows(drawn: unknown): void {
  const isDrawn = useRef(false);
  useLayoutEffect(() => {
    // The first time there is nothing to restore, and measuring would delay the window's first picture. The observer
    // below calls back as soon as the list has its place.
    if (isDrawn.current) restore();
    isDrawn.current = true;
  }, [drawn]);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const grown = new ResizeObserver(restore);
    const page = document.querySelector('main');
    if (page !== null) for (const part of [page, ...page.children]) grown.observe(part);
    const header = document.querySelector('header.bar');
    if (header !== null) grown.observe(header);
    document.addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y, target }) => {
        pointer = target instanceof Element && target.closest('.rows') !== null ? { x, y } : null;
        remember();
      },
      { signal },
    );
    document.documentElement.addEventListener('pointerleave', () => leave(), { signal });
    for (const name of ['scroll', 'focusin', 'keyup'] as const) {
      document.addEventListener(name, remember, { signal, passive: true });
    }
    window.addEventListener('resize', remember, { signal });
    document.documentElement.dataset['still'] = 'true';
    return () => {
      ended.abort();
      grown.disconnect();
      delete document.documentElement.dataset['still'];
      leave();
    };
  }, []);
}

function leave(): void {
  pointer = null;
  document.body.style.removeProperty('padding-block-end');
  remember();
}

/** Remembers where the rows are now. */
function remember(): void {
  anchors = [pointed(), focused(), ...topmost()].flatMap((row) =>
    row === null ? [] : [{ row, top: row.getBoundingClientRect().top, group: row.dataset['group'] }],
  );
}

/** Moves the first of them that is still in the same group back to where it was. */
function restore(): void {
  const anchor = anchors.find(({ row, group }) => row.isConnected && !row.hidden && row.dataset['group'] === group);
  if (anchor !== undefined) shift(anchor.row.getBoundingClientRect().top - anchor.top);
  remember();
}

/** Scrolls by a number of pixels, even if a short list has no room for it. */
function shift(by: number): void {
  if (Math.abs(by) < 1) return;
  const before = scrollY;
  scrollBy({ top: by, behavior: 'instant' });
  const missing = by - (scrollY - before);
  if (missing < 1) return;
  const { style } = document.body;
  style.paddingBlockEnd = `${Number.parseFloat(style.paddingBlockEnd || '0') + missing}px`;
  scrollBy({ top: missing, behavior: 'instant' });
}

function pointed(): HTMLElement | null {
  return pointer === null ? null : rowAt(pointer.x, pointer.y);
}

function focused(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('article.row') ?? null;
}

/** The rows at the top of the window; none at the very beginning of the list, which shows what is added there. */
function topmost(): readonly HTMLElement[] {
  if (scrollY === 0) return [];
  const header = document.querySelector('header.bar')?.getBoundingClientRect();
  const list = document.querySelector('.rows')?.getBoundingClientRect();
  if (header === undefined || list === undefined) return [];
  const rows: HTMLElement[] = [];
  const x = list.left + list.width / 2;
  let first: HTMLElement | null = null;
  // Between rows there may be a title.
  for (let y = Math.max(header.bottom, list.top) + 4; first === null && y < innerHeight; y += 24) first = rowAt(x, y);
  // Looking up each by its place would go through the whole list: 2 ms of each frame with 1,000 printers.
  for (let row: Element | null = first; row !== null && rows.length < 3; row = row.nextElementSibling) {
    if (row instanceof HTMLElement && row.matches('article.row:not([hidden])')) rows.push(row);
  }
  return rows;
}

function rowAt(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('article.row') ?? null;
}
