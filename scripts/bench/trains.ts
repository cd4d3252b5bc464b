import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type SimulatedTrain, simulateTrain } from '../../simulator/histories/simulate-train.ts';
import { resolveManifestFile } from '../../src/engine/planning/open-manifest.ts';
import type { BenchOptions, Row } from './row.ts';

interface Measured extends SimulatedTrain {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Whole trains with the real engine and client, in virtual time. */
export async function trains({ smoke }: BenchOptions): Promise<Row[]> {
  const [few, many] = smoke ? [100, 200] : [500, 1_000];
  // In turns, so that a machine that is busy for a while is busy for both.
  const rounds = Array.from({ length: smoke ? 1 : 3 }, () => [once(few), once(many)] as const);
  const small = quickest(rounds.map(([one]) => one));
  const large = quickest(rounds.map(([, one]) => one));
  const perComponent = large.requests / large.components;
  const growth = large.seconds / small.seconds;
  return [
    await example(),
    {
      what: `a train of ${large.components.toLocaleString('en')}: requests a component (charged)`,
      measured: `${perComponent.toFixed(1)} (${(large.charged / large.components).toFixed(1)})`,
      bound: '≤ 8 charged',
      kept: large.status === 'succeeded' && large.charged / large.components <= 8,
    },
    {
      what: `a train of ${large.components.toLocaleString('en')} takes longer than one of ${small.components.toLocaleString('en')}`,
      measured: `${growth.toFixed(2)} × (${small.seconds.toFixed(1)}, ${large.seconds.toFixed(1)} s)`,
      bound: '≤ 2.6 × for twice the components',
      kept: growth <= 2.6,
      timed: true,
    },
    {
      what: `a train of ${large.components.toLocaleString('en')}: peak memory with a heap of 130 MB, the embedded GitHub included`,
      measured: `${large.megabytes.toFixed(0)} MB`,
      bound: '< 300 MB',
      kept: large.megabytes < 300,
    },
  ];
}

/** The example of sixteen: how much longer than its longest chain the train takes. */
async function example(): Promise<Row> {
  const path = fileURLToPath(new URL('../../examples/eda-ecosystem/release-train.yml', import.meta.url));
  const { manifest } = await resolveManifestFile(path);
  const { wall, criticalPath, status } = await simulateTrain(manifest.components, 'folder');
  return {
    what: 'the example of 16: wall time of the train against its critical path',
    measured: `${(wall / criticalPath).toFixed(3)} ×`,
    bound: '≤ 1.1 ×',
    kept: status === 'succeeded' && wall <= 1.1 * criticalPath,
  };
}

/** What others do on the machine only ever adds to what the work itself takes. */
function quickest(trains: readonly Measured[]): Measured {
  return trains.reduce((best, one) => (one.seconds < best.seconds ? one : best));
}

/** With a heap of 130 MB: what is garbage does not count, what is needed has to fit. */
function once(components: number): Measured {
  const script = fileURLToPath(new URL('train-once.ts', import.meta.url));
  const output = execFileSync(
    process.execPath,
    ['--no-warnings', '--max-old-space-size=130', '--max-semi-space-size=8', script, String(components)],
    { encoding: 'utf8' },
  );
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Measured;
}
