import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import { type ProxyPlace, wantsNothingBetween } from './proxy-wishes.ts';

/** A user who sets a proxy while the app runs expects it to be used soon; looking costs some 10 ms of a processor. */
const staysTrue: Milliseconds = 10 * MINUTE;

/**
 * Tells whether this system wants neither a proxy nor certificates of its own for requests; looks again when the last look
 * is older than ten minutes by `elapsed`. Never rejects: what cannot be found out counts as a no.
 */
export function lookForProxies(elapsed: () => Milliseconds): () => Promise<boolean> {
  let last: { readonly at: Milliseconds; readonly found: Promise<boolean> } | null = null;
  return () => {
    if (last === null || elapsed() - last.at > staysTrue)
      last = { at: elapsed(), found: wantsNothingBetween(thisPlace()).catch(() => false) };
    return last.found;
  };
}

function thisPlace(): ProxyPlace {
  return {
    platform: process.platform,
    environment: process.env,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    readKde: () => readFile(join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'kioslaverc'), 'utf8'),
    askGnome: () =>
      new Promise((resolve, reject) => {
        const question = ['get', 'org.gnome.system.proxy', 'mode'];
        execFile('gsettings', question, { timeout: 2_000 }, (error, said) => (error ? reject(error) : resolve(said)));
      }),
  };
}
