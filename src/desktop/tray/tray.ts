import { Menu, type MenuItemConstructorOptions, type NativeImage, type Rectangle, screen, Tray } from 'electron';
import type { Glance } from '../../i18n/glance-text.ts';
import type { TrayCommand, TrayMenuEntry } from './menu-entry.ts';
import { menuRows } from './menu-rows.ts';
import { plainTooltip } from './plain-tooltip.ts';
import type { TrayLook } from './tray-picture.ts';
import { spotOf } from './tray-spot.ts';
import { pointerOnX11 } from './x11-pointer.ts';

/**
 * A menu of so many entries is set again this much later at the soonest, in milliseconds: each answer of a first round about
 * hundreds of printers changes it, and with its submenus it is made of more than a hundred items.
 */
const longMenu = { entries: 24, pace: 250 } as const;

const onMac = process.platform === 'darwin';

/** The pictures of the icon and of the entries of its menu. */
export interface TrayPictures {
  readonly icon: (look: TrayLook, coloured: boolean) => NativeImage;
  readonly entry: (look: TrayLook) => NativeImage;
}

/** The one tray icon. Each part is set only when it changed: every set is a message to the desktop. */
export class TrayIcon {
  readonly #pictures: TrayPictures;
  #run: (command: TrayCommand) => void = () => {};
  #look: TrayLook;
  #tray: Tray;
  #coloured = false;
  #tooltip = '';
  #wantedMenu: readonly TrayMenuEntry[] = [];
  #menuText = '';
  #menuTimer: NodeJS.Timeout | null = null;
  #menu: Menu | null = null;
  #isMenuOpen = false;

  constructor(initial: TrayLook, pictures: TrayPictures) {
    this.#pictures = pictures;
    this.#look = initial;
    this.#tray = this.#create();
  }

  /**
   * Offers the icon to the desktop again: an icon made before the desktop's tray was there may never be seen. There is
   * one at any time.
   */
  offerAgain(): void {
    if (this.#tray.isDestroyed()) return;
    this.#tray.destroy();
    this.#tray = this.#create();
    if (this.#tooltip !== '') this.#tray.setToolTip(plainTooltip(this.#tooltip));
    this.#menuText = '';
    this.#setMenu();
  }

  #create(): Tray {
    const tray = new Tray(this.#pictures.icon(this.#look, this.#coloured));
    tray.on('click', (_event, bounds) => void this.#clicked(bounds));
    // A menu that is set takes the left click too on macOS.
    if (onMac) tray.on('right-click', () => this.#menu !== null && tray.popUpContextMenu(this.#menu));
    return tray;
  }

  /** From now on `run` does what is clicked; before, nothing does. */
  answer(run: (command: TrayCommand) => void): void {
    this.#run = run;
  }

  async #clicked(bounds: Rectangle): Promise<void> {
    const pixels = process.platform === 'linux' ? await pointerOnX11(process.env) : null;
    const { scaleFactor } = screen.getPrimaryDisplay();
    const pointer = pixels === null ? null : { x: pixels.x / scaleFactor, y: pixels.y / scaleFactor };
    const at = spotOf(bounds, pointer, (spot) => screen.getDisplayNearestPoint(spot));
    this.#run({ do: 'toggle-window', at });
  }

  /** What somebody reads or clicks does not change under the pointer. Linux desktops do not say when they show it. */
  #holdWhileOpen(menu: Menu): void {
    menu.on('menu-will-show', () => {
      this.#isMenuOpen = true;
    });
    menu.on('menu-will-close', () => {
      this.#isMenuOpen = false;
      // Not before the click that closed it has been taken.
      setImmediate(() => this.#setMenu());
    });
  }

  /** `listener` hears of other displays, on which menus of another length fit; the icon is redrawn for their scale. */
  onDisplaysChanged(listener: () => void): void {
    screen.on('display-metrics-changed', () => {
      this.#tray.setImage(this.#pictures.icon(this.#look, this.#coloured));
      listener();
    });
  }

  /** How many entries the menu may have, so that it stays on any of the displays. */
  menuRows(): number {
    const heights = screen.getAllDisplays().map(({ workArea }) => workArea.height);
    return menuRows(heights, process.platform, process.env['XDG_CURRENT_DESKTOP'] ?? '');
  }

  /** `coloured` says whether the icon has its colours where the menu bar would give it another one (macOS). */
  show(glance: Glance, menu: readonly TrayMenuEntry[], coloured: boolean): void {
    const { state, stale } = glance;
    if (state !== this.#look.state || stale !== this.#look.stale || coloured !== this.#coloured) {
      this.#look = { state, stale };
      this.#coloured = coloured;
      this.#tray.setImage(this.#pictures.icon(this.#look, this.#coloured));
    }
    if (glance.tooltip !== this.#tooltip) {
      this.#tooltip = glance.tooltip;
      this.#tray.setToolTip(plainTooltip(glance.tooltip));
    }
    this.#wantedMenu = menu;
    if (this.#menuTimer === null) this.#setMenu();
  }

  #setMenu(): void {
    if (this.#isMenuOpen) return;
    const menuText = JSON.stringify(this.#wantedMenu);
    if (menuText === this.#menuText || this.#tray.isDestroyed()) return;
    this.#menuText = menuText;
    // A changed item of a menu that is already set is not seen on Linux, so the whole menu is set again.
    const menu = Menu.buildFromTemplate(this.#wantedMenu.map((entry) => this.#item(entry)));
    if (process.platform !== 'linux') this.#holdWhileOpen(menu);
    this.#menu = menu;
    if (!onMac) this.#tray.setContextMenu(menu);
    if (this.#wantedMenu.length < longMenu.entries) return;
    this.#menuTimer = setTimeout(() => {
      this.#menuTimer = null;
      this.#setMenu();
    }, longMenu.pace);
  }

  destroy(): void {
    this.#tray.destroy();
  }

  #item(entry: TrayMenuEntry): MenuItemConstructorOptions {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: literal(entry.label), enabled: false };
      case 'command':
        return {
          label: literal(entry.label),
          enabled: entry.enabled,
          ...this.#iconOf(entry),
          ...(entry.checked === undefined ? {} : { type: 'checkbox' as const, checked: entry.checked }),
          click: () => this.#run(entry.command),
        };
      case 'submenu':
        return {
          label: literal(entry.label),
          ...this.#iconOf(entry),
          submenu: entry.entries.map((inner) => this.#item(inner)),
        };
    }
  }

  #iconOf({ picture }: { readonly picture?: TrayLook }): { icon?: NativeImage } {
    return picture === undefined ? {} : { icon: this.#pictures.entry(picture) };
  }
}

/** A single & would underline the letter after it. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
