import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Closes a menu when the window changes its size, like native ones: its button may then be somewhere else. */
export function useCloseOnResize(menu: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const close = () => menu.current?.hidePopover();
    addEventListener('resize', close);
    return () => removeEventListener('resize', close);
  }, [menu]);
}
