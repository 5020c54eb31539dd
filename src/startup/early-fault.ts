/** What a fault does before there is an icon, a window or a log. */
export interface EarlyFaultParts {
  /** May throw. */
  readonly write: (line: string) => void;
  readonly exit: (code: number) => void;
}

/**
 * Ends the process with one line on stderr and code 1 when something goes wrong before the app is put together. Without it
 * Electron would show its box about a JavaScript error, or, without a display, go on without an icon forever.
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
      // Nobody reads stderr.
    }
    this.#parts.exit(1);
  };

  /** From here on somebody else takes what goes wrong. */
  over(): void {
    process.off('uncaughtException', this.fail);
    process.off('unhandledRejection', this.fail);
  }
}

/** The error's message in one line, without what an `octoglance:` link in it says. */
function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/octoglance:\S*/gi, 'octoglance:…')
    .replace(/\s+/g, ' ')
    .slice(0, 500);
}
