import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import type { Simulator } from '../../src/demo/simulator.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { until } from '../../test/support/desktop/processes.mjs';

/** The printers of the bench, all connected at first. */
export const printerNames = ['Voron', 'Ender', 'Prusa', 'Bambu', 'Mini'] as const;

/** The token of one of these printers. */
export const exampleTokenOf = (printer: string): string => `example-token-${printer.toLowerCase()}`;

/**
 * Puts the printers where the app keeps them: the list into its file in the profile, each secret into the desktop's
 * keyring. Rejects when the keyring does not take one.
 */
export async function keepPrinters(
  desktop: Desktop,
  profile: string,
  simulator: Simulator,
  names: readonly string[] = printerNames,
): Promise<void> {
  // The keyring is looked for on the session bus, which for this process has to be the desktop's.
  process.env['DBUS_SESSION_BUS_ADDRESS'] = desktop.busAddress;
  const printers = names.map((name) => ({ id: randomUUID(), name, addedAt: Date.now() }));
  for (const { id, name } of printers) {
    const token = exampleTokenOf(name);
    simulator.printer(name, { token });
    await keytar.setPassword('OctoGlance', id, JSON.stringify({ appApiToken: token }));
  }
  writeFileSync(join(profile, 'printers.json'), JSON.stringify({ version: 1, printers }), { mode: 0o600 });
}

/** Waits until the app has asked about every printer: without list or secrets it would be light for the wrong reason. */
export async function allAsked(simulator: Simulator): Promise<void> {
  const asked = (name: string) => simulator.log.some(({ printer, status }) => printer === name && status === 200);
  await until('all printers to be asked about', () => printerNames.every(asked));
}
