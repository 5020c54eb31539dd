import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { createRedactor, type Redactor } from './redact.ts';

export interface Log {
  info(text: string, error?: unknown): void;
  warn(text: string, error?: unknown): void;
  /** Includes the error's stack and its causes. */
  error(text: string, error?: unknown): void;
}

export interface AppLog extends Log {
  /** Removes this exact value from all later lines, in every form; see redact.ts. */
  hide(secret: string): void;
  /** Whether a text contains a hidden value. */
  hides(text: string): boolean;
  /** The text without secrets, as it would be logged. For texts written elsewhere. Never throws. */
  redact(text: string): string;
  /**
   * Loads the logger and writes the lines queued so far. Called automatically 3 s after the first line, because loading
   * takes about 30 ms that would delay the start, and on the first error; quitting should wait for it. Never rejects:
   * while the file can't be opened, the first 500 lines wait for a later try, and then lines go only to stderr.
   */
  open(): Promise<void>;
}

export interface LogOptions {
  /**
   * Absolute. Contains `octoglance.log`, which is renamed to `octoglance.old.log` at 1 MiB, replacing the previous one.
   */
  readonly folder: string;
  readonly redactor?: Redactor;
  /** The current time, UTC. */
  readonly now?: () => Instant;
  /** Whether lines also go to stderr; never to stdout, which belongs to the status stream. */
  readonly stderr?: boolean;
}

type Level = 'info' | 'warn' | 'error';

/** A line has the time of the event, not the time of writing. */
interface Line {
  readonly level: Level;
  readonly text: string;
}

const MAX_BYTES = 1024 * 1024;

const OPENS_AFTER: Milliseconds = 3 * SECOND;

/** How many lines are queued until the file is open; further ones are only counted. */
const MAX_WAITING = 500;

/** A log whose every line, including stacks, passes the redactor. None of its functions throws. */
export function createLog(options: LogOptions): AppLog {
  const { redactor = createRedactor(), now = Date.now } = options;
  let waiting: Line[] = [];
  let dropped = 0;
  let opening: Promise<void> | null = null;
  let planned = false;
  let toFile: ((line: Line) => void) | null = null;

  function write(level: Level, text: string, error: unknown) {
    const time = new Date(now()).toISOString();
    const whole = error === undefined ? text : `${text}\n${stackOf(error)}`;
    // Indented, so that a line break in an external name can't fake a line of its own.
    const body = readable(redactor.redact(whole)).replace(/\r\n?|\n|\u2028|\u2029/g, '\n    ');
    const line = { level, text: `${time} ${level.toUpperCase().padEnd(5)} ${body}` };
    if (options.stderr) process.stderr.write(`${line.text}\n`);
    if (toFile !== null) toFile(line);
    else if (waiting.length < MAX_WAITING) waiting.push(line);
    else dropped += 1;
    if (level === 'error') void open();
    if (planned) return;
    planned = true;
    setTimeout(open, OPENS_AFTER).unref();
  }

  function open(): Promise<void> {
    opening ??= openFile(join(options.folder, 'octoglance.log')).then((writer) => {
      if (writer === null) {
        // Perhaps only for now, as without file descriptors or disk: a later line tries again.
        opening = null;
        planned = false;
        return;
      }
      toFile = writer;
      for (const line of waiting) writer(line);
      if (dropped > 0) write('warn', `${dropped} lines before this one were dropped`, undefined);
      waiting = [];
    });
    return opening;
  }

  return {
    info: (text, error) => write('info', text, error),
    warn: (text, error) => write('warn', text, error),
    error: (text, error) => write('error', text, error),
    hide: redactor.register,
    hides: redactor.knows,
    redact: redactor.redact,
    open,
  };
}

/** Whether lines can be written there: opening a pipe without a reader would block forever, and a device is endless. */
function isFileOrNothing(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  } catch {
    return false;
  }
}

/**
 * Returns a function that writes to the file, or null if the logger can't be loaded or the path isn't a file.
 */
async function openFile(file: string): Promise<((line: Line) => void) | null> {
  try {
    if (!isFileOrNothing(file)) return null;
    const { default: electronLog } = await import('electron-log/node');
    const logger = electronLog.create({ logId: file });
    const { console: terminal, file: target, ipc, remote } = logger.transports;
    // Problems with the file would be printed with every line, also by the library's default logger.
    terminal.level = false;
    terminal.writeFn = () => undefined;
    electronLog.transports.console.writeFn = () => undefined;
    if (ipc) ipc.level = false;
    if (remote) remote.level = false;
    // Otherwise it takes the name from a package.json near the working folder, and loses every line if there is none.
    target.setAppName('OctoGlance');
    target.resolvePathFn = () => file;
    target.maxSize = MAX_BYTES;
    target.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
    // The line is complete; the default would interpret `%c` and the like as formatting.
    target.transforms = [({ data }: { data: string[] }) => data[0]];
    // Checked for each line, because the file may have been replaced.
    return ({ level, text }) => {
      if (isFileOrNothing(file)) logger[level](text);
    };
  } catch {
    return null;
  }
}

/** Removes control characters other than line breaks and tabs: they could control a terminal that shows the log. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const steering = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
  return text.replace(steering, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Stack and causes; for a thrown value that isn't an error, its text. */
function stackOf(error: unknown, depth = 0): string {
  try {
    if (!(error instanceof Error)) return String(error);
    const own = error.stack ?? `${error.name}: ${error.message}`;
    return error.cause === undefined || depth === 3 ? own : `${own}\nCaused by: ${stackOf(error.cause, depth + 1)}`;
  } catch {
    return 'An error that cannot be described';
  }
}
