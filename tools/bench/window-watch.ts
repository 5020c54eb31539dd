import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { until } from '../../test/support/desktop/processes.mjs';

/** Tracks the window manager's windows. */
export class WindowWatch {
  readonly #desktop: Desktop;
  /** The current windows, each with the time at which it appeared, as in `performance.now()`. */
  #windows = new Map<string, number>();

  private constructor(desktop: Desktop) {
    this.#desktop = desktop;
    const spy = desktop.start('xprop', ['-root', '-spy', '_NET_CLIENT_LIST']);
    spy.stdout?.on('data', (text: string) => this.#read(text, performance.now()));
  }

  /** Needs the Debian packages x11-utils and xdotool. */
  static async on(desktop: Desktop): Promise<WindowWatch> {
    const watch = new WindowWatch(desktop);
    await until('the list of windows', () => watch.#windows.size > 0);
    return watch;
  }

  get windows(): ReadonlySet<string> {
    return new Set(this.#windows.keys());
  }

  /** Waits for a window that was not among `before`; `at` is when it appeared on the screen, in milliseconds. */
  async opened(before: ReadonlySet<string>): Promise<{ readonly window: string; readonly at: number }> {
    const [window, at] = await until('a window', () => [...this.#windows].find(([one]) => !before.has(one)));
    return { window, at };
  }

  /** Closes a window like a user would, by keyboard, and waits until it is gone. */
  async close(window: string): Promise<void> {
    const keys = ['windowactivate', '--sync', window, 'key', 'alt+F4'];
    await promisify(execFile)('xdotool', keys, { env: this.#desktop.env });
    await until('the window to close', () => !this.#windows.has(window));
  }

  #read(text: string, at: number): void {
    const line = text.trim().split('\n').at(-1) ?? '';
    const present = line.match(/0x[0-9a-f]+/g) ?? [];
    this.#windows = new Map(present.map((window) => [window, this.#windows.get(window) ?? at]));
  }
}
