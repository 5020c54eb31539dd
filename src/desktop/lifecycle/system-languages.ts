import { app } from 'electron';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { posixRegionLocales, type RegionLocales, type SystemRegion } from '../../domain/region.ts';
import { clockSwitch } from './clock-switch.ts';

/** The user's languages as set in the system, as BCP 47 tags, preferred first. */
export function systemLanguages(): readonly string[] {
  return [...app.getPreferredSystemLanguages(), app.getLocale()];
}

/** Returns a function that returns what the system says about the user's region at that time. */
export function systemRegion(bus: SessionBus | null): () => SystemRegion {
  const clock = clockSwitch(bus, process.env);
  return () => ({ ...systemLocales(), clock: clock() });
}

/**
 * The locales by which this system formats times and numbers. On Linux they come from the environment, one per
 * category; elsewhere Electron knows the system's region.
 */
function systemLocales(): RegionLocales {
  if (process.platform === 'linux') return posixRegionLocales(process.env);
  const locale = app.getSystemLocale();
  return { time: locale, numbers: locale };
}
