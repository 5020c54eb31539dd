import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MessageBus } from '@jellybrick/dbus-next';
import type { Page } from '@playwright/test';
import type { Simulator } from '../../src/demo/simulator.ts';
import { type DrivenApp, launchApp } from '../../test/support/app/app.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import type { Notifications } from '../../test/support/desktop/notifications.ts';
import { Tray } from '../../test/support/desktop/tray.ts';
import type { DesktopKind, DesktopName } from './desktops.ts';
import type { Step } from './run.ts';

const repo = join(import.meta.dirname, '../..');

export interface StageParts {
  readonly name: DesktopName;
  readonly kind: DesktopKind;
  readonly desktop: Desktop;
  readonly bus: MessageBus;
  readonly notifications: Notifications;
  readonly simulator: Simulator;
  readonly env: NodeJS.ProcessEnv;
  /** The file that gets the result of each step. */
  readonly report: string;
}

/** One desktop with the app on it, and the results of the steps so far. */
export class Stage {
  readonly parts: StageParts;
  readonly #steps: Step[] = [];
  #app: DrivenApp | null = null;
  #tray: Tray | null = null;

  constructor(parts: StageParts) {
    this.parts = parts;
  }

  /** Takes a step and records its result; `take` resolves to what was seen. A failed step doesn't end the run. */
  async step(what: string, take: () => Promise<string>): Promise<void> {
    const begun = performance.now();
    const result = await take().then(
      (note) => ({ ok: true, note }),
      (error: unknown) => ({ ok: false, note: String(error) }),
    );
    const note = result.note.split('\n')[0]?.slice(0, 200) ?? '';
    this.#steps.push({ what, ok: result.ok, took: Math.round(performance.now() - begun), note });
    writeFileSync(this.parts.report, JSON.stringify(this.#steps));
  }

  get app(): DrivenApp {
    return this.#app ?? fail('The app is not running.');
  }

  get tray(): Tray {
    return this.#tray ?? fail('There is no icon.');
  }

  /** Resolves to the window, which the menu opens if there is none. */
  async window(): Promise<Page> {
    if (this.app.electron.windows().length === 0) await this.tray.menu.click('Show window');
    return this.app.window();
  }

  /** Starts the app; with the same profile again, except for the first time. */
  async start(...args: readonly string[]): Promise<void> {
    const { desktop, kind, env } = this.parts;
    const profile = this.#app === null ? {} : { profile: this.#app.profile };
    this.#app = await launchApp({ desktop, args: [...kind.flags, '--status-stream', ...args], env, ...profile });
  }

  /** Waits for the icon in the desktop's tray. */
  async findTray(): Promise<Tray> {
    this.#tray = await Tray.find(this.parts.desktop, 60_000);
    return this.#tray;
  }

  /** Writes a screenshot for docs/verification.md, after animations. */
  async picture(of: string): Promise<void> {
    const { name, kind } = this.parts;
    await wait(1_500);
    await this.screenshot(join(repo, `docs/screenshots/desktops/${name}-${of}.png`), kind);
  }

  async screenshot(file: string, { picture: [program, ...args] } = this.parts.kind): Promise<void> {
    await promisify(execFile)(program, [...args, file], { timeout: 20_000 });
  }
}

export function fail(why: string): never {
  throw new Error(why);
}
