import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCommitOnBranch } from '../../src/platform/github/commits.ts';
import { dispatchWorkflow } from '../../src/platform/github/dispatches.ts';
import { type Job, jobLog, listJobs } from '../../src/platform/github/jobs.ts';
import { getRef } from '../../src/platform/github/refs.ts';
import type { Repository } from '../../src/platform/github/repository.ts';
import { listRuns, pollRun, type Run } from '../../src/platform/github/runs.ts';
import type { Clock } from '../../src/platform/time/clock.ts';
import { type StepRun, startStep } from '../demo/step.ts';
import type { Place } from './scenario.ts';

/** What a scenario has to work with: a repository of its own organisation, with its workflows, and this checkout's bundles. */
export interface Ground extends Place {
  readonly sandbox: Repository;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The App that makes all this, where it has a number. */
  readonly appId: number | undefined;
  /** Starts a workflow of the sandbox and waits for its end. */
  run(workflow: string, options?: { ref?: string; inputs?: Record<string, string> }): Promise<Finished>;
  start(workflow: string, options?: { ref?: string; inputs?: Record<string, string> }): Promise<number>;
  finished(id: number): Promise<Finished>;
  /** Waits for a run that has this in its name, and for its end. */
  named(text: string): Promise<Finished>;
  /** Puts files on a branch in one commit. */
  commit(branch: string, files: Readonly<Record<string, string>>, message: string): Promise<void>;
  /** Runs a bundle of this checkout as a step here would, with the credentials at hand; `files` are its workspace. */
  step(
    bundle: string,
    inputs: Readonly<Record<string, string>>,
    files?: Readonly<Record<string, string>>,
  ): Promise<StepRun & { readonly log: string }>;
  /** Looks until it is so, or the time is over. */
  until<T>(what: string, look: () => Promise<T | undefined>): Promise<T>;
}

export interface Finished {
  readonly run: Run;
  readonly jobs: readonly Job[];
  /** How a job ended, by its id or name; undefined where there was none. */
  conclusionOf(job: string): string | undefined;
  /** The end of all logs. */
  log(): Promise<string>;
}

const LOOK_AGAIN_MS = 3_000;
const LONGEST_MS = 10 * 60_000;

export interface GroundOptions extends Place, Pick<Ground, 'sandbox' | 'clock' | 'signal' | 'appId'> {
  /** Inputs that give a bundle the same credentials. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function createGround({ credentials, env, ...place }: GroundOptions): Ground {
  const { sandbox, clock, signal, repository } = place;
  const options = { signal };
  const until: Ground['until'] = async (what, look) => {
    const deadline = clock.now() + LONGEST_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      assert.ok(clock.now() < deadline, `${what}: not after ${LONGEST_MS / 60_000} minutes`);
      await clock.sleep(LOOK_AGAIN_MS, signal);
    }
  };
  const finished: Ground['finished'] = async (id) => {
    const run = await until(`run ${id} of ${repository} to end`, async () => {
      const { data } = await pollRun(sandbox, id, options);
      return data.status === 'completed' ? data : undefined;
    });
    const jobs = await listJobs(sandbox, run, options);
    return {
      run,
      jobs,
      conclusionOf: (name) => jobs.find((job) => job.name === name)?.conclusion,
      log: async () =>
        (await Promise.all(jobs.map(({ id: job }) => jobLog(sandbox, { id: job, lines: 200 }, options)))).join('\n'),
    };
  };
  const start: Ground['start'] = async (workflow, { ref = 'main', inputs = {} } = {}) => {
    const { run } = await dispatchWorkflow(sandbox, { workflow, ref, inputs }, options);
    assert.ok(run, `GitHub did not say which run the dispatch of ${workflow} became`);
    return run.id;
  };
  return {
    ...place,
    until,
    start,
    finished,
    run: async (workflow, more) => finished(await start(workflow, more)),
    named: async (text) => {
      const { id } = await until(`a run named ${text}`, async () =>
        (await listRuns(sandbox, {}, options)).find(({ displayTitle }) => displayTitle.includes(text)),
      );
      return finished(id);
    },
    commit: async (branch, files, message) => {
      const additions = Object.entries(files).map(([path, contents]) => ({ path, contents }));
      await until(`a commit on ${branch}`, async () => {
        const expectedHeadOid = await getRef(sandbox, `heads/${branch}`, options);
        if (expectedHeadOid === undefined) return undefined;
        const made = await createCommitOnBranch(sandbox, { branch, expectedHeadOid, message, additions }, options);
        return made === 'lost-race' ? undefined : made;
      });
    },
    step: async (bundle, inputs, files = {}) => {
      const workspace = await mkdtemp(join(tmpdir(), 'release-actions-acceptance-'));
      const lines: string[] = [];
      try {
        for (const [path, text] of Object.entries(files)) await writeFile(join(workspace, path), text);
        const { child, ended } = startStep(bundle, {
          inputs: { ...credentials, ...inputs },
          env: { ...(env as Record<string, string>), GITHUB_REPOSITORY: repository },
          workspace,
          onLine: (line) => lines.push(line),
        });
        const stop = () => child.kill('SIGINT');
        signal.addEventListener('abort', stop, { once: true });
        const run = await ended;
        signal.removeEventListener('abort', stop);
        return { ...run, log: lines.join('\n') };
      } finally {
        await rm(workspace, { recursive: true, force: true });
      }
    },
  };
}
