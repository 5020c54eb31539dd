import type { Session } from 'electron';

/**
 * Stops Chromium from downloading spelling dictionaries from Google's servers (redirector.gvt1.com), which on Linux and
 * Windows it does for every session, even if no window checks spelling. Must run before the session's first request.
 */
export function fetchNoDictionaries(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}
