import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Leaves a socket at `place` like an app that was killed. */
export async function leaveDeadSocket(socketPath: string): Promise<void> {
  const listens = `require('node:net').createServer().listen(${JSON.stringify(socketPath)}, () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', listens], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
