/** Milliseconds of processor time that the work takes: on a machine that others use, too, the clock says more of the others. */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
