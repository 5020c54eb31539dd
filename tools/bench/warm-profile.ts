import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import type { Simulator } from '../../src/demo/simulator.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { until } from '../../test/support/desktop/processes.mjs';

/** The printers of the benchmark, initially all connected. */
export const printerNames = ['Voron', 'Ender', 'Prusa', 'Bambu', 'Mini'] as const;

/** The token of one of these printers. */
export const exampleTokenOf = (printer: string): string => `example-token-${printer.toLowerCase()}`;

/** As many printers as cause the same number of requests as the prints and connections of {@link printerNames}. */
export const twiceAsMany = [...printerNames, ...printerNames.map((name) => `${name} 2`)];

/**
 * Stores the printers where the app expects them: the list in the profile, each secret in the desktop's keyring. Unless
 * `withPrints`, the secrets lack the credentials for prints, which are not watched then. Rejects if the keyring doesn't
 * accept one.
 */
export async function keepPrinters(
  desktop: Desktop,
  profile: string,
  simulator: Simulator,
  names: readonly string[] = printerNames,
  withPrints = false,
): Promise<void> {
  // The keyring is found over the session bus, which for this process must be the desktop's.
  process.env['DBUS_SESSION_BUS_ADDRESS'] = desktop.busAddress;
  const printers = names.map((name) => ({ id: randomUUID(), name, addedAt: Date.now() }));
  for (const { id, name } of printers) {
    const token = exampleTokenOf(name);
    simulator.printer(name, { token });
    const secret = withPrints ? simulator.secret(token) : { appApiToken: token };
    await keytar.setPassword('OctoGlance', id, JSON.stringify(secret));
  }
  writeFileSync(join(profile, 'printers.json'), JSON.stringify({ version: 1, printers }), { mode: 0o600 });
}

/** Waits until the app has polled every printer: without the list or the secrets, the results would be too good. */
export async function allAsked(simulator: Simulator): Promise<void> {
  const wasPolled = (name: string) => simulator.log.some(({ printer, status }) => printer === name && status === 200);
  await until('all printers to be asked about', () => printerNames.every(wasPolled));
}

/** Starts a print on each of the benchmark's printers, longer than the benchmark takes. */
export function startPrints(simulator: Simulator): void {
  for (const name of printerNames) {
    const print = { id: name, file: `${name}.gcode`, seconds: 400_000 };
    simulator.printer(name).print({ print }, 10_000);
  }
}

/** Waits until the app has requested every print since `from`, an index of the simulator's log. */
export async function allPrintsAsked({ pluginLog }: Simulator, from: number): Promise<void> {
  const asked = (name: string) =>
    pluginLog.slice(from).some(({ printer, status }) => printer === name && status === 200);
  await until('all prints to be requested', () => printerNames.every(asked));
}
