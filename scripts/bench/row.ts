/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The bound, or the peer that it is compared with. */
  readonly bound: string;
  readonly kept: boolean;
  /** Depends on how busy the machine is: shown, but in CI it decides nothing. */
  readonly timed?: true;
}

export interface BenchOptions {
  /** Fewer repetitions. */
  readonly smoke: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The first lookers of a machine that others use too are late by chance; the quickest quarter shows what the work costs. */
export function lowerQuartile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
}
