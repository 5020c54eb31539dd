import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
import { writeRough } from '../screenshots/small-picture.ts';
import type { DesktopKind, DesktopName } from './desktops.ts';
import type { GnomePrompts } from './gnome-prompts.ts';
import type { Step } from './run.ts';

const repo = join(import.meta.dirname, '../..');

export interface StageParts {
  readonly name: DesktopName;
  readonly kind: DesktopKind;
  readonly desktop: Desktop;
  readonly bus: MessageBus;
  readonly notifications: Notifications;
  readonly gnomePrompts: GnomePrompts;
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

  /** Writes a screenshot for docs/verification.md, after animations; not in a run of a few steps. */
  async picture(of: string): Promise<void> {
    if (process.env['STEPS'] === 'few') return;
    await wait(1_500);
    const path = join(repo, `docs/screenshots/desktops/${this.parts.name}-${of}.png`);
    await this.withScreenshot(async (file) => writeRough(path, readFileSync(file)));
  }

  /** Passes a screenshot to `use` and deletes it. */
  async withScreenshot<Result>(use: (file: string) => Promise<Result>): Promise<Result> {
    const file = join(tmpdir(), `octoglance-screenshot-${process.pid}.png`);
    const [program, ...args] = this.parts.kind.picture;
    try {
      await promisify(execFile)(program, [...args, file], { timeout: 20_000 });
      return await use(file);
    } finally {
      rmSync(file, { force: true });
    }
  }
}

export function fail(why: string): never {
  throw new Error(why);
}
