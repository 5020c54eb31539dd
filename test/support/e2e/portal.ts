import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../app/app.ts';
import type { Desktop } from '../desktop/desktop.mjs';
import { expect } from './service.ts';

/** Where the App Connection Portal is at OctoEverywhere. */
export const portal = '/appportal/v1/';

/** Hands a link to the desktop, as any program may. */
export function xdgOpen(desktop: Desktop, link: string): Promise<unknown> {
  return promisify(execFile)('xdg-open', [link], {
    env: desktop.env,
    timeout: 20_000,
    ...desktop.options.account,
  });
}

/** Does what opens the portal, and tells with what address that was. */
export async function portalOpenedBy(desktop: Desktop, deed: () => Promise<void>): Promise<URL> {
  const before = desktop.openedLinks().length;
  await deed();
  const opened = () => desktop.openedLinks().slice(before).at(-1) ?? '';
  await expect.poll(opened, { timeout: 15_000 }).toContain(portal);
  return new URL(opened());
}

/** Our own link with its nonce, which the portal is told to come back to. */
export function returnLinkIn(portalAddress: URL): URL {
  return new URL(portalAddress.searchParams.get('returnUrl') ?? '');
}

/** Our own link as the portal sends it back, with its results appended. */
export function withResults(link: URL, results: Readonly<Record<string, string>>): string {
  const back = new URL(link);
  for (const [name, value] of Object.entries(results)) back.searchParams.append(name, value);
  return back.href;
}

/** Starts a sign-in for a new printer; the window waits for the browser then. */
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
