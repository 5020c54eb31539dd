import { app } from 'electron';

/** What the user set in the system, the most wanted first, as BCP 47 tags. */
export function systemLanguages(): readonly string[] {
  return [...app.getPreferredSystemLanguages(), app.getLocale()];
}
