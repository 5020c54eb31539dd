import { join } from 'node:path';

/**
 * The addresses at which a session bus may be found, in the order to try them, each as the D-Bus library takes it. `named`
 * is a list of addresses as in `DBUS_SESSION_BUS_ADDRESS`, with values that are escaped by `%`; the library takes the first
 * one alone, and as it stands. What would have a program started is left out. Where nothing is named the bus is in the
 * `runtimeFolder`. Source: D-Bus Specification, "Server Addresses", "Unix Domain Sockets", "TCP Sockets".
 */
export function busAddresses(named: string | undefined, runtimeFolder: string | undefined): readonly string[] {
  const usual = runtimeFolder ? [`unix:path=${join(runtimeFolder, 'bus')}`] : [];
  if (!named) return usual;
  return named.split(';').flatMap((one) => {
    const [, transport = '', pairs = ''] = /^\s*(unix|tcp|autolaunch):(.*?)\s*$/s.exec(one) ?? [];
    const values = keysAndValues(pairs);
    if (transport === 'autolaunch' || values.get('runtime') === 'yes') return usual;
    const keys = transport === 'tcp' ? ['host', 'port'] : values.has('path') ? ['path'] : ['abstract'];
    const place = keys.map((key) => `${key}=${values.get(key)}`);
    // With these the library would take a part of it for the whole.
    const isPlain = keys.every((key) => /^[^,:;]+$/.test(values.get(key) ?? ''));
    return isPlain ? [`${transport}:${place.join(',')}`] : [];
  });
}

function keysAndValues(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(',').flatMap((pair): (readonly [string, string])[] => {
      const [, key, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
      return key === undefined || value === undefined ? [] : [[key, unescaped(value)]];
    }),
  );
}

function unescaped(value: string): string {
  return value.replace(/(?:%[\da-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'));
}
