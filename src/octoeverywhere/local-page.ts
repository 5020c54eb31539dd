import { BlockList, isIP } from 'node:net';

/** Private networks: RFC 1918 for IPv4, unique local addresses (RFC 4193) for IPv6. */
const own = new BlockList();
own.addSubnet('10.0.0.0', 8, 'ipv4');
own.addSubnet('172.16.0.0', 12, 'ipv4');
own.addSubnet('192.168.0.0', 16, 'ipv4');
own.addSubnet('fc00::', 7, 'ipv6');

/**
 * Returns the page of a printer in the user's own network; null when the address is not clearly a private one. The
 * address is untrusted: it must lead neither to the internet nor to this computer itself.
 */
export function localPage(localIp: string | null): URL | null {
  if (localIp === null) return null;
  const version = isIP(localIp);
  if (version === 0 || localIp.includes('%')) return null;
  if (!own.check(localIp, version === 4 ? 'ipv4' : 'ipv6')) return null;
  // IPv4-mapped IPv6 addresses are not accepted.
  if (version === 6 && localIp.includes('.')) return null;
  return new URL(version === 4 ? `http://${localIp}/` : `http://[${localIp}]/`);
}
