import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '../../__tests__/support/servers.ts';
import { createGitHub } from '../../simulator/github.ts';
import { createRandom } from '../../simulator/random.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { root } from '../project.ts';
import { advance, approval } from './approval-scenes.ts';
import { canary } from './canary-scene.ts';
import { deployment } from './deployment-scene.ts';
import { lock } from './lock-scene.ts';
import { release } from './release-scene.ts';
import type { Ended, Scene, Stage } from './scene.ts';

export interface KillOutcome {
  readonly what: string;
  readonly killed: boolean;
  readonly violations: readonly string[];
}

/** Half of them are what most people do. */
const SCENES = [release, deployment, release, deployment, canary, approval, advance, lock] as const;

/** Runs the built train against the embedded GitHub on a real port, kills it at a point drawn from the seed, and starts it again until it ends. */
export async function killBundle(seed: number): Promise<KillOutcome> {
  const workspace = mkdtempSync(join(tmpdir(), 'crash-point-'));
  const servers = startServers();
  const victim: Victim = { killed: false };
  try {
    const random = createRandom(seed).fork('kill');
    const state = random.next() < 0.8 ? 'file' : 'branch';
    const scene = createRandom(seed).fork('scene').pick(SCENES);
    const [call, delay] = [random.between(1, scene.calls[state]), random.between(0, 40)];
    const onCall = killer(victim, { call, delay });
    const violations = await play(scene, { workspace, servers, state, victim, onCall });
    return { what: `${scene.name}, ${state}, ${delay} ms after call ${call}`, killed: victim.killed, violations };
  } finally {
    victim.child?.kill('SIGKILL');
    await servers.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

interface Victim {
  child?: ChildProcess;
  killed: boolean;
  /** How often it has spoken with somebody; undefined: it is left alone still. */
  calls?: number;
}

function killer(victim: Victim, { call, delay }: { readonly call: number; readonly delay: number }): () => void {
  return () => {
    if (victim.calls === undefined) return;
    victim.calls += 1;
    if (victim.calls !== call) return;
    setTimeout(() => {
      victim.killed = victim.child?.kill('SIGKILL') ?? false;
    }, delay);
  };
}

interface Given extends Pick<Stage, 'workspace' | 'servers' | 'onCall'> {
  readonly state: 'file' | 'branch';
  readonly victim: Victim;
}

async function play(scene: Scene, { victim, state, ...given }: Given): Promise<readonly string[]> {
  const { workspace, servers, onCall } = given;
  const faults = () => {
    onCall();
    return undefined;
  };
  const github = createGitHub({ clock: realClock, check: 'none', faults });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('secret', { owners: ['acme'], secondaryLimits: false });
  const served = await github.serve();
  mkdirSync(join(workspace, '.github'));
  try {
    return await scene.play({
      ...{ workspace, servers, onCall, github },
      arm: () => {
        victim.calls = 0;
      },
      start: (inputs) => {
        const all = { token: 'secret', state: state === 'file' ? 'file:.trains' : 'branch', ...inputs };
        victim.child = start(workspace, served.url, all);
        return endOf(victim.child);
      },
    });
  } finally {
    victim.child?.kill('SIGKILL');
    await served.close();
  }
}

function start(workspace: string, url: string, inputs: Readonly<Record<string, string>>): ChildProcess {
  for (const file of ['output', 'summary']) writeFileSync(join(workspace, file), '');
  return spawn(process.execPath, [join(root, 'dist/train.js')], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'ignore'],
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
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, said }));
  });
}
