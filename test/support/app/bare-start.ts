import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { electronExecutable } from '../../../scripts/electron-runtime.mjs';
import type { Desktop } from '../desktop/desktop.mjs';

const repo = resolve(import.meta.dirname, '../../..');

/** How to start the app directly, without a shell or files for its streams, for tests that provide their own. */
export interface BareStart {
  readonly program: string;
  /** Without the profile. */
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** A new profile, which has to be passed as an argument. */
  readonly profile: string;
}

export async function bareStart(desktop: Desktop, env: NodeJS.ProcessEnv = {}): Promise<BareStart> {
  const { path } = await electronExecutable({ say: () => {} });
  const profile = mkdtempSync(join(desktop.home, 'profile-'));
  desktop.handOver(profile);
  const all = Object.entries({ ...desktop.env, ...env });
  return {
    program: path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), repo],
    env: Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    profile,
  };
}
