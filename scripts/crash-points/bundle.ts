import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub } from '../../simulator/github.ts';
import { releasedOnce } from '../../simulator/histories/released-once.ts';
import { createRandom } from '../../simulator/random.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { root } from '../project.ts';

const COMPONENTS = [
  { id: 'core', repository: 'acme/core', needs: [] },
  { id: 'store', repository: 'acme/store', needs: ['core'] },
  { id: 'web', repository: 'acme/web', needs: ['core'] },
  { id: 'shop', repository: 'acme/shop', needs: ['store', 'web'] },
];

const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
${COMPONENTS.map(({ id, repository, needs }) => `  ${id}: { repository: ${repository}, needs: [${needs.join(', ')}] }`).join('\n')}
`;

/** A train that is not killed asks GitHub about so many times, its plan included. */
const CALLS = { file: 35, branch: 60 } as const;
const MOST_STARTS = 8;

export interface KillOutcome {
  readonly what: string;
  readonly killed: boolean;
  readonly violations: readonly string[];
}

/** Runs the built train against the embedded GitHub on a real port, kills it at a point drawn from the seed, and starts it again until it ends. */
export async function killBundle(seed: number): Promise<KillOutcome> {
  const workspace = mkdtempSync(join(tmpdir(), 'crash-point-'));
  try {
    return await killIn(workspace, seed);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function killIn(workspace: string, seed: number): Promise<KillOutcome> {
  const random = createRandom(seed).fork('kill');
  const state = random.next() < 0.8 ? 'file' : 'branch';
  const [call, delay] = [random.between(1, CALLS[state]), random.between(0, 40)];
  mkdirSync(join(workspace, '.github'));
  writeFileSync(join(workspace, '.github/release-train.yml'), MANIFEST);
  for (const file of ['output', 'summary']) writeFileSync(join(workspace, file), '');
  const victim: { child?: ChildProcess; killed: boolean } = { killed: false };
  const github = createGitHub({
    clock: realClock,
    check: 'none',
    faults: ({ n }) => {
      if (n === call)
        setTimeout(() => {
          victim.killed = victim.child?.kill('SIGKILL') ?? false;
        }, delay);
      return undefined;
    },
  });
  const inputs = { version: '', nonce: '' };
  addEcosystem(
    github,
    COMPONENTS.map((component) => ({ ...component, inputs })),
    { queuedMs: 10, runMs: 100 },
  );
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('secret', { owners: ['acme'], secondaryLimits: false });
  const served = await github.serve();
  try {
    let exitCode: number | null = null;
    for (let starts = 0; starts < MOST_STARTS && exitCode === null; starts += 1) {
      victim.child = start(workspace, { url: served.url, state: state === 'file' ? 'file:.trains' : 'branch' });
      exitCode = await endOf(victim.child);
    }
    const unsuccessful = exitCode === 0 ? [] : [`the train ended with exit code ${exitCode}`];
    const violations = [...unsuccessful, ...releasedOnce(COMPONENTS, github.effects)];
    return { what: `${state}, ${delay} ms after call ${call}`, killed: victim.killed, violations };
  } finally {
    victim.child?.kill('SIGKILL');
    await served.close();
  }
}

function start(workspace: string, { url, state }: { url: string; state: string }): ChildProcess {
  return spawn(process.execPath, [join(root, 'dist/train.js')], {
    cwd: workspace,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/releases',
      GITHUB_RUN_ID: '7',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(workspace, 'output'),
      GITHUB_STEP_SUMMARY: join(workspace, 'summary'),
      RUNNER_TEMP: workspace,
      INPUT_TOKEN: 'secret',
      'INPUT_RELEASE-TYPE': 'minor',
      INPUT_STATE: state,
    },
  });
}

/** Its exit code; null where it was killed. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
