import type { Milliseconds } from '../domain/time.ts';

/** What `promise` comes to; rejects when that takes longer than `limit`, whatever becomes of it then. */
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
