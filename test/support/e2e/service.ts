import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Simulator, startSimulator } from '../../../src/demo/simulator.ts';
import type { DrivenApp } from '../app/app.ts';
import { type AppOptions, test as desktopTest, expect } from './fixtures.ts';

type PrinterControl = ReturnType<Simulator['printer']>;

/** Obviously fake, yet unlike anything else the app writes, so that its output can be searched for it. */
export const exampleToken = (printer: string): string => `example-token-${printer.toLowerCase()}-0123456789abcdef`;

interface ServiceFixtures {
  /** A simulated OctoEverywhere over real HTTP. */
  readonly simulator: Simulator;
  /** The environment that makes the app use it, at sixty times normal speed. */
  readonly fast: Readonly<Record<string, string>>;
  /** Launches the app with its window, and adds printers known to the simulated OctoEverywhere, like a user. */
  readonly watching: <const Name extends string>(
    names: readonly Name[],
    options?: AppOptions,
  ) => Promise<{ readonly app: DrivenApp; readonly printers: Readonly<Record<Name, PrinterControl>> }>;
}

export const test = desktopTest.extend<ServiceFixtures>({
  simulator: async ({ browserName: _unused }, use) => {
    const simulator = await startSimulator();
    await use(simulator);
    await simulator.close();
  },
  fast: async ({ simulator }, use) => {
    await use({
      OCTOGLANCE_ORIGIN: simulator.origin.origin,
      OCTOGLANCE_POLL_SECONDS: '1',
      OCTOGLANCE_GRACE_SECONDS: '2',
    });
  },
  watching: async ({ simulator, fast, launch }, use) => {
    await use(async <const Name extends string>(names: readonly Name[], options: AppOptions = {}) => {
      const controls = names.map((name) => [name, simulator.printer(name, { token: exampleToken(name) })]);
      const app = await launch({ args: ['--show'], env: fast, ...options });
      for (const name of names) await addByToken(app, name);
      return { app, printers: Object.fromEntries(controls) as Record<Name, PrinterControl> };
    });
  },
});

export { expect };

/** Adds a printer like a user: window, Add printer, paste, Connect. */
export async function addByToken(
  app: Pick<DrivenApp, 'window'>,
  name: string,
  token = exampleToken(name),
): Promise<void> {
  const window = await app.window();
  await window.getByRole('button', { name: 'Add printer' }).first().click();
  await window.getByRole('button', { name: 'Paste a token instead' }).click();
  await window.getByRole('textbox', { name: 'App token or completion link' }).fill(token);
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(window.getByRole('article', { name })).toBeVisible({ timeout: 15_000 });
}

/** Adds several printers known to the simulator, and closes the window. */
export async function addAll(app: DrivenApp, simulator: Simulator, names: readonly string[]) {
  const controls = names.map((name) => simulator.printer(name, { token: exampleToken(name) }));
  for (const name of names) await addByToken(app, name);
  await (await app.window()).close();
  return controls;
}

/** Adds printers through the window's requests, because many would take too long to type. */
export async function addMany(window: Page, tokens: readonly string[]): Promise<void> {
  const refused = await window.evaluate<string[]>(`(async () => {
    const tokens = ${JSON.stringify(tokens)};
    const refused = [];
    while (tokens.length > 0) {
      const requests = tokens.splice(0, 20).map((token) => octoglance.request('add-printer', token, 'keychain'));
      for (const answer of await Promise.all(requests)) if (!answer.ok) refused.push(answer.message.title);
    }
    return refused;
  })()`);
  expect(refused).toEqual([]);
}

/** The link at the end of a sign-in at the simulated portal: it includes the credentials of the printer's plugin. */
export function completionLink(simulator: Simulator, name: string): string {
  const link = new URL('/appportal/v1/complete', simulator.origin);
  link.search = new URLSearchParams({
    success: 'true',
    printername: name,
    ...simulator.secret(exampleToken(name)),
  }).toString();
  return link.href;
}

/** Waits until the last check no longer forbids a refresh: 5 s, sixty times faster. */
export function refreshAllowed(): Promise<void> {
  return sleep(100);
}
