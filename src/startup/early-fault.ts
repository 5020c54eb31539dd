/** What to do about an error before there is an icon, a window or a log. */
export interface EarlyFaultParts {
  /** May throw. */
  readonly write: (line: string) => void;
  readonly exit: (code: number) => void;
}

/**
 * Ends the process with one line on stderr and exit code 1 if something fails before the app is running. Otherwise
 * Electron would show its dialog about a JavaScript error or, without a display, run forever without an icon.
 */
export class EarlyFaults {
  readonly #parts: EarlyFaultParts;

  constructor(parts: EarlyFaultParts) {
    this.#parts = parts;
    process.on('uncaughtException', this.fail);
    process.on('unhandledRejection', this.fail);
  }

  readonly fail = (error: unknown): void => {
    try {
      this.#parts.write(`OctoGlance could not start: ${oneLine(error)}\n`);
    } catch {
      // Stderr is closed.
    }
    this.#parts.exit(1);
  };

  /** Stops handling errors, because the app now does so itself. */
  over(): void {
    process.off('uncaughtException', this.fail);
    process.off('unhandledRejection', this.fail);
  }
}

/** The error's message on one line, without the contents of an `octoglance:` link in it. */
function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/octoglance:\S*/gi, 'octoglance:…')
    .replace(/\s+/g, ' ')
    .slice(0, 500);
}
