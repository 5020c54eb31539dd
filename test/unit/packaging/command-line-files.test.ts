import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { commandWords, ownFlags } from '../../../src/startup/flags.ts';

const repo = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(repo, path), 'utf8');
/** Used by the app itself when it restarts. */
const internal = new Set(['restarted-at']);
const flags = [...ownFlags].filter((flag) => !internal.has(flag));

/** A man page escapes hyphens. */
const manPage = read('assets/linux/octoglance.1').replaceAll('\\-', '-');

describe('Help, man page, completions and docs', () => {
  it.each([
    ['the help', messagesFor('en').command.help],
    ['the German help', messagesFor('de').command.help],
    ['the man page', manPage],
    ['the docs', read('docs/command-line.md')],
    ['bash', read('assets/completions/octoglance.bash')],
    ['zsh', read('assets/completions/octoglance.zsh')],
    ['fish', read('assets/completions/octoglance.fish').replaceAll('-l ', '--')],
  ])('contain every command and flag in %s', (_where, text) => {
    for (const command of commandWords) expect(text).toMatch(new RegExp(`(^|[\\s('\`:])${command}\\b`, 'm'));
    for (const flag of flags) expect(text).toContain(`--${flag}`);
  });

  it('are packed where the system looks for them', () => {
    const builder = read('electron-builder.yml');
    for (const path of ['/usr/share/man/man1/octoglance.1', '/usr/share/bash-completion/completions/octoglance'])
      expect(builder.split(`=${path}`)).toHaveLength(3);
  });
});

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;
describe.runIf(hasBash)('Bash', () => {
  /** Returns bash's completions of the last word. */
  function completed(...words: readonly string[]): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-bash-'));
    const program = join(folder, 'octoglance');
    writeFileSync(program, '#!/bin/sh\n[ "$1" = names ] && printf \'Prusa MK4\\nVoron\\nVoron 2.4 (350)\\n\'\n');
    chmodSync(program, 0o755);
    const script = `
      compopt() { :; }
      source ${join(repo, 'assets/completions/octoglance.bash')}
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _octoglance
      ((\${#COMPREPLY[@]})) && printf '%s\\n' "\${COMPREPLY[@]}"
      true`;
    const output = execFileSync('bash', ['-c', script, 'bash', program, ...words], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return output.split('\n').filter(Boolean);
  }

  it('completes commands, flags and names, with names quoted for the shell', () => {
    expect(completed('')).toEqual([...commandWords]);
    expect(completed('re')).toEqual(['refresh']);
    expect(completed('status', '--')).toEqual(['--json', '--watch']);
    expect(completed('--user')).toEqual(['--user-data-dir=']);
    expect(completed('open', 'vor')).toEqual(['Voron', 'Voron\\ 2.4\\ \\(350\\)']);
    expect(completed('refresh', 'Prusa\\ m')).toEqual(['Prusa\\ MK4']);
    expect(completed('open', '"prusa m'), 'in an open quote').toEqual(['Prusa MK4']);
    expect(completed('open', "'vor"), 'in an open quote').toEqual(['Voron', 'Voron 2.4 (350)']);
    expect(completed('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });
});
