import type { PrinterId } from '../../src/domain/printer.ts';
import { moveTo, type Side } from './move-printer.ts';

/** A smaller movement doesn't count as a drag, px. */
const threshold = 5;
/** How close to the window's upper and lower edge the page scrolls, px; the upper value includes the fixed header. */
const edge = { upper: 110, lower: 50 } as const;
/** How far the page scrolls per frame there, px. */
const scrollStep = 12;

/**
 * Lets the user drag a printer by its handle: a line shows where it would go, the page scrolls at its edges, Escape
 * cancels. The moving printer is marked directly in the DOM, so that 200 rows aren't redrawn each time.
 */
export function dragPrinter(event: PointerEvent, id: PrinterId): void {
  const handle = event.currentTarget as HTMLElement;
  const article = handle.closest<HTMLElement>('article');
  const list = article?.parentElement;
  if (event.button !== 0 || article === null || list === null || list === undefined) return;
  const from = { x: event.clientX, y: event.clientY };
  let pointer = from;
  let dragging = false;
  let drop: { readonly target: HTMLElement; readonly side: Side } | null = null;
  let frame = 0;
  const ended = new AbortController();
  const { signal } = ended;

  const mark = () => {
    delete drop?.target.dataset['drop'];
    drop = dropAt(list, article, pointer);
    if (drop !== null) drop.target.dataset['drop'] = drop.side;
  };
  const scrollAtEdges = () => {
    const step = pointer.y < edge.upper ? -scrollStep : pointer.y > innerHeight - edge.lower ? scrollStep : 0;
    if (step !== 0) {
      scrollBy(0, step);
      mark();
    }
    frame = requestAnimationFrame(scrollAtEdges);
  };
  const end = (take: boolean) => {
    ended.abort();
    cancelAnimationFrame(frame);
    delete article.dataset['dragged'];
    delete list.dataset['dragging'];
    delete drop?.target.dataset['drop'];
    const target = drop?.target.dataset['printer'];
    if (take && drop !== null && target !== undefined) void moveTo(id, target, drop.side);
  };

  handle.setPointerCapture(event.pointerId);
  handle.addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y }) => {
      pointer = { x, y };
      if (!dragging && Math.hypot(x - from.x, y - from.y) < threshold) return;
      if (!dragging) {
        dragging = true;
        article.dataset['dragged'] = 'true';
        list.dataset['dragging'] = isOneColumn(list) ? 'column' : 'grid';
        frame = requestAnimationFrame(scrollAtEdges);
      }
      mark();
    },
    { signal },
  );
  handle.addEventListener('pointerup', () => end(dragging), { signal });
  handle.addEventListener('pointercancel', () => end(false), { signal });
  document.addEventListener(
    'keydown',
    (pressed) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
}

/** The place nearest to the pointer among the printers of its group; null if the printer is already there. */
function dropAt(
  list: HTMLElement,
  dragged: HTMLElement,
  pointer: { readonly x: number; readonly y: number },
): { readonly target: HTMLElement; readonly side: Side } | null {
  const shown = shownArticles(list).filter((one) => one.dataset['group'] === dragged.dataset['group']);
  const oneColumn = isOneColumn(list);
  let nearest: { readonly target: HTMLElement; readonly box: DOMRect; readonly distance: number } | null = null;
  for (const target of shown) {
    const box = target.getBoundingClientRect();
    const distance = Math.hypot(outside(pointer.x, box.left, box.right), outside(pointer.y, box.top, box.bottom));
    if (nearest === null || distance < nearest.distance) nearest = { target, box, distance };
  }
  if (nearest === null || nearest.target === dragged) return null;
  const { target, box } = nearest;
  const isAfter = oneColumn ? pointer.y > box.top + box.height / 2 : pointer.x > box.left + box.width / 2;
  const side: Side = isAfter ? 'after' : 'before';
  const neighbour = shown[shown.indexOf(target) + (isAfter ? 1 : -1)];
  return neighbour === dragged ? null : { target, side };
}

function shownArticles(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > article:not([hidden])')];
}

function isOneColumn(list: HTMLElement): boolean {
  const [first, second] = shownArticles(list);
  if (first === undefined || second === undefined) return true;
  return second.getBoundingClientRect().top >= first.getBoundingClientRect().bottom;
}

function outside(value: number, least: number, most: number): number {
  return Math.max(least - value, 0, value - most);
}
