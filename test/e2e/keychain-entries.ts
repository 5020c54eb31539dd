import type { Desktop } from '../../scripts/desktop/desktop.mjs';
import { callMethod } from '../../scripts/desktop/session-bus.mjs';

const service = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };

/** Deletes a printer's entry from the keyring as its owner may do there; the app is not told. */
export async function deleteEntry(desktop: Desktop, printer: string): Promise<void> {
  const [unlocked] = await callMethod(desktop.bus, {
    ...service,
    interface: 'org.freedesktop.Secret.Service',
    member: 'SearchItems',
    signature: 'a{ss}',
    body: [{ service: 'OctoGlance', account: printer }],
  });
  if (unlocked.length !== 1) throw new Error(`The keyring has ${unlocked.length} entries for ${printer}.`);
  await callMethod(desktop.bus, {
    ...service,
    path: unlocked[0],
    interface: 'org.freedesktop.Secret.Item',
    member: 'Delete',
  });
}
