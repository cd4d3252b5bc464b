import type { BenchOptions, Row } from './row.ts';

export async function trains(_: BenchOptions): Promise<Row[]> {
  return [];
}
