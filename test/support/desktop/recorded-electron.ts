import { EventEmitter } from 'node:events';

/** The recorded calls to notifications, one line each, in order. */
export const calls: string[] = [];

export class RecordedTray extends EventEmitter {
  static all: RecordedTray[] = [];
  readonly calls: string[] = [];
  menu: RecordedMenu | null = null;

  constructor(readonly image: string) {
    super();
    RecordedTray.all.push(this);
    this.calls.push(`new Tray ${image}`);
  }
  setImage(image: string): void {
    this.calls.push(`setImage ${image}`);
  }
  setToolTip(text: string): void {
    this.calls.push(`setToolTip ${text}`);
  }
  setContextMenu(menu: RecordedMenu): void {
    this.menu = menu;
    this.calls.push(`setContextMenu ${menu}`);
  }
  popUpContextMenu(menu: RecordedMenu): void {
    this.calls.push(`popUpContextMenu ${menu}`);
  }
  isDestroyed(): boolean {
    return false;
  }
  destroy(): void {
    this.calls.push('destroy');
  }
}

interface RecordedItem {
  readonly label?: string;
  readonly click?: () => void;
}

export class RecordedMenu extends EventEmitter {
  constructor(readonly items: readonly RecordedItem[]) {
    super();
  }
  static buildFromTemplate(items: readonly RecordedItem[]): RecordedMenu {
    return new RecordedMenu(items);
  }
  override toString(): string {
    return this.items.map(({ label }) => label ?? '-').join(' | ');
  }
}

export class RecordedNotification extends EventEmitter {
  static all: RecordedNotification[] = [];
  static supported = true;
  static isSupported(): boolean {
    return RecordedNotification.supported;
  }
  isShown = false;

  constructor(readonly options: Readonly<Record<string, unknown>>) {
    super();
    RecordedNotification.all.push(this);
  }
  show(): void {
    this.isShown = true;
    calls.push(`show ${this.options['title']}${this.options['silent'] === true ? ', silently' : ''}`);
  }
  close(): void {
    calls.push(`close ${this.options['title']}`);
    this.emit('close');
  }
}

/** Replaces Electron in a module under test: `vi.mock('electron', () => recordedElectron)`. */
export const recordedElectron = {
  Tray: RecordedTray,
  Menu: RecordedMenu,
  Notification: RecordedNotification,
  screen: {
    on: () => {},
    getPrimaryDisplay: () => ({ scaleFactor: 2 }),
    getAllDisplays: () => [{ workArea: { height: 800 } }],
    getDisplayNearestPoint: () => ({
      workArea: { x: 0, y: 25, width: 1440, height: 875 },
      bounds: { x: 0, y: 0, width: 1440, height: 900 },
    }),
  },
};

/** Clears the recorded calls. */
export function forgetCalls(): void {
  calls.length = 0;
  RecordedNotification.all = [];
  RecordedNotification.supported = true;
}
