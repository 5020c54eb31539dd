import { readFileSync } from 'node:fs';
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
