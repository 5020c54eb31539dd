import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onLinux, put, withLines } from '../../../support/desktop/login-start.ts';

describe('an autostart entry', () => {
  it.each([
    ['env with a command line', (program: string) => `/usr/bin/env -S "LANG=C ${program} --hidden"`],
    ['env without the environment', (program: string) => `env -i PATH=/bin ${program}`],
    ['a login shell in the background', (program: string) => `bash -lc "${program} --hidden &"`],
    ['a subshell', (program: string) => `sh -c "(sleep 10; ${program}) &"`],
    ['a group of commands', (program: string) => `sh -c "{ sleep 10; ${program}; }"`],
    ['a loop before it', (program: string) => `bash -c "while ! pgrep panel; do sleep 1; done; ${program}"`],
    ['a condition', (program: string) => `sh -c "pgrep octoglance || ${program}"`],
    ['a redirection', (program: string) => `sh -c ">/dev/null 2>&1 ${program}"`],
    ['a redirection to a file of its own name', (program: string) => `sh -c "> ~/octoglance.log ${program}"`],
    ['a pipe', (program: string) => `sh -c "${program} 2>&1 | logger -t octoglance"`],
    ['a variable', (program: string) => `sh -c "A=${program}; \\\\$A --hidden"`],
    ['a field code', (program: string) => `${program} %U`],
    ['a lock', (program: string) => `flock -n /tmp/octoglance.lock ${program}`],
    ['a lock and a command line', (program: string) => `flock /tmp/octoglance.lock -c "${program} --hidden"`],
    ['a proxy', (program: string) => `proxychains4 -q ${program}`],
    ['a limit', (program: string) => `cpulimit -l 20 -- ${program}`],
    ['an option that takes the name of a program', (program: string) => `systemd-run --user --unit test ${program}`],
    ['a terminal', (program: string) => `xterm -e ${program}`],
    ['a desktop file', () => 'gtk-launch mine'],
    ['the path of a desktop file', (_: string, home: string) => `dex ${home}/.local/share/applications/mine.desktop`],
    ['a script that starts its arguments', (program: string, home: string) => `${home}/later.sh ${program} --hidden`],
    ['a profile below ~', (program: string) => `${program} --user-data-dir=~/.config/OctoGlance`],
  ])('is on with %s', (_, exec) => {
    const { start, file, home, program, entry } = onLinux();
    put(join(home, '.local/share/applications/mine.desktop'), withLines(`Exec=${program} --hidden`));
    put(join(home, 'later.sh'), '#!/bin/sh\nsleep 5\nexec "$@"\n', 0o755);
    const text = withLines(`Exec=${exec(program, home)}`);
    put(file, text);
    expect(start.isEnabled()).toBe(true);
    start.repair();
    expect(entry()).toBe(text);
  });

  it.each([
    (program: string) => `${program} status --json`,
    (program: string) => `${program} refresh`,
    (program: string) => `${program} open Voron`,
    (program: string) => `${program} --version`,
    (program: string) => `${program} --help`,
    (program: string) => `${program} --demo`,
    (program: string) => `sh -c "${program} status | logger"`,
    (program: string) => `env echo ${program}`,
    (program: string) => `nice rm ${program}`,
    (program: string) => `timeout 3 cat ${program}`,
    (program: string) => `sh -c "true # ${program}"`,
    (program: string) => `sh -c "echo '; ${program}'"`,
    () => 'gtk-launch another',
    (program: string) => `${program} --user-data-dir=OctoGlance`,
  ])('that does not start the app is off: %s', (exec) => {
    const { start, file, program } = onLinux();
    put(file, withLines(`Exec=${exec(program)}`));
    expect(start.isEnabled()).toBe(false);
  });

  it('without a profile starts the usual one, not the one that was given as a flag', () => {
    const { start, file, program, profile } = onLinux({ ownProfile: true });
    put(file, withLines(`Exec=${program} --hidden`));
    expect(start.isEnabled()).toBe(false);
    put(file, withLines(`Exec=${program} --user-data-dir=${profile}`));
    expect(start.isEnabled()).toBe(true);
  });

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['a comment first', (text: string) => `# mine\n\n${text}`],
    ['another group first', (text: string) => `[Other]\nExec=foo\nHidden=true\n${text}`],
    ['actions after it', (text: string) => `${text}\n[Desktop Action Quit]\nExec=killall octoglance\nHidden=true\n`],
    ['spaces around its signs', (text: string) => text.replaceAll('=', ' = ')],
  ])('may have %s, and is switched off and on again', (_, made) => {
    const { start, file, program, entry } = onLinux();
    const text = made(withLines(`Exec=${program} --hidden`));
    put(file, text);
    start.repair();
    expect([entry(), start.isEnabled()]).toEqual([text, true]);
    expect(start.apply(false)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(false);
    expect(start.apply(true)).toEqual({ ok: true });
    expect(start.isEnabled()).toBe(true);
  });
});
