import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBundle } from '../../__tests__/bundle/run-action.ts';
import { packument, startPackageServer } from '../../__tests__/support/package-server.ts';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub } from '../../simulator/github.ts';
import { resolveManifestFile } from '../../src/engine/planning/open-manifest.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { root } from '../project.ts';
import { type BenchOptions, median, type Row } from './row.ts';

const BOUND_MS = 2_000;
const EXAMPLE = 'examples/eda-ecosystem/release-train.yml';

/** The plan of the demo's sixteen packages as a job makes it: the built action, from its start to its end. */
export async function examplePlan({ smoke }: BenchOptions): Promise<Row[]> {
  const { manifest } = await resolveManifestFile(join(root, EXAMPLE));
  const registry = await startPackageServer(
    ({ path }) => ({ body: packument(decodeURIComponent(path.slice(1)), { '1.0.0': {} }, { latest: '1.0.0' }) }),
    { delayMs: 20 },
  );
  const github = createGitHub({ clock: realClock, check: 'none' });
  addEcosystem(github, manifest.components);
  const owners = [...new Set(manifest.components.map(({ repository }) => repository.split('/')[0] ?? ''))];
  github.addToken('job-token', { owners: [...owners, 'acme'] });
  const served = await github.serve();
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'));
  try {
    await cp(join(root, EXAMPLE), join(folder, 'release-train.yml'));
    const tokens = Object.fromEntries(Object.values(manifest.tokens).map((name) => [name, 'job-token']));
    const plan = async () => {
      const begun = performance.now();
      const { exitCode, outputs, stdout } = await runBundle('plan-release', {
        cwd: folder,
        inputs: { token: 'job-token', manifest: 'release-train.yml', 'release-type': 'minor' },
        env: {
          ...tokens,
          GITHUB_API_URL: served.url,
          GITHUB_REPOSITORY: 'acme/releases',
          npm_config_registry: registry.url,
        },
      });
      const ms = performance.now() - begun;
      if (exitCode !== 0 || outputs.count !== '16') throw new Error(`The example has no plan: ${stdout}`);
      return ms;
    };
    const times = [];
    for (let round = 0; round < (smoke ? 1 : 5); round += 1) times.push(await plan());
    return [
      {
        what: 'the plan of the 16 of the demo, registry in 20 ms: start to end',
        measured: `${(median(times) / 1_000).toFixed(2)} s`,
        bound: `< ${BOUND_MS / 1_000} s`,
        kept: median(times) < BOUND_MS,
        timed: true,
      },
    ];
  } finally {
    await Promise.all([registry.close(), served.close()]);
    await rm(folder, { recursive: true });
  }
}
