/**
 * Parses the command of a desktop file the way desktops do: GLib and KDE accept more than the specification, such as
 * single quotes. Source: freedesktop.org, Desktop Entry Specification 1.5, "The Exec key"; GLib, g_shell_parse_argv.
 */

/** Unescapes a value of a desktop file: `\s`, `\n`, `\t`, `\r`, `\\`. */
export function plainValue(raw: string): string {
  const signs: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return raw.replace(/\\([sntr\\])/g, (_, sign: string) => signs[sign] ?? sign);
}

/**
 * The program and its arguments in a raw `Exec` value, without field codes such as `%u`. Null if a quote is not closed:
 * no desktop could start that.
 */
export function execWords(raw: string): readonly string[] | null {
  const words = shellWords(plainValue(raw));
  if (words === null) return null;
  const isCode = /^%[a-zA-Z]$/;
  return words.filter((word) => !isCode.test(word)).map((word) => word.replaceAll('%%', '%'));
}

/** Whether the command takes one or several links. */
export function takesLink(raw: string): boolean {
  return /%[uUfF]/.test(raw.replaceAll('%%', ''));
}

/** Splits a command line by the quoting rules of a shell; null if a quote is not closed. */
export function shellWords(line: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    const next = line.charAt(at + 1);
    if (quote === "'" ? sign === "'" : quote === '"' && sign === '"') quote = '';
    else if (quote === "'") word += sign;
    else if (sign === '\\' && (quote === '' || '"`$\\\n'.includes(next))) {
      word = (word ?? '') + next;
      at += 1;
    } else if (quote === '"') word += sign;
    else if (sign === "'" || sign === '"') {
      quote = sign;
      word ??= '';
    } else if (/\s/.test(sign)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + sign;
  }
  if (word !== null) words.push(word);
  return quote === '' ? words : null;
}

/** Removes a shell's redirections, such as `2>/dev/null`, from the words of a command. */
export function withoutRedirections(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, target] = /^\d*(?:>>?|>\||<>?)(.*)$/s.exec(word) ?? [];
    if (target === undefined) kept.push(word);
    // The file's name is a word of its own.
    else if (target === '') at += 1;
  }
  return kept;
}

/** Splits a shell command line or script into single commands; comments are dropped. */
export function shellCommands(script: string): readonly string[] {
  const commands: string[] = [];
  let command = '';
  let quote = '';
  for (let at = 0; at < script.length; at += 1) {
    const sign = script.charAt(at);
    if (quote === '' && sign === '#' && /(^|\s)$/.test(command)) {
      const end = script.indexOf('\n', at);
      at = end === -1 ? script.length : end - 1;
    } else if (sign === '\\' && quote !== "'") {
      // The line continues on the next one.
      command += script.charAt(at + 1) === '\n' ? ' ' : sign + script.charAt(at + 1);
      at += 1;
    } else if (quote !== '') {
      command += sign;
      if (sign === quote) quote = '';
    } else if (sign === "'" || sign === '"') {
      command += sign;
      quote = sign;
    } else if (
      /[;&|\n(){}]/.test(sign) &&
      // Part of a redirection, such as `2>&1`.
      !(sign === '&' && /[<>]$/.test(command)) &&
      !(sign === '{' || sign === '}' ? command.endsWith('$') || /\$\{[^}]*$/.test(command) : false)
    ) {
      commands.push(command);
      command = '';
    } else command += sign;
  }
  return [...commands, command].map((one) => one.trim()).filter((one) => one !== '');
}
