import { join } from 'node:path';
import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import { withTimeout } from '../../timers/with-timeout.ts';
import { outputOf } from './bounded-command.ts';
import { type ProxyPlace, wantsNothingBetween } from './proxy-rules.ts';
import { readRegularFile } from './regular-file.ts';

/** A user who sets a proxy while the app runs expects it to be used soon; looking costs some 10 ms of a processor. */
const staysTrue: Milliseconds = 10 * MINUTE;

/** Requests wait for the first look. A home folder on a server that is gone may keep a file for minutes. */
const longestLook: Milliseconds = 3 * SECOND;

/**
 * Tells whether this system wants neither a proxy nor certificates of its own for requests; looks again when the last look
 * is older than ten minutes by `elapsed`. Comes back within 3 s and never rejects: what cannot be found out counts as a no.
 */
export function lookForProxies(elapsed: () => Milliseconds, place: () => ProxyPlace): () => Promise<boolean> {
  let last: { readonly at: Milliseconds; readonly found: Promise<boolean> } | null = null;
  let underWay = false;
  const look = () => {
    underWay = true;
    const looked = wantsNothingBetween(place()).finally(() => {
      underWay = false;
    });
    return withTimeout(longestLook, looked).catch(() => false);
  };
  return () => {
    const isOld = last === null || elapsed() - last.at > staysTrue;
    // A look that never comes back is not joined by others.
    if (last === null || (isOld && !underWay)) last = { at: elapsed(), found: look() };
    return last.found;
  };
}

/** This system's own settings. */
export function thisSystem(hasSwitch: ProxyPlace['hasSwitch'], environment = process.env): ProxyPlace {
  return {
    platform: process.platform,
    environment,
    hasSwitch,
    readKde: () => readRegularFile(kdeSettings(environment)),
    askGnome: () => outputOf('gsettings', ['get', 'org.gnome.system.proxy', 'mode']),
  };
}

/** Where KDE keeps its settings of the network. */
export function kdeSettings(environment: NodeJS.ProcessEnv): string {
  return join(environment['XDG_CONFIG_HOME'] || join(environment['HOME'] || '/', '.config'), 'kioslaverc');
}
