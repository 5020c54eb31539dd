import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
 * Stores the printers where the app expects them: the list in the profile, each secret in the desktop's keyring, which
 * is started again. Unless `withPrints`, the secrets lack the credentials for prints, which are not watched then.
 */
export async function keepPrinters(
  desktop: Desktop,
  profile: string,
  simulator: Simulator,
  names: readonly string[] = printerNames,
  withPrints = false,
): Promise<void> {
  const printers = names.map((name) => ({ id: randomUUID(), name, addedAt: Date.now() }));
  const items = printers.map(({ id, name }, index) => {
    const token = exampleTokenOf(name);
    simulator.printer(name, { token });
    const secret = withPrints ? simulator.secret(token) : { appApiToken: token };
    return keyringItem(index + 1, id, JSON.stringify(secret));
  });
  // GNOME Keyring writes its whole file for each new item: for 10,000 of them, half an hour.
  const folder = join(desktop.env['XDG_DATA_HOME'] ?? '', 'keyrings');
  const name = `bench-${randomUUID()}`;
  writeFileSync(join(folder, `${name}.keyring`), [`[keyring]\ndisplay-name=${name}\n`, ...items].join('\n'), {
    mode: 0o600,
  });
  await desktop.keyring.restart('unlocked');
  writeFileSync(join(profile, 'printers.json'), JSON.stringify({ version: 1, printers }), { mode: 0o600 });
}

/** An item as in the unencrypted files of GNOME Keyring (gnome-keyring, `pkcs11/secret-store/gkm-secret-textual.c`). */
function keyringItem(number: number, account: string, secret: string): string {
  const attributes = Object.entries({ service: 'OctoGlance', account, 'xdg:schema': 'org.freedesktop.Secret.Generic' });
  const lines = attributes.map(
    ([name, value], index) => `[${number}:attribute${index}]\nname=${name}\ntype=string\nvalue=${value}\n`,
  );
  return [`[${number}]\nitem-type=0\ndisplay-name=OctoGlance\nsecret=${secret}\n`, ...lines].join('\n');
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
