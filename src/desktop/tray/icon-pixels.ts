/** By these Chromium takes MATE for GNOME (`base/nix/xdg_util.cc`). */
const marks = ['DESKTOP_SESSION', 'GNOME_DESKTOP_SESSION_ID'] as const;

/**
 * Runs `create`, which creates a tray icon, so that Chromium sends the icon's pixels to MATE's panel. Taking MATE for
 * GNOME, it would write each image to a file `status_icon_0.png`, `status_icon_1.png` and so on, named alike after each
 * start and by all Electron apps; the panel shows the first file that it ever found by a name, which can be an old
 * status or another app's icon (MATE 1.26, `status_icon_linux_dbus.cc`). Chromium reads the environment only on
 * creation.
 */
export function sendingPixels<Result>(environment: NodeJS.ProcessEnv, create: () => Result): Result {
  const names = [...(environment['XDG_CURRENT_DESKTOP'] ?? '').split(':'), environment['DESKTOP_SESSION'] ?? ''];
  if (!names.some((name) => name.toLowerCase() === 'mate')) return create();
  const former = marks.map((mark) => [mark, environment[mark]] as const);
  for (const mark of marks) delete environment[mark];
  try {
    return create();
  } finally {
    for (const [mark, value] of former) if (value !== undefined) environment[mark] = value;
  }
}
