import { useEffect } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import { activate } from '../state/active-row.ts';
import { holdOrder, releaseOrder } from '../state/held-states.ts';

/**
 * How long the order stays frozen after pointer and focus have left, ms: enough time to reach the button that sorts
 * again.
 */
const afterwards = 1_500;

/** The list, and other elements that belong to it. */
const zone = '.rows, [data-holds-order]';

/** Freezes the order of the list while the pointer or the focus is in it, so that no row moves away from under them. */
export function useHeldOrder(): void {
  useEffect(() => {
    const inside = { pointer: false, focus: isInZone(document.activeElement) };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = (which: keyof typeof inside, now: boolean) => {
      if (inside[which] === now) return;
      inside[which] = now;
      clearTimeout(timer);
      if (inside.pointer || inside.focus) holdOrder();
      else timer = setTimeout(releaseOrder, afterwards);
    };
    if (inside.focus) holdOrder();
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('pointermove', ({ target }) => set('pointer', isInZone(target)), { signal });
    document.documentElement.addEventListener('pointerleave', () => set('pointer', false), { signal });
    document.addEventListener(
      'focusin',
      ({ target }) => {
        set('focus', isInZone(target));
        const row = target instanceof Element ? target.closest<HTMLElement>('article.row') : null;
        const id: PrinterId | undefined = row?.dataset['printer'];
        if (id !== undefined) activate(id);
      },
      { signal },
    );
    document.addEventListener('focusout', ({ relatedTarget }) => set('focus', isInZone(relatedTarget)), { signal });
    // When the user is working elsewhere, the list is sorted, so that what needs attention is at the top.
    window.addEventListener('blur', () => set('focus', false), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') return;
        set('pointer', false);
        set('focus', false);
      },
      { signal },
    );
    return () => {
      ended.abort();
      clearTimeout(timer);
      releaseOrder();
    };
  }, []);
}

function isInZone(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(zone) !== null;
}
