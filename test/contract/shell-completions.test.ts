import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TypingShell } from '../support/status-command/typing-shell.ts';

const completions = join(import.meta.dirname, '../../assets/completions');
const folder = mkdtempSync(join(tmpdir(), 'octoglance-shells-'));

/** Stands for the installed program: prints the names of the app that its flags lead to. */
const program = `#!/bin/sh
case "$*" in
  names) printf '%s\\n' 'Prusa MK4' 'Voron 2.4 (350)' 'Voron 2.4 (250)' 'Lab: left' 'Lab: right' Küche "O'Brien" 'x=1' 'x=2' 'a@b' 'Cost $5' ;;
  '--demo names') printf '%s\\n' 'Demo One' ;;
  '--user-data-dir ${folder}/other names' | '--user-data-dir=${folder}/other names') printf '%s\\n' 'Other One' ;;
esac
`;

beforeAll(() => {
  writeFileSync(join(folder, 'octoglance'), program);
  chmodSync(join(folder, 'octoglance'), 0o755);
  mkdirSync(join(folder, 'other'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a person types before the Tab key, and the line after it, in every shell with a terminal. */
const alike: readonly (readonly [typed: string, line: string])[] = [
  ['octoglance re', 'octoglance refresh '],
  ['octoglance --demo re', 'octoglance --demo refresh '],
  ['octoglance status --j', 'octoglance status --json '],
  ['octoglance --demo status --w', 'octoglance --demo status --watch '],
  ['octoglance completion z', 'octoglance completion zsh '],
  ['octoglance open Vor', 'octoglance open Voron\\ 2.4\\ \\('],
  ['octoglance open Voron\\ 2.4\\ \\(3', 'octoglance open Voron\\ 2.4\\ \\(350\\) '],
  ['octoglance open prusa\\ m', 'octoglance open Prusa\\ MK4 '],
  ['octoglance open prusa m', 'octoglance open prusa MK4 '],
  ['octoglance open Voron 2', 'octoglance open Voron 2.4\\ \\('],
  ['octoglance open mk', 'octoglance open Prusa\\ MK4 '],
  ['octoglance open Lab:', 'octoglance open Lab:\\ '],
  ['octoglance open Lab:\\ l', 'octoglance open Lab:\\ left '],
  ['octoglance open "Lab: l', 'octoglance open "Lab: left" '],
  ["octoglance refresh 'lab: r", "octoglance refresh 'Lab: right' "],
  ['octoglance open x=1', 'octoglance open x=1 '],
  ['octoglance open a@', 'octoglance open a@b '],
  ['octoglance open Kü', 'octoglance open Küche '],
  ["octoglance open O\\'", "octoglance open O\\'Brien "],
  ['octoglance open Cost\\ ', 'octoglance open Cost\\ \\$5 '],
  ['octoglance open "Cost ', 'octoglance open "Cost \\$5" '],
  ['octoglance --demo open D', 'octoglance --demo open Demo\\ One '],
  ['octoglance open --demo D', 'octoglance open --demo Demo\\ One '],
  ['octoglance --user-data-dir=other open O', 'octoglance --user-data-dir=other open O'],
  [`octoglance --user-data-dir=${folder}/other open O`, `octoglance --user-data-dir=${folder}/other open Other\\ One `],
  ['octoglance --user-data-dir ~/other open O', 'octoglance --user-data-dir ~/other open Other\\ One '],
  [`octoglance --user-data-dir=${folder}/oth`, `octoglance --user-data-dir=${folder}/other/`],
  ['octoglance open nobody', 'octoglance open nobody'],
];

const installed = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

for (const shell of ['bash', 'zsh'] as const) {
  describe.runIf(process.platform === 'linux' && installed(shell))(`A line in ${shell}`, () => {
    let typing: TypingShell;
    beforeAll(async () => {
      typing = await TypingShell.start(shell, folder);
    });
    afterAll(() => typing.end());

    it.each(alike)('%s', async (typed, line) => {
      expect(await typing.completed(typed)).toBe(line);
    });
  });
}

describe.runIf(installed('fish'))('Completions in fish', () => {
  const script = `source ${completions}/octoglance.fish; complete -C $argv[1] | string replace -r '\\t.*' ''; true`;
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, HOME: folder, LANG: 'C.UTF-8' };
  const completed = (line: string) =>
    execFileSync('fish', ['--no-config', '-c', script, line], { env, encoding: 'utf8', timeout: 30_000 })
      .split('\n')
      .filter(Boolean);

  it.each([
    ['octoglance re', ['refresh']],
    ['octoglance --demo re', ['refresh']],
    ['octoglance --demo status --w', ['--watch']],
    ['octoglance open Voron\\ 2.4\\ \\(3', ['Voron 2.4 (350)']],
    ['octoglance open prusa m', ['MK4']],
    ['octoglance open mk', ['Prusa MK4']],
    ['octoglance open Küche ', []],
    ['octoglance open Lab:', ['Lab: left', 'Lab: right']],
    ['octoglance open "Lab: l', ['Lab: left']],
    ['octoglance --demo open D', ['Demo One']],
    ['octoglance open --demo D', ['Demo One']],
    [`octoglance --user-data-dir=${folder}/other open O`, ['Other One']],
    ['octoglance --user-data-dir ~/other open O', ['Other One']],
    ['octoglance completion ', ['bash', 'fish', 'zsh']],
    ['octoglance completion bash ', []],
  ])('%s', (line, expected) => {
    expect(completed(line)).toEqual(expected);
  });
});
