export type DesktopName = 'gnome' | 'kde' | 'mate' | 'sway';

interface DesktopKind {
  /** With its version in Debian 12. */
  readonly title: string;
  readonly packages: readonly string[];
  /** The process that draws the tray: the file with its process id, and the command that restarts it. */
  readonly host: { readonly pid: string; readonly start: readonly [string, ...string[]] };
  readonly keychain: 'gnome-keyring' | 'kwallet';
  readonly picture: readonly [string, ...string[]];
  /** Flags that Electron needs there. */
  readonly flags: readonly string[];
  /** Part of the notice that says what this desktop needs to show icons. */
  readonly need: string;
  /** The command that switches to the dark theme; null if Electron can't follow it. */
  readonly dark: readonly [string, ...string[]] | null;
}

const common = ['scrot', 'xdotool', 'libglib2.0-bin'];

export const desktops: Readonly<Record<DesktopName, DesktopKind>> = {
  gnome: {
    title: 'GNOME Shell 43 (X11)',
    packages: [
      ...common,
      ...['gnome-shell', 'gjs', 'gnome-shell-extension-appindicator', 'mutter', 'gnome-settings-daemon'],
      ...['webp-pixbuf-loader', 'python3-dbusmock', 'libgl1-mesa-dri', 'xdg-desktop-portal-gtk'],
    ],
    host: { pid: 'gnome-shell.pid', start: ['gnome-shell', '--x11'] },
    keychain: 'gnome-keyring',
    picture: ['scrot', '-o'],
    flags: [],
    need: 'AppIndicator',
    dark: ['gsettings', 'set', 'org.gnome.desktop.interface', 'color-scheme', 'prefer-dark'],
  },
  kde: {
    title: 'KDE Plasma 5.27 (X11)',
    packages: [
      ...common,
      ...['plasma-workspace', 'plasma-desktop', 'kwin-x11', 'kded5', 'kde-cli-tools', 'kactivitymanagerd'],
      ...['plasma-integration', 'breeze', 'breeze-icon-theme', 'libkf5wallet-bin', 'libqca-qt5-2-plugins'],
    ],
    host: { pid: 'plasmashell.pid', start: ['plasmashell', '--no-respawn'] },
    keychain: 'kwallet',
    picture: ['scrot', '-o'],
    flags: [],
    need: 'System Tray',
    dark: ['plasma-apply-colorscheme', 'BreezeDark'],
  },
  mate: {
    title: 'MATE 1.26 (X11)',
    packages: [...common, 'mate-panel', 'marco', 'mate-notification-daemon', 'mate-settings-daemon'],
    host: { pid: 'panel.pid', start: ['mate-panel'] },
    keychain: 'gnome-keyring',
    picture: ['scrot', '-o'],
    flags: [],
    need: 'Notification Area',
    // Chromium asks the portal, which knows no preference in MATE, and then ignores the GTK theme.
    dark: null,
  },
  sway: {
    title: 'sway 1.7 with waybar (Wayland)',
    packages: [...common, 'sway', 'waybar', 'mako-notifier', 'grim'],
    host: { pid: 'waybar.pid', start: ['waybar'] },
    keychain: 'gnome-keyring',
    picture: ['grim'],
    flags: ['--ozone-platform=wayland'],
    need: 'waybar',
    dark: null,
  },
};
