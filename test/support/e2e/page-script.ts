import type { Page } from '@playwright/test';
import type { DrivenApp } from '../app/app.ts';

/**
 * Runs a function body like the page's own code: later, when the inspector, whose evaluation is exempt, is no longer
 * involved.
 */
export function asPage<Value>(window: Page, body: string): Promise<Value> {
  return window.evaluate<Value>(
    `new Promise((resolve) => setTimeout(() => (async () => { ${body} })().then(resolve, (error) => resolve(error.name))))`,
  );
}

/** The number of web contents: the window's and any others. */
export const contentsOf = (app: DrivenApp) =>
  app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
