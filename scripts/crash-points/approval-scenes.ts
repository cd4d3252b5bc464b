import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { releasedOnce } from '../../simulator/histories/released-once.ts';
import { deploying } from './children.ts';
import { type Scene, type Stage, untilItEnds } from './scene.ts';

const NAMES = ['core', 'web'] as const;
const COMPONENTS = NAMES.map((id) => ({ id, repository: `acme/${id}`, needs: id === 'web' ? ['core'] : [] }));
/** Longer than the timeout, which people do not use up. */
const WAITS = { waitingMs: 7_000, waitsFor: { environment: 'production', reviewers: ['alice'] } };

const MANIFEST = `name: product
defaults: { workflow: release.yml, timeout: 5s, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
  web: { repository: acme/web, needs: [core] }
`;

const STEP = { versions: '{ core: 2.0.0, web: 2.0.0 }', 'train-id': 'approved' };
const ADVANCE = { ...STEP, mode: 'advance' };
const SWEEP = { mode: 'advance', 'train-id': '*', resume: 'false' };
/** GitHub settles in a minute and a half where an intent was kept, and nobody knows what became of it. */
const MOST_SWEEPS = 60;
const BETWEEN_SWEEPS_MS = 3_000;

/** Somebody approves the first of two runs; the train looks on in one job. */
export const approval: Scene = scene('approval', { file: 23, branch: 49 }, ({ start }) => untilItEnds(start, STEP));

/** The same in steps, none of which waits: one job begins the train, and sweeps go on with it. */
export const advance: Scene = scene('advance', { file: 29, branch: 83 }, async ({ github, start }) => {
  if ((await start(ADVANCE)).exitCode === null) await start(ADVANCE);
  const isOver = () => github.effects.some(({ kind, repository }) => kind === 'run-ended' && repository === 'acme/web');
  for (let sweeps = 0; sweeps < MOST_SWEEPS && !isOver(); sweeps += 1) {
    await start(SWEEP);
    if (!isOver()) await pause(BETWEEN_SWEEPS_MS);
  }
  await untilItEnds(start, SWEEP);
  return untilItEnds(start, ADVANCE);
});

function scene(name: string, calls: Scene['calls'], ride: (stage: Stage) => ReturnType<Stage['start']>): Scene {
  return {
    name,
    calls,
    async play(stage) {
      const running: Record<string, string> = {};
      const { github, workspace } = stage;
      writeFileSync(join(workspace, '.github/release-train.yml'), MANIFEST);
      for (const id of NAMES) {
        const workflows = [deploying({ name: id, running, ...(id === 'core' && { script: WAITS }) })];
        github.addRepository({ owner: 'acme', name: id, workflows, files: { 'a.txt': '' } });
      }
      stage.arm();
      const { exitCode, said } = await ride(stage);
      return [
        ...(exitCode === 0 ? [] : [`the train ended with exit code ${exitCode}: ${said}`]),
        ...releasedOnce(COMPONENTS, github.effects),
        ...NAMES.flatMap((id) => (running[id] === '2.0.0' ? [] : [`${id} runs ${running[id]}`])),
      ];
    },
  };
}
