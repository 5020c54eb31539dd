import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const completions = fileURLToPath(new URL('../../../assets/completions', import.meta.url));

/** How each shell starts: without the user's own files, with our completions, and with Ctrl+O to print the line. */
const starts = {
  bash: {
    command: 'bash --norc --noprofile -i',
    setup: `PS1='' PS2=''; bind 'set enable-bracketed-paste off'; source ${completions}/octoglance.bash
      bind -x '"\\C-o": printf "<%s>" "$READLINE_LINE"'`,
  },
  zsh: {
    command: 'zsh -f -i',
    setup: `PROMPT=''; unsetopt prompt_sp; fpath=(${completions} $fpath); autoload -Uz compinit; compinit -u -D
      source ${completions}/octoglance.zsh
      print-line() { print -rn -- "<$BUFFER>" }; zle -N print-line; bindkey '^O' print-line`,
  },
} as const;

/** A shell in a terminal, typed into like by a person. */
export class TypingShell {
  readonly #process: ChildProcess;
  #output = '';

  private constructor(process: ChildProcess) {
    this.#process = process;
    process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
    });
  }

  /** `folder` holds the program `octoglance`. */
  static async start(shell: keyof typeof starts, folder: string): Promise<TypingShell> {
    const { command, setup } = starts[shell];
    const env = { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, TERM: 'dumb', LANG: 'C.UTF-8' };
    const typing = new TypingShell(
      spawn('script', ['-qfec', `stty cols 400; exec ${command}`, '/dev/null'], { env, stdio: 'pipe' }),
    );
    for (const line of setup.split('\n')) typing.#write(`${line.trim()}\n`);
    typing.#write("printf '%s' rea dy '!'\n");
    await typing.#until(/ready!/);
    return typing;
  }

  /** The line after `typed` and the Tab key. A narrow terminal would show only a part of it. */
  async completed(typed: string): Promise<string> {
    this.#output = '';
    this.#write(`${typed}\t`);
    this.#write('\u000f');
    const [, line = ''] = await this.#until(/<([^>]*)>/);
    // Empties the line for the next one.
    this.#write('\u0005\u0015');
    return line;
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  #write(text: string): void {
    this.#process.stdin?.write(text);
  }

  async #until(pattern: RegExp): Promise<RegExpExecArray> {
    const { stdout } = this.#process;
    if (stdout === null) throw new Error('The shell has no output');
    const signal = AbortSignal.timeout(30_000);
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found !== null) return found;
      await once(stdout, 'data', { signal }).catch(() => {
        throw new Error(`The shell printed only ${JSON.stringify(this.#output)}`);
      });
    }
  }
}
