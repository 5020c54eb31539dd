import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} Account a user of this machine
 * @property {number} uid
 * @property {number} gid
 */

/** Set in the environment of everything that runs on a desktop, to recognise left-over processes. */
const MARK = 'OCTOGLANCE_DESKTOP';

/**
 * The processes of one desktop. None outlives it: not children in their own groups, not grandchildren that left the
 * group (such as those of D-Bus), and, because the kernel ends them with their parent, not even after this process was
 * killed.
 */
export class Processes {
  /**
   * @param {string} name unique to the desktop
   * @param {Account | null} [account] whose they are; null: of whoever starts them
   */
  constructor(name, account = null) {
    this.name = name;
    this.account = account;
    /** @type {NodeJS.ProcessEnv} */
    this.env = { [MARK]: name };
    this.atExit = () => this.killAll();
    process.on('exit', this.atExit);
  }

  /**
   * @param {string} program
   * @param {readonly string[]} args
   * @param {{ input?: string, extraPipe?: boolean, log?: (text: string) => void }} [options] extraPipe: opens fd 3
   */
  start(program, args, { input, extraPipe = false, log = () => {} } = {}) {
    const { uid, gid } = this.account ?? {};
    const identity = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
    const child = spawn('setpriv', [...identity, '--pdeathsig', 'KILL', '--', program, ...args], {
      env: this.env,
      stdio: ['pipe', 'pipe', 'pipe', ...(extraPipe ? [/** @type {const} */ ('pipe')] : [])],
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', log);
    child.on('error', (error) => log(`${program}: ${error.message}\n`));
    return child;
  }

  /** @returns {number[]} ids of all processes that belong to the desktop */
  alive() {
    const mark = `${MARK}=${this.name}`;
    return readdirSync('/proc').flatMap((entry) => {
      if (!/^\d+$/.test(entry)) return [];
      try {
        return readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0').includes(mark) ? [Number(entry)] : [];
      } catch {
        // It has ended meanwhile, or belongs to another user.
        return [];
      }
    });
  }

  /**
   * Kills the one process of the desktop that runs a program.
   * @param {string} program
   */
  async kill(program) {
    const isIt = (/** @type {number} */ id) => readFileSync(`/proc/${id}/comm`, 'utf8').trim() === program;
    const found = this.alive().filter(isIt);
    if (found.length !== 1) throw new Error(`${found.length} processes run ${program}.`);
    for (const id of found) signal(id, 'SIGKILL');
    await until(`${program} to be gone`, () => !this.alive().some((id) => found.includes(id)));
  }

  killAll() {
    for (const id of this.alive()) signal(id, 'SIGKILL');
  }

  /** Ends everything: with SIGTERM, then after two seconds with SIGKILL. */
  async stop() {
    process.off('exit', this.atExit);
    for (const id of this.alive()) signal(id, 'SIGTERM');
    const deadline = Date.now() + 2_000;
    while (this.alive().length > 0) {
      if (Date.now() > deadline) this.killAll();
      await sleep(25);
    }
  }
}

/**
 * Sends a signal to a process. Throws if `id` is none: a signal to 0 would end the tests themselves.
 * @param {number} id
 * @param {NodeJS.Signals} [name]
 */
export function sendSignal(id, name = 'SIGTERM') {
  if (!Number.isInteger(id) || id <= 1) throw new RangeError(`There is no process ${id}.`);
  process.kill(id, name);
}

/**
 * @param {number} id
 * @param {NodeJS.Signals} name
 */
function signal(id, name) {
  try {
    sendSignal(id, name);
  } catch {
    // Already gone.
  }
}

/**
 * Waits until a condition is true.
 * @template T
 * @param {string} what for the error
 * @param {() => Promise<T | null | undefined | false> | T | null | undefined | false} condition may throw: not yet
 * @param {number} [patienceMs]
 * @returns {Promise<T>} the first truthy value
 * @throws {Error} naming what was waited for
 */
export async function until(what, condition, patienceMs = 60_000) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let reason = '';
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      reason = `: ${error instanceof Error ? error.message : error}`;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s for ${what}${reason}`);
    await sleep(50);
  }
}
