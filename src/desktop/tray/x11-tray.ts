import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { askX11, isLocalDisplay, padded } from './x11-server.ts';

const usualLimit: Milliseconds = 2 * SECOND;

/** The selection that the first screen's tray owns. Source: System Tray Protocol Specification 0.4. */
const selection = '_NET_SYSTEM_TRAY_S0';

/**
 * Whether a tray of the older kind runs on a local X11 display, as in i3bar, lxpanel or polybar. Electron puts its icon
 * there when there is no StatusNotifierWatcher (tray_icon_linux.cc). False on Wayland and Plasma, where such a tray is
 * invisible and passes its icons on; null if the X server doesn't say. Never rejects. Source: X Window System Protocol,
 * version 11: InternAtom and GetSelectionOwner.
 */
export async function hasX11Tray(environment: NodeJS.ProcessEnv, limit = usualLimit): Promise<boolean | null> {
  const isWayland = environment['WAYLAND_DISPLAY'] || environment['XDG_SESSION_TYPE'] === 'wayland';
  const isPlasma = environment['XDG_CURRENT_DESKTOP']?.split(':').includes('KDE') === true;
  if (isWayland || isPlasma || !isLocalDisplay(environment)) return false;
  const owner = await askX11(environment, limit, async ({ ask }) => {
    const name = padded(Buffer.from(selection));
    const nameRequest = Buffer.from([16, 1, 2 + name.length / 4, 0, selection.length, 0, 0, 0]);
    const atom = (await ask(Buffer.concat([nameRequest, name]))).readUInt32LE(8);
    // No program has used that name yet.
    if (atom === 0) return 0;
    const ownerRequest = Buffer.from([23, 0, 2, 0, 0, 0, 0, 0]);
    ownerRequest.writeUInt32LE(atom, 4);
    return (await ask(ownerRequest)).readUInt32LE(8);
  });
  return owner === null ? null : owner !== 0;
}
