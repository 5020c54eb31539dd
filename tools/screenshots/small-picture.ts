import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/**
 * Writes a PNG with a palette of at most 256 colours, a third of the size and visually the same: an app's window
 * consists of areas of few colours. Throws if pngquant fails.
 */
export function writeSmall(path: string, png: Buffer): void {
  write(path, png, ['--quality', '85-100']);
}

/** Writes a PNG with at most 96 colours, for a whole desktop, whose shadows and shades need not be exact. */
export function writeRough(path: string, png: Buffer): void {
  write(path, png, ['--nofs', '--posterize', '2', '96']);
}

function write(path: string, png: Buffer, options: readonly string[]): void {
  const quality = ['--speed', '1', '--strip', ...options, '-'];
  const run = spawnSync('pngquant', quality, { input: png, maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`pngquant could not shrink ${path}: ${run.error?.message ?? run.stderr}`);
  writeFileSync(path, run.stdout);
}
