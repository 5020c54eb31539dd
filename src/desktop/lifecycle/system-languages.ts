import { app } from 'electron';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { posixRegionLocales, type RegionLocales, type SystemRegion } from '../../domain/region.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { clockSwitch } from './clock-switch.ts';

/** The languages are needed for every response, and reading them takes as long as showing it. */
const languagesReadEvery: Milliseconds = 10 * SECOND;

let read: { readonly at: Milliseconds; readonly languages: readonly string[] } | null = null;

/** The user's languages as set in the system up to 10 s ago, as BCP 47 tags, preferred first. */
export function systemLanguages(): readonly string[] {
  const now = performance.now();
  if (read === null || now - read.at > languagesReadEvery)
    read = { at: now, languages: [...app.getPreferredSystemLanguages(), app.getLocale()] };
  return read.languages;
}

/** The system's languages, and what it says about the user's region, each at the time of the call. */
export function systemLocale(bus: SessionBus | null) {
  const clock = clockSwitch(bus, process.env);
  return {
    languages: systemLanguages,
    region: (): SystemRegion => ({ ...systemLocales(), clock: clock() }),
    // CLDR's tables come with ICU.
    formatsVersion: process.versions['icu'] ?? '',
  };
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
