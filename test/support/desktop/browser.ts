import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Desktop } from './desktop.mjs';
import { until } from './processes.mjs';

/** How long Chromium may take to start on a busy machine, ms. */
const startTimeout = 30_000;

/**
 * Debian's Chromium as the desktop's browser: it opens web links and passes links of other kinds to xdg-open, as on a
 * user's machine. The first link starts it.
 */
export class RealBrowser {
  readonly #folder: string;
  readonly #program: string;
  readonly #before: string;
  #connection: Browser | null = null;

  private constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#program = program;
    this.#before = readFileSync(program, 'utf8');
  }

  /** Makes it the default browser, with permission for pages of `origin` to open `octoglance:` links. */
  static install(desktop: Desktop, origin: URL): RealBrowser {
    const folder = mkdtempSync(join(desktop.home, 'chromium-'));
    mkdirSync(join(folder, 'Default'), { recursive: true });
    const allowed = { [origin.origin]: { octoglance: true } };
    const preferences = { protocol_handler: { allowed_origin_protocol_pairs: allowed } };
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
    const browser = new RealBrowser(folder, desktop.env['BROWSER'] ?? '');
    const flags = [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--password-store=basic'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions'],
      ...[`--user-data-dir=${folder}`, '--remote-debugging-port=0'],
    ];
    // In the background: otherwise xdg-open would not return before the browser ends.
    const line = `chromium ${flags.map((flag) => `'${flag}'`).join(' ')} "$1" >>'${folder}/output' 2>&1 &`;
    writeFileSync(browser.#program, `${browser.#before}\n${line}\n`);
    chmodSync(browser.#program, 0o755);
    return browser;
  }

  /** Waits for a tab whose address begins with `address`. */
  async tab(address: string): Promise<Page> {
    const find = async () => {
      const connection = await this.#connect();
      return connection
        .contexts()
        .flatMap((context) => context.pages())
        .findLast((page) => page.url().startsWith(address));
    };
    return until(`the browser to show ${address}`, find, startTimeout);
  }

  /** Ends it and restores the desktop's previous browser. */
  async close(): Promise<void> {
    writeFileSync(this.#program, this.#before);
    if (this.#connection === null) return;
    const session = await this.#connection.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => {});
    await this.#connection.close();
  }

  async #connect(): Promise<Browser> {
    if (this.#connection === null) {
      const [port] = readFileSync(join(this.#folder, 'DevToolsActivePort'), 'utf8').split('\n');
      this.#connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    }
    return this.#connection;
  }
}
