import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../../domain/error-code.ts';
import type { RequestResult } from '../../domain/results.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { AppImage } from '../../startup/app-image.ts';
import { isTrue, readDesktopFile, withKey } from '../../startup/desktop-file.ts';
import { readHead } from '../../startup/read-head.ts';
import { escapedValue, execLine } from './desktop-exec.ts';
import { dataHome } from './desktop-files.ts';
import { execWords, plainValue, shellWords } from './exec-words.ts';
import { linkEntryName } from './link-desktop-file.ts';
import { kindOf, readUsersFile, writeUsersFile } from './users-file.ts';

/** Differs from the name of a package's entry, which a user's file of that name would replace. */
export const menuEntryName = 'octoglance-appimage.desktop';

export interface MenuEntryParts {
  readonly environment: NodeJS.ProcessEnv;
  /** The running AppImage; null for other installations, whose entry a package manager or the user creates. */
  readonly image: Pick<AppImage, 'file'> | null;
  /** Absolute path of the app's icon (PNG, 128 px). */
  readonly icon: string;
  readonly messages: () => Messages;
}

/**
 * An AppImage's entry in the system's app menu: a desktop file and an icon in the user's folder, both OctoGlance's own.
 * Source: freedesktop.org, Desktop Menu Specification 1.1 and Desktop Entry Specification 1.5.
 */
export class MenuEntry {
  readonly #parts: MenuEntryParts;
  readonly #path: string;
  readonly #iconPath: string;
  #state: boolean | null;

  constructor(parts: MenuEntryParts) {
    this.#parts = parts;
    this.#path = join(dataHome(parts.environment), 'applications', menuEntryName);
    this.#iconPath = join(dataHome(parts.environment), 'icons', 'octoglance-appimage.png');
    this.#state = this.#look();
  }

  /**
   * Returns whether the menu has the entry, as of the last `refresh`; null where none is offered: no AppImage is
   * running, or another program, such as AppImageLauncher, has already added one.
   */
  state(): boolean | null {
    return this.#state;
  }

  /** Checks again, because the user may have removed the entry. Never throws. */
  refresh(): void {
    this.#state = this.#look();
  }

  #look(): boolean | null {
    const { image } = this.#parts;
    if (image === null) return null;
    const own = readHead(this.#path, 'utf8');
    if (own !== null) return !isHidden(own);
    return this.#isInMenuAlready(image.file) ? null : false;
  }

  /** Adds or removes the entry. Never throws; returns the reason if it can't. */
  set(wanted: boolean): RequestResult {
    const { menuEntry, menuEntryText, fileOfAppImage, systemResponse } = this.#parts.messages().errors;
    const { image } = this.#parts;
    // It may have been moved or deleted since the start.
    if (wanted && image !== null && kindOf(image.file) === 'nothing')
      return { ok: false, message: { title: menuEntry, text: fileOfAppImage, smallPrint: null } };
    try {
      if (wanted) this.#add();
      else this.remove();
      return { ok: true };
    } catch (error) {
      const code = errorCode(error);
      const smallPrint = code === null ? null : systemResponse(code);
      return { ok: false, message: { title: menuEntry, text: menuEntryText(this.#path), smallPrint } };
    } finally {
      this.refresh();
    }
  }

  /** If the AppImage was moved or renamed, updates the path in the entry. Never throws. */
  repair(): void {
    const { image } = this.#parts;
    if (image === null) return;
    try {
      const text = readUsersFile(this.#path);
      if (text === null || text === this.#text(image.file)) return;
      const tried = plainValue(readDesktopFile(text).get('TryExec') ?? '');
      // A path that still works may belong to another AppImage, which then stays in the menu.
      if (tried !== '' && kindOf(tried) !== 'nothing') return;
      this.#write(this.#withProgram(text, image.file));
    } catch {
      // Settings show the entry, and switching it reports why it can't be written.
    }
  }

  /** Removes the entry and its icon, if they are there. Throws if that fails. */
  remove(): void {
    rmSync(this.#path, { force: true });
    rmSync(this.#iconPath, { force: true });
  }

  #add(): void {
    const { image } = this.#parts;
    if (image === null) return;
    const before = readUsersFile(this.#path);
    const shown = before === null ? '' : hiding.reduce((text, key) => withKey(text, key, null), before);
    this.#write(shown === '' ? this.#text(image.file) : this.#withProgram(shown, image.file));
  }

  #write(text: string): void {
    mkdirSync(dirname(this.#iconPath), { recursive: true });
    writeUsersFile(this.#iconPath, readFileSync(this.#parts.icon));
    writeUsersFile(this.#path, text);
  }

  /** An entry with another program. Menu editors write their changes, such as another name, into the same file. */
  #withProgram(text: string, program: string): string {
    if (readDesktopFile(text).size === 0) return this.#text(program);
    const exec = withKey(text, 'Exec', execLine([program]));
    return withKey(exec, 'TryExec', escapedValue(program));
  }

  #text(program: string): string {
    return [
      '[Desktop Entry]',
      'Type=Application',
      'Version=1.0',
      'Name=OctoGlance',
      'GenericName=3D printer monitor',
      'GenericName[de]=3D-Drucker-Überwachung',
      'Comment=Your 3D printers on OctoEverywhere, at a glance',
      'Comment[de]=Deine 3D-Drucker auf OctoEverywhere, auf einen Blick',
      `TryExec=${escapedValue(program)}`,
      `Exec=${execLine([program])}`,
      `Icon=${escapedValue(this.#iconPath)}`,
      'Terminal=false',
      'Categories=Utility;',
      'Keywords=3D printer;OctoEverywhere;tray;status;',
      'Keywords[de]=3D-Drucker;OctoEverywhere;Infobereich;Status;',
      'StartupNotify=false',
      'StartupWMClass=octoglance',
      '',
    ].join('\n');
  }

  /** Checks only the user's entries, because no package owns an AppImage. */
  #isInMenuAlready(file: string): boolean {
    const folder = join(dataHome(this.#parts.environment), 'applications');
    try {
      const names = readdirSync(folder).filter((name) => name.endsWith('.desktop') && name !== linkEntryName);
      return names.some((name) => {
        const text = readHead(join(folder, name), 'utf8') ?? '';
        const words = execWords(readDesktopFile(text).get('Exec') ?? '') ?? [];
        return words.some((word) => word === file || shellWords(word)?.includes(file)) && !isHidden(text);
      });
    } catch {
      return false;
    }
  }
}

/** Keys by which a user or a menu editor takes an entry out of the menu. */
const hiding = ['NoDisplay', 'Hidden'] as const;

function isHidden(text: string): boolean {
  const keys = readDesktopFile(text);
  return hiding.some((key) => isTrue(keys.get(key)));
}
