import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BusReply } from '../../../src/dbus/bus-connection.ts';
import type { BusCall, SessionBus } from '../../../src/dbus/session-bus.ts';
import { KWallet } from '../../../src/keychain/kwallet.ts';

/** A bus on which KWallet can be started, and what it was asked. */
function busWithKWallet() {
  const asked: string[] = [];
  const call = async ({ member }: BusCall): Promise<BusReply> => {
    asked.push(member);
    return { kind: 'returned', body: member === 'StartServiceByName' ? [1] : [['org.kde.kwalletd5']] };
  };
  return { bus: { call } as unknown as SessionBus, asked };
}

function configuration(fill: (path: string) => void): NodeJS.ProcessEnv {
  const home = mkdtempSync(join(tmpdir(), 'octoglance-kwallet-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  mkdirSync(join(home, '.config'));
  fill(join(home, '.config/kwalletrc'));
  return { HOME: home, XDG_CONFIG_DIRS: join(home, 'none') };
}

describe('KWallet', () => {
  it('is started unless its settings switch it off', async () => {
    const { bus, asked } = busWithKWallet();
    const off = configuration((path) => writeFileSync(path, '[Wallet]\nEnabled=false\n'));
    expect(await new KWallet(bus, off).start()).toBe('disabled');
    expect(asked).not.toContain('StartServiceByName');
    const on = configuration((path) => writeFileSync(path, '[Wallet]\nEnabled=true\n'));
    expect(await new KWallet(bus, on).start()).toBe('started');
  });

  it.each([
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
    ['a folder', (path: string) => void mkdirSync(path)],
    ['larger than settings are', (path: string) => writeFileSync(path, Buffer.alloc(2 * 1024 * 1024, '\n'))],
  ])('is started if its settings are %s', { timeout: 4_000 }, async (_, fill) => {
    expect(await new KWallet(busWithKWallet().bus, configuration(fill)).start()).toBe('started');
  });
});
