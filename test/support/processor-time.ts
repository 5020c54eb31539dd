/**
 * How long the processors work for this process while `work` goes on, ms. Time by the clock depends on what else the
 * machine has to do.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
