import type { FaultSchedule } from '../../simulator/faults.ts';
import { createGitHub, type GitHubOptions, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RunScript, WorkflowDefinition } from '../../simulator/types.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { type DispatchAndWait, dispatchAndWait } from '../../src/engine/runs/dispatch-and-wait.ts';
import type { DispatchOutcome } from '../../src/engine/runs/dispatch-outcome.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { openRepository, type Repository } from '../../src/platform/github/repository.ts';
import type { Runner } from '../../src/platform/runner/action.ts';
import { createLog } from '../../src/platform/runner/log.ts';
import { createLostOutputs } from '../../src/platform/runner/lost-outputs.ts';
import { createOutputs } from '../../src/platform/runner/outputs.ts';
import { Secrets } from '../../src/platform/runner/secrets.ts';

export const REPOSITORY = 'acme/service';

export interface ChildWorld {
  readonly github: SimulatedGitHub;
  readonly clock: VirtualClock;
  readonly lines: string[];
  /** Dispatches and waits in virtual time. */
  run(wanted?: Partial<DispatchAndWait>): Promise<DispatchOutcome>;
  readonly runner: Runner;
  readonly repository: Repository;
  readonly abort: AbortController;
}

/** An embedded GitHub with one repository and one workflow, in virtual time, and the real client. */
export function childWorld(
  script: RunScript = { queuedMs: 1_000, ms: 9_000, conclusion: 'success' },
  options: { faults?: FaultSchedule; workflow?: Partial<WorkflowDefinition> } & Partial<GitHubOptions> = {},
): ChildWorld {
  const { workflow, ...rest } = options;
  const clock = new VirtualClock();
  const github = createGitHub({ clock, ...rest });
  github.addRepository({
    owner: 'acme',
    name: 'service',
    workflows: [
      {
        file: 'release.yml',
        on: ['workflow_dispatch', 'repository_dispatch'],
        inputs: { version: {}, nonce: {} },
        runName: 'Release [${{ inputs.nonce }}${{ github.event.client_payload.nonce }}]',
        behaviour: () => script,
        ...workflow,
      },
    ],
  });
  github.addToken('token', { owners: ['acme'] });
  const lines: string[] = [];
  const abort = new AbortController();
  const secrets = new Secrets(() => {});
  const log = createLog((line) => lines.push(line.trimEnd()), false);
  const outputs = createOutputs({}, secrets, createLostOutputs());
  const runner: Runner = { env: {}, workspace: '.', log, outputs, secrets, clock, signal: abort.signal };
  const client = createClient({
    token: staticToken('token'),
    apiUrl: github.url,
    clock,
    transport: github.transport,
    log,
  });
  const repository = openRepository(client, REPOSITORY);
  return {
    github,
    clock,
    lines,
    runner,
    repository,
    abort,
    run(wanted = {}) {
      const nonce = 'ra-0123456789abcdef';
      const full: DispatchAndWait = {
        repository,
        target: { workflow: 'release.yml', ref: 'main', inputs: { version: '1.0.0', nonce } },
        nonce,
        wait: true,
        timeoutMs: 30 * 60_000,
        onTimeout: 'fail',
        approvalTimeoutMs: 72 * 3_600_000,
        retryFailedJobs: 0,
        outputsArtifact: undefined,
        acceptConclusions: [],
        ...wanted,
      };
      const outcome: DispatchOutcome = { startedAt: clock.now(), failedJobs: [] };
      return clock.run(dispatchAndWait(full, { clock, log, signal: abort.signal, outcome }).then(() => outcome));
    },
  };
}

/** Runs that did something, as the embedded GitHub knows them. */
export function runsOf(github: SimulatedGitHub): number[] {
  return github.effects.flatMap(({ kind, runId }) => (kind === 'run-created' && runId !== undefined ? [runId] : []));
}
