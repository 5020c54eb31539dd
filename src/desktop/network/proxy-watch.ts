import { join } from 'node:path';
import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import { readRegularFile } from '../../storage/regular-file.ts';
import { withTimeout } from '../../timers/with-timeout.ts';
import { outputOf } from './bounded-command.ts';
import { needsNoProxy, type ProxyPlace } from './proxy-rules.ts';

/**
 * How long a result stays valid: a proxy set while the app runs should be used soon, and a check costs about 10 ms of
 * CPU time.
 */
const staysTrue: Milliseconds = 10 * MINUTE;

/** Requests wait for the first check. A home folder on an unreachable server may delay reading a file for minutes. */
const longestCheck: Milliseconds = 3 * SECOND;

/**
 * Returns whether this system uses neither a proxy nor custom certificates for requests; checks again if the last check
 * is older than ten minutes by `elapsed`. Resolves within 3 s and never rejects: false if it can't be determined.
 */
export function watchProxies(elapsed: () => Milliseconds, place: () => ProxyPlace): () => Promise<boolean> {
  let last: { readonly at: Milliseconds; readonly found: Promise<boolean> } | null = null;
  let underWay = false;
  const check = () => {
    underWay = true;
    const checking = needsNoProxy(place()).finally(() => {
      underWay = false;
    });
    return withTimeout(longestCheck, checking).catch(() => false);
  };
  return () => {
    const isOld = last === null || elapsed() - last.at > staysTrue;
    // A check that never ends is not started again.
    if (last === null || (isOld && !underWay)) last = { at: elapsed(), found: check() };
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

/** Path of KDE's network settings. */
export function kdeSettings(environment: NodeJS.ProcessEnv): string {
  return join(environment['XDG_CONFIG_HOME'] || join(environment['HOME'] || '/', '.config'), 'kioslaverc');
}
