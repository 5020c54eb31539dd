import type { Desktop } from './desktop.mjs';
import { callMethod } from './session-bus.mjs';

const service = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };

/** Resolves to the names of all entries in the keyring, of any program. */
export async function entryNames(desktop: Desktop): Promise<readonly string[]> {
  const read = async (path: string, owner: string, name: string) => {
    const call = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss', body: [owner, name] };
    const [value] = await callMethod(desktop.bus, { ...service, path, ...call });
    return value.value;
  };
  const items = await read(`${service.path}/collection/login`, 'org.freedesktop.Secret.Collection', 'Items');
  return Promise.all(items.map((item: string) => read(item, 'org.freedesktop.Secret.Item', 'Label')));
}

/** Deletes a printer's entry from the keyring like its owner; the app is not notified. */
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
