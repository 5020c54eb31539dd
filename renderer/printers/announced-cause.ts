import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { appState } from '../state/fleet.ts';

/**
 * Announces to screen readers, once, what prevents OctoEverywhere from being reached. A cause that was there from the
 * start is read instead.
 */
export function useAnnouncedCause(): void {
  const cause = causeOf();
  const before = useRef(cause);
  useEffect(() => {
    if (cause !== null && cause !== before.current) announce(cause);
    before.current = cause;
  }, [cause]);
}

function causeOf(): string | null {
  const shown = appState.value;
  const { offline, networkSignIn, serviceSilent } = messages.value.overview;
  if (shown?.network === 'down') return offline.title;
  if (shown?.network === 'sign-in') return networkSignIn.title;
  return shown?.serviceSilentSince == null ? null : serviceSilent.spoken;
}
