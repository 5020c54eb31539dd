import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../app/app.ts';
import type { Desktop } from '../desktop/desktop.mjs';
import { expect } from './service.ts';

/** Path of the App Connection Portal at OctoEverywhere. */
export const portal = '/appportal/v1/';

/** Passes a link to the desktop, like any program. */
export function xdgOpen(desktop: Desktop, link: string): Promise<unknown> {
  return promisify(execFile)('xdg-open', [link], {
    env: desktop.env,
    timeout: 20_000,
    ...desktop.options.account,
  });
}

/** Performs an action that opens the portal, and resolves to the opened address. */
export async function portalOpenedBy(desktop: Desktop, action: () => Promise<void>): Promise<URL> {
  const before = desktop.openedLinks().length;
  await action();
  const opened = () => desktop.openedLinks().slice(before).at(-1) ?? '';
  await expect.poll(opened).toContain(portal);
  return new URL(opened());
}

/** Returns our own link with its nonce, the portal's return address. */
export function returnLinkIn(portalAddress: URL): URL {
  return new URL(portalAddress.searchParams.get('returnUrl') ?? '');
}

/** Returns our own link with the portal's results appended. */
export function withResults(link: URL, results: Readonly<Record<string, string>>): string {
  const back = new URL(link);
  for (const [name, value] of Object.entries(results)) back.searchParams.append(name, value);
  return back.href;
}

/** Starts a sign-in for a new printer; afterwards the window waits for the browser. */
export async function startSignIn(
  app: Pick<DrivenApp, 'window'>,
  desktop: Desktop,
): Promise<{ window: Page; page: URL; link: URL }> {
  const window = await app.window();
  const page = await portalOpenedBy(desktop, async () => {
    await window.getByRole('button', { name: 'Add printer' }).first().click();
    await window.getByRole('button', { name: 'Sign in with OctoEverywhere' }).click();
  });
  await expect(window.getByText('Waiting for your browser')).toBeVisible();
  return { window, page, link: returnLinkIn(page) };
}
