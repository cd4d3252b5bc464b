import { resolveRead } from '../../src/engine/planning/open-manifest.ts';
import { planHash } from '../../src/engine/planning/plan-train.ts';
import { readManifest } from '../../src/engine/planning/read-manifest.ts';
import { planOf } from '../plan-of.ts';
import { type BenchOptions, median, type Row } from './row.ts';

/** From the text of a manifest to the hash of its plan. */
export async function plans({ smoke }: BenchOptions): Promise<Row[]> {
  await time(100);
  return [await row(1_000, 0.2, smoke ? 3 : 9), await row(10_000, 1, smoke ? 1 : 3)];
}

async function row(components: number, seconds: number, rounds: number): Promise<Row> {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await time(components));
  const [reading, planning] = [
    median(times.map(({ reading }) => reading)),
    median(times.map(({ planning }) => planning)),
  ];
  return {
    what: `plan of ${components.toLocaleString('en')} components (and reading its YAML)`,
    measured: `${(planning / 1_000).toFixed(3)} s (${(reading / 1_000).toFixed(2)} s)`,
    bound: `< ${seconds} s`,
    kept: planning < seconds * 1_000,
    timed: true,
  };
}

async function time(components: number): Promise<{ reading: number; planning: number }> {
  const text = manifestOf(components);
  const started = performance.now();
  const read = resolveRead(await readManifest(text, 'release-train.yml'));
  if ('faults' in read) throw new Error(read.faults[0]?.message);
  const parsed = performance.now();
  planHash(planOf(read.manifest, { packages: 'all', releaseType: 'patch' }, () => '1.0.0'));
  return { reading: parsed - started, planning: performance.now() - parsed };
}

/** Each component needs up to three before it. */
function manifestOf(components: number): string {
  const lines = Array.from({ length: components }, (_, index) => {
    const needs = [index - 1, index - 7, index - 31].filter((need) => need >= 0 && index % 5 !== 0);
    return (
      `  c${index}:\n    repository: org-${index % 3}/repo-${index}\n    package: { npm: "@org-${index % 3}/c${index}" }\n` +
      `    needs: [${needs.map((need) => `c${need}`).join(', ')}]\n`
    );
  });
  return `name: bench\ndefaults: { workflow: release.yml, ref: main, inputs: { version: "{version}", nonce: "{nonce}" } }\ncomponents:\n${lines.join('')}`;
}
