import type { SessionBus } from '../../dbus/session-bus.ts';
import { type OpenerEnd, runOpener } from './opener-process.ts';
import { openThroughPortal } from './portal-opener.ts';

/** The result of opening a link or a file. */
export type Opening =
  | { readonly kind: 'opened' }
  /** `why` is for the small print, such as `xdg-open: 3`. */
  | { readonly kind: 'failed'; readonly why: string }
  /** The program that opens links doesn't end. `later` resolves to the eventual result. */
  | { readonly kind: 'hanging'; readonly later: Promise<Opening> };

export interface OpenerParts {
  readonly bus: SessionBus;
  readonly environment: NodeJS.ProcessEnv;
  /** How long an opener may take, ms; shorter in tests. */
  readonly limit?: number;
}

/** Each takes the address as its last argument. */
const programs: readonly (readonly string[])[] = [['xdg-open'], ['gio', 'open']];

/**
 * Opens an address on a Linux desktop: with xdg-open, else gio, else the desktop portal. Electron's
 * `shell.openExternal` uses xdg-open too, but doesn't report when it is missing, fails or hangs. Never rejects.
 */
export async function openOnLinux(address: string, { bus, environment, limit }: OpenerParts): Promise<Opening> {
  const failures: string[] = [];
  const ways = [
    ...programs.map(([program = '', ...args]) => ({
      name: program,
      run: () => runOpener(program, [...args, address], environment, limit),
    })),
    { name: 'portal', run: () => openThroughPortal(address, bus, limit) },
  ];
  for (const { name, run } of ways) {
    const end = await run();
    if (end.kind === 'opened') return end;
    if (end.kind === 'hanging') return { kind: 'hanging', later: end.end.then((how) => openingOf(name, how)) };
    if (end.kind === 'failed') failures.push(`${name}: ${end.code}`);
  }
  return { kind: 'failed', why: failures.length > 0 ? failures.join(', ') : 'xdg-open, gio' };
}

function openingOf(name: string, end: OpenerEnd): Opening {
  if (end.kind === 'opened') return end;
  return { kind: 'failed', why: end.kind === 'failed' ? `${name}: ${end.code}` : name };
}
