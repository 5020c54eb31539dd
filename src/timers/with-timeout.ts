import type { Milliseconds } from '../domain/time.ts';

/** Resolves or rejects like `promise`; rejects if that takes longer than `limit` ms, and ignores it then. */
export async function withTimeout<Result>(limit: Milliseconds, promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${limit / 1_000} s`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
