import { join } from 'node:path';
import type { KeychainName } from './keychains.ts';

export type DesktopName = 'gnome' | 'gnome-wayland' | 'kde' | 'mate' | 'sway' | 'xfce';

export interface DesktopKind {
  /** With its version in Debian 12. */
  readonly title: string;
  /** Only for the comparison of scales: nothing there can press keys. */
  readonly onlyScales?: true;
  readonly packages: readonly string[];
  /**
   * The process that draws the tray: the file with its process id, the command that restarts it, and the one that waits
   * until it shows the desktop, if that takes longer.
   */
  readonly host: {
    readonly pid: string;
    readonly start: readonly [string, ...string[]];
    readonly settle?: readonly [string, ...string[]];
  };
  /** Commands that take its only screen away and bring it back, where its tray depends on it. */
  readonly screen?: readonly [off: readonly [string, ...string[]], on: readonly [string, ...string[]]];
  readonly keychain: KeychainName;
  /** Edge of the icon at 100 %, in pixels. */
  readonly iconSize: number;
  /** How a notification is clicked: with the pointer, or by a command that takes its id. */
  readonly clicks: 'pointer' | readonly [string, ...string[]];
  /** The command by which programs of this desktop open a link. */
  readonly opener: readonly [string, ...string[]];
  /** Prints the class of the app's window. */
  readonly windowClass: readonly [string, ...string[]];
  readonly picture: readonly [string, ...string[]];
  /** Flags that Electron needs there. */
  readonly flags: readonly string[];
  /** Part of the notice that says what this desktop needs to show icons. */
  readonly need: string;
  /** The command that switches to the dark theme; null if Electron can't follow it. */
  readonly dark: readonly [string, ...string[]] | null;
}

const x11Class = [
  'sh',
  '-c',
  'for window in $(xdotool search --onlyvisible --name OctoGlance); do xprop -id "$window" WM_CLASS; done',
] as const;

const common = ['scrot', 'xdotool', 'x11-utils', 'libglib2.0-bin', 'desktop-file-utils', 'xdg-utils'];

const gnomePackages = [
  ...common,
  ...['gnome-shell', 'gjs', 'gnome-shell-extension-appindicator', 'mutter', 'gnome-settings-daemon'],
  ...['webp-pixbuf-loader', 'python3-dbusmock', 'libgl1-mesa-dri', 'xdg-desktop-portal-gtk'],
];

export const desktops: Readonly<Record<DesktopName, DesktopKind>> = {
  gnome: {
    title: 'GNOME Shell 43 (X11)',
    packages: gnomePackages,
    host: {
      pid: 'gnome-shell.pid',
      start: ['gnome-shell', '--x11'],
      settle: ['bash', join(import.meta.dirname, 'gnome-settle.sh')],
    },
    keychain: 'gnome-keyring',
    iconSize: 16,
    clicks: 'pointer',
    opener: ['gio', 'open'],
    windowClass: x11Class,
    picture: ['scrot', '-o'],
    flags: [],
    need: 'AppIndicator',
    dark: ['gsettings', 'set', 'org.gnome.desktop.interface', 'color-scheme', 'prefer-dark'],
  },
  'gnome-wayland': {
    title: 'GNOME Shell 43 (Wayland)',
    onlyScales: true,
    packages: gnomePackages,
    host: { pid: 'gnome-shell.pid', start: ['false'] },
    keychain: 'gnome-keyring',
    iconSize: 16,
    clicks: 'pointer',
    opener: ['gio', 'open'],
    windowClass: ['false'],
    picture: [
      'gdbus',
      ...['call', '--session', '--dest', 'org.gnome.Shell.Screenshot'],
      ...['--object-path', '/org/gnome/Shell/Screenshot'],
      ...['--method', 'org.gnome.Shell.Screenshot.Screenshot', 'true', 'false'],
    ],
    flags: ['--ozone-platform=wayland'],
    need: 'AppIndicator',
    dark: null,
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
    iconSize: 22,
    clicks: 'pointer',
    opener: ['kde-open5'],
    windowClass: x11Class,
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
    iconSize: 22,
    clicks: 'pointer',
    opener: ['gio', 'open'],
    windowClass: x11Class,
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
    screen: [
      ['swaymsg', 'output', 'HEADLESS-1', 'disable'],
      ['swaymsg', 'output', 'HEADLESS-1', 'enable'],
    ],
    keychain: 'gnome-keyring',
    iconSize: 22,
    clicks: ['makoctl', 'invoke', '-n'],
    opener: ['xdg-open'],
    windowClass: ['swaymsg', '-t', 'get_tree'],
    picture: ['grim'],
    flags: ['--ozone-platform=wayland'],
    need: 'waybar',
    dark: null,
  },
  xfce: {
    title: 'Xfce 4.18 with KeePassXC 2.7 (X11)',
    packages: [...common, 'xfce4-panel', 'openbox', 'dunst', 'keepassxc'],
    host: { pid: 'panel.pid', start: ['xfce4-panel', '--disable-wm-check', '--sm-client-disable'] },
    keychain: 'keepassxc',
    iconSize: 22,
    clicks: 'pointer',
    opener: ['gio', 'open'],
    windowClass: x11Class,
    picture: ['scrot', '-o'],
    flags: [],
    need: 'Status Tray',
    // Chromium asks the portal, which knows no preference in Xfce.
    dark: null,
  },
};

/** The scales that these desktops have; GNOME has only whole ones under X11. */
export const scales = {
  xfce: ['1', '1.25', '1.5', '2'],
  kde: ['1', '1.25', '1.5', '2'],
  gnome: ['1', '2'],
  'gnome-wayland': ['1', '1.25', '1.5', '2'],
  sway: ['1', '1.25', '1.5', '2'],
} as const satisfies Partial<Record<DesktopName, readonly string[]>>;
