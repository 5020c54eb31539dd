import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Secret } from '../../../src/domain/secret.ts';
import { createKeychain } from '../../../src/keychain/keychain.ts';
import { loadKeytar } from '../../../src/keychain/keytar.ts';
import { createKeytarProcess, type HelperProcess } from '../../../src/keychain/keytar-process.ts';
import type { KeytarMessage } from '../../../src/keychain/keytar-protocol.ts';
import { theSecretService } from '../../../src/keychain/secret-service.ts';
import { onLine } from '../message-lines.mjs';

/**
 * A separate process for the real keychain: libsecret connects to the session bus once per process, so each session
 * under test needs a new one. One JSON command per line on stdin, one JSON response per line on stdout. keytar runs in
 * a helper process as in the app on Linux, or with KEYCHAIN_IN_PROCESS in this one as in the app elsewhere.
 */
export type KeychainCommand =
  | { readonly verb: 'read' | 'remove' | 'rawGet' | 'rawDelete'; readonly id: string }
  | { readonly verb: 'write'; readonly id: string; readonly secret: Secret }
  | { readonly verb: 'rawSet'; readonly id: string; readonly entry: string }
  | {
      readonly verb:
        | 'askAgain'
        | 'bringUp'
        | 'isAsking'
        | 'stopAsking'
        | 'state'
        | 'helperProcesses'
        | 'killHelper'
        | 'quit';
    };

const timeLimits = process.env['KEYCHAIN_PATIENCE'];
let started = 0;
let helperProcess: number | undefined;
const helper = createKeytarProcess(startHelper);
const keychain = createKeychain({
  ...(process.env['KEYCHAIN_IN_PROCESS'] === undefined
    ? { keytar: helper.open, endKeytar: helper.end }
    : { keytar: loadKeytar }),
  ...(timeLimits === undefined ? {} : { timeLimits: { read: Number(timeLimits), write: Number(timeLimits) } }),
});

let isAsking = false;
keychain.onAsking((asking) => {
  isAsking = asking;
});

function startHelper(): HelperProcess {
  started += 1;
  const child = fork(join(import.meta.dirname, 'keychain-helper.main.mjs'), [], { serialization: 'advanced' });
  helperProcess = child.pid;
  child.on('exit', () => {
    if (helperProcess === child.pid) helperProcess = undefined;
  });
  return {
    post: (call) => child.send(call, () => undefined),
    onMessage: (take) => child.on('message', (message) => take(message as KeytarMessage)),
    onExit: (take) => child.on('exit', take),
    end: () => child.kill(),
  };
}

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
      return keychain.tryAgain();
    case 'bringUp':
      return keychain.bringUp();
    case 'isAsking':
      return isAsking;
    case 'stopAsking':
      return keychain.stopAsking();
    case 'state':
      return theSecretService().state();
    case 'helperProcesses':
      return { started, alive: helperProcess !== undefined };
    case 'killHelper':
      return helperProcess !== undefined && process.kill(helperProcess, 'SIGKILL');
    case 'quit':
      if (!(await keychain.close())) process.kill(process.pid, 'SIGKILL');
      return process.exit(0);
  }
}

onLine(process.stdin, (line) => {
  const { number, command } = JSON.parse(line) as { number: number; command: KeychainCommand };
  answer(command).then(
    (result) => console.log(JSON.stringify({ number, result: result ?? null })),
    (error: unknown) => console.log(JSON.stringify({ number, result: { threw: String(error) } })),
  );
});
