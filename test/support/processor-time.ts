/** Resolves to this process's processor time during `work`, ms. Wall-clock time depends on the load of the machine. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
