import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Keytar } from './keytar.ts';
import type { KeytarCalls } from './keytar-calls.ts';
import type { SecretServiceCheck } from './secret-service.ts';

/** The name under which all entries of the app are in the system's keychain. */
export const SERVICE = 'OctoGlance';

/**
 * Writes a printer's entry and resolves to what the keychain then returns for it, or to why it failed. If another
 * keyring was the default one when the printer's old entry was written, the new one is next to it, and the keychain
 * could return either: then both are replaced by one. Never rejects.
 */
export async function writeEntry(
  calls: KeytarCalls,
  secretService: Pick<SecretServiceCheck, 'isDoubled'> | null,
  id: PrinterId,
  entry: string,
): Promise<{ readonly value: string | null } | KeychainError> {
  const write = async (keytar: Keytar) => {
    await keytar.setPassword(SERVICE, id, entry);
    return keytar.getPassword(SERVICE, id);
  };
  const written = await calls.make(write);
  if (typeof written === 'string' || !(await secretService?.isDoubled(id))) return written;
  return calls.make(async (keytar) => {
    await keytar.deletePassword(SERVICE, id);
    return write(keytar);
  });
}
