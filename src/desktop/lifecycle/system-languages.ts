import { app } from 'electron';
import { posixRegionLocales, type RegionLocales } from '../../domain/region.ts';

/** The user's languages as set in the system, as BCP 47 tags, preferred first. */
export function systemLanguages(): readonly string[] {
  return [...app.getPreferredSystemLanguages(), app.getLocale()];
}

/**
 * The locales by which this system formats times and numbers. On Linux they come from the environment, one per
 * category; elsewhere Electron knows the system's region.
 */
export function systemRegion(): RegionLocales {
  if (process.platform === 'linux') return posixRegionLocales(process.env);
  const locale = app.getSystemLocale();
  return { time: locale, numbers: locale };
}
