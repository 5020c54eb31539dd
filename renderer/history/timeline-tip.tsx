import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

interface Tip {
  /** The timeline it belongs to. */
  readonly at: Element;
  readonly text: string;
  /** In CSS pixels of the window. */
  readonly x: number;
  readonly bottom: number;
}

const tip = signal<Tip | null>(null);

/** Shows `text` above a timeline, at a position (0–1) along its width. */
export function showTip(at: Element, text: string, share: number): void {
  const { left, top, width } = at.getBoundingClientRect();
  tip.value = { at, text, x: left + width * share, bottom: innerHeight - top };
}

/** Hides the tip of that timeline. */
export function hideTip(at: Element): void {
  if (tip.peek()?.at === at) tip.value = null;
}

/**
 * The tip for a timeline in a row, on top of everything that would clip it. Screen readers get the text from the timeline
 * itself. Escape and scrolling hide the tip.
 */
export function TimelineTip() {
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
    <span class="timeline-tip" style={{ '--x': `${shown.x}px`, '--bottom': `${shown.bottom}px` }} aria-hidden="true">
      {shown.text}
    </span>
  );
}
