import { session } from 'electron';

/**
 * Stops Chromium from downloading spelling dictionaries from Google's servers (redirector.gvt1.com), which on Linux and
 * Windows it does for every session, even if no window checks spelling. Works once the app is ready; must run before
 * the first request.
 */
export function fetchNoDictionaries(): void {
  session.defaultSession.setSpellCheckerEnabled(false);
  session.defaultSession.setSpellCheckerLanguages([]);
}
