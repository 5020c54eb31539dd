import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from '@playwright/test';
import { changedRegion } from '../../../tools/screenshots/changed-region.ts';
import type { Desktop, Region } from './desktop.mjs';
import { until } from './processes.mjs';

/** The mouse and the keyboard of the desktop, as used by a user. */
export class Mouse {
  /** Number of clicks so far, with any button. */
  clicks = 0;
  readonly #desktop: Desktop;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  async click(x: number, y: number, button: 'left' | 'right' = 'left'): Promise<void> {
    this.clicks += 1;
    await this.#do('mousemove', x, y, 'click', button === 'left' ? 1 : 3);
  }

  /** Clicks an element of a page in a window on the desktop. */
  async clickOn(element: Locator): Promise<void> {
    await element.scrollIntoViewIfNeeded();
    const box = await element.boundingBox();
    if (box === null) throw new Error('The element is not in sight.');
    // Above the page are the frame's title and a browser's toolbar, beside it only edges of the same width.
    const [left = 0, top = 0] = await element.page().evaluate<number[]>(`(() => {
      const edge = (outerWidth - innerWidth) / 2;
      return [screenX + edge, screenY + outerHeight - innerHeight - edge];
    })()`);
    await this.click(Math.round(left + box.x + box.width / 2), Math.round(top + box.y + box.height / 2));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#do('key', key);
  }

  /** Clicks the icon in the tray, which is the last one on the panel. */
  async clickIcon(button: 'left' | 'right' = 'left'): Promise<void> {
    const { screen, panelHeight } = this.#desktop;
    await this.click(screen.width - panelHeight / 2, panelHeight / 2, button);
  }

  /** Opens the icon's menu; resolves to its place on the screen once it is drawn. */
  async openMenu(): Promise<Region> {
    const { home, panelHeight } = this.#desktop;
    const picture = (name: string) => join(home, `${name}.png`);
    await this.#desktop.screenshot(picture('before'));
    await this.clickIcon('right');
    let last = '';
    return until('the menu of the icon', async () => {
      await this.#desktop.screenshot(picture('after'));
      const region = changedRegion(picture('before'), picture('after'), panelHeight);
      const now = JSON.stringify(region);
      const isDrawn = region !== null && region.height > 40 && now === last;
      last = now;
      return isDrawn && region;
    });
  }

  async #do(...commands: readonly (string | number)[]): Promise<void> {
    await promisify(execFile)('xdotool', commands.map(String), { env: this.#desktop.env });
  }
}
