import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { type DispatchAndWait, dispatchAndWait } from '../../src/engine/runs/dispatch-and-wait.ts';
import type { DispatchOutcome } from '../../src/engine/runs/dispatch-outcome.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { openRepository } from '../../src/platform/github/repository.ts';
import { createLog } from '../../src/platform/runner/log.ts';
import { type BenchOptions, median, type Row } from './row.ts';

/** What a child costs and how late its end is seen, in virtual time on the embedded GitHub. */
export async function children({ smoke }: BenchOptions): Promise<Row[]> {
  const seeds = smoke ? 5 : 40;
  return [
    ...(await costs('a child of 10 s', 10_000, { seeds, mostCharged: 4, mostDelay: 1_500 })),
    ...(await costs('a child of 10 min', 600_000, { seeds, mostCharged: 10, mostDelay: 10_000 })),
    await crowd('12 dispatches at once beside strangers, run details', 'current'),
    await crowd('12 dispatches at once beside strangers, by nonce', 'ghes-old'),
  ];
}

async function costs(
  what: string,
  lifeMs: number,
  { seeds, mostCharged, mostDelay }: { seeds: number; mostCharged: number; mostDelay: number },
): Promise<Row[]> {
  const results = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const world = createWorld('current', seed, () => ({
      queuedMs: 1_000 + 37 * seed,
      ms: lifeMs - 1_000 - 37 * seed + 13 * seed,
    }));
    await world.clock.run(dispatchOne(world, 'ra-bench'));
    const ended = world.github.effects.find(({ kind }) => kind === 'run-ended')?.at ?? Number.NaN;
    const charged = world.github.requests.filter((request) => request.charged).length;
    results.push({ charged, free: world.github.requests.length - charged, delay: world.clock.now() - ended });
  }
  const charged = Math.max(...results.map((result) => result.charged));
  const free = Math.max(...results.map((result) => result.free));
  const delay = median(results.map((result) => result.delay));
  return [
    {
      what: `${what}: requests charged (304s, free)`,
      measured: `${charged} (${free})`,
      bound: `≤ ${mostCharged}`,
      kept: charged <= mostCharged,
    },
    {
      what: `${what}: its end is seen late by, median`,
      measured: `${(delay / 1_000).toFixed(2)} s`,
      bound: `≤ ${mostDelay / 1_000} s`,
      kept: delay <= mostDelay,
    },
  ];
}

/** Twelve callers and as many strangers dispatch one workflow in the same instant: everybody has to get their own run. */
async function crowd(what: string, apiVersion: 'current' | 'ghes-old'): Promise<Row> {
  const world = createWorld(apiVersion, 7, (run) => ({ ms: 5_000 + Number(run) }));
  const nonces = Array.from({ length: 12 }, (_, index) => `ra-crowd.${index + 1}`);
  const outcomes = nonces.map((nonce) => {
    world.github.startForeignRun('acme/service', 'release.yml', { nonce: `${nonce}0` });
    return dispatchOne(world, nonce);
  });
  const found = await world.clock.run(Promise.all(outcomes));
  const own = found.filter(({ run }, index) => {
    const created = world.github.effects.find(({ kind, runId }) => kind === 'run-created' && runId === run?.id);
    return created?.inputs?.nonce === nonces[index];
  }).length;
  return { what: `${what}: got their own run`, measured: `${own} of 12`, bound: 'all', kept: own === 12 };
}

interface World {
  readonly clock: VirtualClock;
  readonly github: SimulatedGitHub;
}

function createWorld(
  apiVersion: 'current' | 'ghes-old',
  seed: number,
  script: (index: number) => { queuedMs?: number; ms: number },
): World {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, seed, apiVersion, check: 'none' });
  let runs = 0;
  github.addRepository({
    owner: 'acme',
    name: 'service',
    workflows: [
      {
        file: 'release.yml',
        on: ['workflow_dispatch'],
        inputs: { nonce: {} },
        runName: 'Release [${{ inputs.nonce }}]',
        behaviour: () => {
          runs += 1;
          return { ...script(runs), conclusion: 'success' };
        },
      },
    ],
  });
  github.addToken('token', { owners: ['acme'] });
  return { clock, github };
}

/** One caller of its own: a client of its own, as each job has. */
async function dispatchOne({ clock, github }: World, nonce: string): Promise<DispatchOutcome> {
  const log = createLog(() => {}, false);
  const { signal } = new AbortController();
  const client = createClient({
    token: staticToken('token'),
    apiUrl: github.url,
    clock,
    transport: github.transport,
    log,
  });
  const wanted: DispatchAndWait = {
    repository: openRepository(client, 'acme/service'),
    target: { workflow: 'release.yml', ref: 'main', inputs: { nonce } },
    nonce,
    wait: true,
    timeoutMs: 3_600_000,
    onTimeout: 'fail',
    approvalTimeoutMs: 3_600_000,
    retryFailedJobs: 0,
    outputsArtifact: undefined,
    acceptConclusions: [],
  };
  const outcome: DispatchOutcome = { startedAt: clock.now(), failedJobs: [] };
  await dispatchAndWait(wanted, { clock, log, signal, outcome });
  return outcome;
}
