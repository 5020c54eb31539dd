import { createInterface } from 'node:readline';
import type { Secret } from '../../src/domain/secret.ts';
import { createKeychain, loadKeytar } from '../../src/storage/keychain.ts';

/**
 * A process of its own around the real keychain: libsecret connects to the session bus once per process, so each
 * session under test needs a new one. One JSON command a line on stdin, one JSON answer a line on stdout.
 */
export type KeychainCommand =
  | { readonly verb: 'read' | 'remove' | 'rawGet' | 'rawDelete'; readonly id: string }
  | { readonly verb: 'write'; readonly id: string; readonly secret: Secret }
  | { readonly verb: 'rawSet'; readonly id: string; readonly entry: string }
  | { readonly verb: 'askAgain' | 'quit' };

const patience = process.env['KEYCHAIN_PATIENCE'];
const keychain = createKeychain({
  keytar: loadKeytar,
  ...(patience === undefined ? {} : { patience: { read: Number(patience), write: Number(patience) } }),
});

async function answer(command: KeychainCommand): Promise<unknown> {
  const keytar = await loadKeytar();
  switch (command.verb) {
    case 'read':
      return keychain.read(command.id);
    case 'write':
      return keychain.write(command.id, command.secret);
    case 'remove':
      return keychain.remove(command.id);
    case 'rawGet':
      return keytar.getPassword('OctoGlance', command.id);
    case 'rawSet':
      return keytar.setPassword('OctoGlance', command.id, command.entry);
    case 'rawDelete':
      return keytar.deletePassword('OctoGlance', command.id);
    case 'askAgain':
      return keychain.askAgain();
    case 'quit':
      if (!(await keychain.close())) process.kill(process.pid, 'SIGKILL');
      return process.exit(0);
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { number, command } = JSON.parse(line) as { number: number; command: KeychainCommand };
  answer(command).then(
    (result) => console.log(JSON.stringify({ number, result: result ?? null })),
    (error: unknown) => console.log(JSON.stringify({ number, result: { threw: String(error) } })),
  );
});
