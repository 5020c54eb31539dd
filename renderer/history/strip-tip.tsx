import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

interface Tip {
  /** The strip it belongs to. */
  readonly at: Element;
  readonly text: string;
  /** In pixels of the window. */
  readonly x: number;
  readonly bottom: number;
}

const tip = signal<Tip | null>(null);

/** Shows `text` above a strip, at a share (0–1) of its width. */
export function showTip(at: Element, text: string, share: number): void {
  const { left, top, width } = at.getBoundingClientRect();
  tip.value = { at, text, x: left + width * share, bottom: innerHeight - top };
}

/** Takes away what stands above that strip. */
export function hideTip(at: Element): void {
  if (tip.peek()?.at === at) tip.value = null;
}

/**
 * What is read of a strip in a row, above all that would cut it off. Who cannot see it hears it from the strip itself.
 * Escape takes it away, and so does scrolling.
 */
export function StripTip() {
  const shown = tip.value;
  const isShown = shown !== null;
  useLayoutEffect(() => {
    if (!isShown) return;
    const hide = () => {
      tip.value = null;
    };
    const hideOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      hide();
    };
    document.addEventListener('keydown', hideOnEscape, true);
    addEventListener('scroll', hide, true);
    return () => {
      document.removeEventListener('keydown', hideOnEscape, true);
      removeEventListener('scroll', hide, true);
    };
  }, [isShown]);
  if (shown === null) return null;
  return (
    <span class="strip-tip" style={{ '--x': `${shown.x}px`, '--bottom': `${shown.bottom}px` }} aria-hidden="true">
      {shown.text}
    </span>
  );
}
