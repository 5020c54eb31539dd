import { Menu, type MenuItemConstructorOptions, type NativeImage, type Rectangle, screen, Tray } from 'electron';
import { sendingPixels } from './icon-pixels.ts';
import type { TrayCommand, TrayMenuEntry } from './menu-entry.ts';
import { menuRows } from './menu-rows.ts';
import { plainTooltip } from './plain-tooltip.ts';
import { isSameLook, type TrayLook } from './tray-picture.ts';
import { spotOf } from './tray-spot.ts';
import { pointerOnX11 } from './x11-pointer.ts';

const onMac = process.platform === 'darwin';

/** The images of the icon and of its menu's entries. */
export interface TrayPictures {
  readonly icon: (look: TrayLook, coloured: boolean) => NativeImage;
  readonly entry: (look: TrayLook) => NativeImage;
}

/** The tray icon. Each part is only set when it changed: every update is a message to the desktop. */
export class TrayIcon {
  readonly #pictures: TrayPictures;
  #run: (command: TrayCommand) => void = () => {};
  #look: TrayLook;
  #tray: Tray;
  #coloured = false;
  #tooltip = '';
  #wantedMenu: readonly TrayMenuEntry[] = [];
  #menuText = '';
  #menu: Menu | null = null;
  #isMenuOpen = false;

  constructor(initial: TrayLook, pictures: TrayPictures) {
    this.#pictures = pictures;
    this.#look = initial;
    this.#tray = this.#create();
  }

  /**
   * Offers the icon to the desktop again: an icon created before the desktop's tray existed may never appear. There is
   * never more than one.
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
    const image = this.#pictures.icon(this.#look, this.#coloured);
    const tray = sendingPixels(process.env, () => new Tray(image));
    tray.on('click', (_event, bounds) => void this.#clicked(bounds));
    // On macOS a menu that is set would also react to left clicks.
    if (onMac) tray.on('right-click', () => this.#menu !== null && tray.popUpContextMenu(this.#menu));
    return tray;
  }

  /** Makes `run` handle clicks; before that they are ignored. */
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

  /**
   * Keeps an open menu unchanged, so nothing moves under the pointer. Not possible on Linux, which doesn't report open
   * menus.
   */
  #holdWhileOpen(menu: Menu): void {
    menu.on('menu-will-show', () => {
      this.#isMenuOpen = true;
    });
    menu.on('menu-will-close', () => {
      this.#isMenuOpen = false;
      // After the click that closed it has been handled.
      setImmediate(() => this.#setMenu());
    });
  }

  /**
   * Calls `listener` when displays change, because a menu of another length may fit. Also redraws the icon for their
   * scale.
   */
  onDisplaysChanged(listener: () => void): void {
    screen.on('display-metrics-changed', () => {
      this.#tray.setImage(this.#pictures.icon(this.#look, this.#coloured));
      listener();
    });
  }

  /** How many entries the menu may have to fit on every display. */
  menuRows(): number {
    const heights = screen.getAllDisplays().map(({ workArea }) => workArea.height);
    return menuRows(heights, process.platform, process.env['XDG_CURRENT_DESKTOP'] ?? '');
  }

  /** `coloured`: whether the icon keeps its own colours instead of the menu bar's (macOS). */
  show(
    { tooltip, ...look }: TrayLook & { readonly tooltip: string },
    menu: readonly TrayMenuEntry[],
    coloured: boolean,
  ): void {
    if (!isSameLook(look, this.#look) || coloured !== this.#coloured) {
      this.#look = look;
      this.#coloured = coloured;
      this.#tray.setImage(this.#pictures.icon(this.#look, this.#coloured));
    }
    if (tooltip !== this.#tooltip) {
      this.#tooltip = tooltip;
      this.#tray.setToolTip(plainTooltip(tooltip));
    }
    this.#wantedMenu = menu;
    this.#setMenu();
  }

  #setMenu(): void {
    if (this.#isMenuOpen) return;
    const menuText = JSON.stringify(this.#wantedMenu);
    if (menuText === this.#menuText || this.#tray.isDestroyed()) return;
    this.#menuText = menuText;
    // Linux ignores changes to an item of a menu that is already set, so the whole menu is set again.
    const menu = Menu.buildFromTemplate(this.#wantedMenu.map((entry) => this.#item(entry)));
    if (process.platform !== 'linux') this.#holdWhileOpen(menu);
    this.#menu = menu;
    if (!onMac) this.#tray.setContextMenu(menu);
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

/** A single & would underline the following letter. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
