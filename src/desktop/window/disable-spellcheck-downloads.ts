import { session } from 'electron';

/**
 * Keeps Chromium from asking Google's servers (redirector.gvt1.com) for a spelling dictionary, which on Linux and Windows
 * it does for every session, whether or not a window checks spelling. Works once the app is ready; has to come before the
 * first request.
 */
export function fetchNoDictionaries(): void {
  session.defaultSession.setSpellCheckerEnabled(false);
  session.defaultSession.setSpellCheckerLanguages([]);
}
