import { startStep } from './step.ts';
import type { DemoWorld } from './world.ts';

export interface TrainRun {
  readonly exitCode: number | null;
  readonly killed: boolean;
  readonly summary: string;
  /** Path of the report below the workspace. */
  readonly report: string | undefined;
}

/** Runs the train's bundle as a step of a job; with `killAfter`, until so many packages are published. */
export async function runTrain(
  world: DemoWorld,
  { releaseType, killAfter }: { releaseType: string; killAfter?: number },
): Promise<TrainRun> {
  const { child, ended } = startStep('train', {
    workspace: world.workspace,
    env: {
      GITHUB_API_URL: world.url,
      GITHUB_REPOSITORY: world.home,
      npm_config_registry: `${world.url}/registry/npm/`,
      PIP_INDEX_URL: `${world.url}/registry/pypi/simple/`,
      ...world.tokens,
    },
    inputs: { token: 'demo-token', 'release-type': releaseType },
  });
  let killed = false;
  const unsubscribe = world.github.subscribe(() => {
    const published = world.github.effects.filter(
      ({ kind, runId }) => kind === 'publish' && runId !== undefined,
    ).length;
    if (killAfter === undefined || killed || published < killAfter) return;
    killed = child.kill('SIGKILL');
  });
  const { exitCode, summary, outputs } = await ended;
  unsubscribe();
  return { exitCode, killed, summary, report: outputs.report };
}
