import { useEffect } from 'preact/hooks';
import { ask } from '../bridge.ts';
import { open } from '../state/screen.ts';
import { isMac } from './is-mac.ts';
import { isOverlaid } from './overlay.ts';
import { windowKeyOf } from './window-keys.ts';

/** Handles the window's own shortcuts. Quitting is left to the main process: no page may do that. */
export function useWindowKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  const key = windowKeyOf(event, isMac);
  if (key === null || event.defaultPrevented) return;
  event.preventDefault();
  if (key === 'close') close();
  else if (key !== 'settings') void ask('zoom', key);
  else if (!isOverlaid()) open({ name: 'settings' });
}
