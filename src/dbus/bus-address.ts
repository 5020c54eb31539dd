import { join } from 'node:path';

/**
 * The addresses to try for the session bus, in order, in the format the D-Bus library accepts. `named` is an address
 * list as in `DBUS_SESSION_BUS_ADDRESS`, with %-escaped values; the library itself uses only the first address, and
 * without unescaping it. Addresses that would start a program are left out. If `named` is empty, the bus is in
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
    // The library would cut a value off at these characters.
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
