import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * Where the running app answers for its status: a socket in the profile folder (absolute), which only its user can enter,
 * or on Windows a named pipe. A profile has one app at most, so each place has one owner.
 */
export function statusPlace(profile: string, platform: NodeJS.Platform): string {
  if (platform !== 'win32') return join(profile, 'status.sock');
  const name = createHash('sha256').update(profile.toLowerCase()).digest('hex').slice(0, 32);
  return `\\\\.\\pipe\\octoglance-status-${name}`;
}
