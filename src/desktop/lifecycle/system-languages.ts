import { app } from 'electron';
import { posixRegionLocales, type RegionLocales } from '../../domain/region.ts';

/** What the user set in the system, the most wanted first, as BCP 47 tags. */
export function systemLanguages(): readonly string[] {
  return [...app.getPreferredSystemLanguages(), app.getLocale()];
}

/**
 * The locales after which this system writes times and numbers. On Linux the environment names them, each category by
 * itself; elsewhere Electron knows the system's region.
 */
export function systemRegion(): RegionLocales {
  if (process.platform === 'linux') return posixRegionLocales(process.env);
  const locale = app.getSystemLocale();
  return { time: locale, numbers: locale };
}
