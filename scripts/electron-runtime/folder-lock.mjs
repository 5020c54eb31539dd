import { rmSync } from 'node:fs';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
/** A lock that hasn't been touched for this long was left by a killed process. */
const ABANDONED_MS = 20_000;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/**
 * Runs the work while holding a lock folder, so that two processes don't build the same thing at once. The holder is
 * recognised by a heartbeat rather than a process id: ids mean nothing across containers that share a cache.
 * @template T
 * @param {string} lock path of the lock folder
 * @param {() => void} onWait called once if another process holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileLocked(lock, onWait, work) {
  await mkdir(dirname(lock), { recursive: true });
  let announced = false;
  while (!(await taken(lock))) {
    if (!announced) onWait();
    announced = true;
    await sleep(500);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  // A signal ends a process without the `exit` event, which removes this lock and incomplete folders.
  const interrupted = () => process.exit(130);
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await rm(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
async function taken(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const touched = await stat(lock).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  if (Date.now() - touched > ABANDONED_MS) await rm(lock, { recursive: true, force: true });
  return false;
}
