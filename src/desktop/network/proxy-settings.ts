import { join } from 'node:path';
import { app } from 'electron';
import type { Milliseconds } from '../../domain/time.ts';
import { mayBlock } from '../../storage/regular-file.ts';
import { kdeSettings, thisSystem, watchProxies } from './proxy-watch.ts';

/** {@link watchProxies} on this system. */
export function watchSystemProxies(elapsed: () => Milliseconds): () => Promise<boolean> {
  return watchProxies(elapsed, () => thisSystem((name) => app.commandLine.hasSwitch(name)));
}

/**
 * Makes Chromium ignore KDE's network settings if they aren't a regular file: it opens them in the main process and
 * blocks forever, before the app is ready and whatever its switches (seen on Electron 33 with a FIFO). `KDEHOME`
 * redirects it to a folder without such settings (proxy_config_service_linux.cc, SettingGetterImplKDE). Must run before
 * the app is ready.
 */
export function keepChromiumFromWaiting(): void {
  if (process.platform !== 'linux') return;
  const { HOME: home, KDEHOME: kdeHome } = process.env;
  const places = [kdeSettings(process.env)];
  if (home) places.push(join(home, '.config/kioslaverc'));
  for (const one of kdeHome ? [kdeHome] : home ? [join(home, '.kde4'), join(home, '.kde')] : []) {
    places.push(join(one, 'share/config/kioslaverc'));
  }
  if (places.some(mayBlock)) process.env['KDEHOME'] = '/dev/null';
}
