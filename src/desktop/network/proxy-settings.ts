import { join } from 'node:path';
import { app } from 'electron';
import type { Milliseconds } from '../../domain/time.ts';
import { kdeSettings, lookForProxies, thisSystem } from './proxy-look.ts';
import { mayBlock } from './regular-file.ts';

/** {@link lookForProxies} on this system. */
export function lookForSystemProxies(elapsed: () => Milliseconds): () => Promise<boolean> {
  return lookForProxies(elapsed, () => thisSystem((name) => app.commandLine.hasSwitch(name)));
}

/**
 * Has Chromium leave KDE's settings of the network alone where they are no file: it opens them in the main process and
 * waits forever, before the app is even ready and whatever its switches say (seen on Electron 33 with a FIFO). `KDEHOME`
 * leads it to another folder, here to one without such settings (proxy_config_service_linux.cc, SettingGetterImplKDE).
 * Has to run before the app is ready.
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
