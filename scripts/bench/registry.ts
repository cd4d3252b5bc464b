import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packument, startPackageServer } from '../../__tests__/support/package-server.ts';
import { cliRegistry } from '../../src/packages/registries/package-registry.ts';
import { type BenchOptions, median, type Row } from './row.ts';

const PACKAGES = 100;
const BOUND_MS = 2_000;

/** The latest versions of many packages, from a registry that answers in 20 ms; every npm that is started is counted. */
export async function registry({ smoke }: BenchOptions): Promise<Row[]> {
  const server = await startPackageServer(
    ({ path }) => ({ body: packument(decodeURIComponent(path.slice(1)), { '1.0.0': {} }, { latest: '1.0.0' }) }),
    { delayMs: 20 },
  );
  const folder = await mkdtemp(join(tmpdir(), 'bench-registry-'));
  try {
    const rounds = [];
    for (let round = 0; round < (smoke ? 1 : 5); round += 1) rounds.push(await ask(server.url, folder));
    const took = median(rounds.map(({ ms }) => ms));
    const processes = Math.max(...rounds.map((one) => one.processes));
    return [
      {
        what: `versions of ${PACKAGES} npm packages, 20 ms each`,
        measured: `${(took / 1_000).toFixed(2)} s, ${processes} process`,
        bound: `< ${BOUND_MS / 1_000} s, at most 1`,
        kept: took < BOUND_MS && processes <= 1,
        timed: true,
      },
    ];
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

async function ask(registryUrl: string, folder: string): Promise<{ ms: number; processes: number }> {
  const started = join(folder, 'started');
  await writeFile(started, '');
  const path = process.env.PATH ?? '';
  await writeFile(join(folder, 'npm'), `#!/bin/sh\necho npm >> '${started}'\nPATH="$REAL_PATH" exec npm "$@"\n`);
  await chmod(join(folder, 'npm'), 0o755);
  const env = { PATH: `${folder}${delimiter}${path}`, REAL_PATH: path, HOME: folder };
  const begun = performance.now();
  const { latest } = cliRegistry({ cwd: folder, env, registryUrl });
  const names = Array.from({ length: PACKAGES }, (_, index) => `@org-${index % 3}/c${index}`);
  const versions = await Promise.all(names.map((npm) => latest({ npm })));
  const ms = performance.now() - begun;
  if (versions.some((one) => one !== '1.0.0')) throw new Error('A package had another version.');
  return { ms, processes: (await readFile(started, 'utf8')).split('\n').length - 1 };
}
