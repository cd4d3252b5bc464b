/** Milliseconds, rounded. */
export interface Latencies {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Percentiles by nearest rank, or undefined where there is nothing to rank. */
export function latenciesOf(values: readonly number[]): Latencies | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const BLOCKS = '▁▂▃▄▅▆▇█';
const MOST_BLOCKS = 24;

/**
 * Latencies as a line of blocks, oldest first, scaled to the slowest; `✗` is a sample that did not pass. More samples than
 * fit are shown by the worst of each stretch.
 */
export function plot(samples: readonly { readonly latency?: number; readonly outcome: string }[]): string {
  const slowest = Math.max(1, ...samples.map(({ latency }) => latency ?? 0));
  const perBlock = Math.ceil(samples.length / MOST_BLOCKS);
  const blocks: string[] = [];
  for (let start = 0; start < samples.length; start += perBlock) {
    const stretch = samples.slice(start, start + perBlock);
    const worst = Math.max(...stretch.map(({ latency }) => latency ?? 0));
    const level = Math.min(BLOCKS.length - 1, Math.floor((worst / slowest) * BLOCKS.length));
    blocks.push(stretch.every(({ outcome }) => outcome === 'pass') ? (BLOCKS[level] ?? '') : '✗');
  }
  return blocks.join('');
}
