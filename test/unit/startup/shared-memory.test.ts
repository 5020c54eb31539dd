import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasSharedMemory } from '../../../src/startup/shared-memory.ts';

describe('The folder for shared memory', () => {
  it('can be used if it has space', () => {
    const folder = mkdtempSync(join(tmpdir(), 'octoglance-shm-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(hasSharedMemory(folder)).toBe(true);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    expect(hasSharedMemory(file)).toBe(false);
    expect(hasSharedMemory(join(folder, 'missing'))).toBe(false);
  });

  // The kernel's own folders have no space at all.
  it.runIf(process.platform === 'linux')('can’t be used without space', () => {
    expect(hasSharedMemory('/proc')).toBe(false);
  });
});
