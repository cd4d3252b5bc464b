import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploying, dispatches } from './children.ts';
import { type Scene, untilItEnds } from './scene.ts';

const MANIFEST = `name: product
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components: { web: { repository: acme/web } }
environments: { production: {} }
`;

const LOCK = { mode: 'lock', environment: 'production', reason: 'migration' };
const UNLOCK = { mode: 'unlock', environment: 'production' };
const DEPLOY = { environment: 'production', versions: '{ web: 2.0.0 }', 'train-id': 'locked' };
/** A folder is no API that could be asked while it dies. */
const ON_BRANCH = { state: 'branch' };

/** An environment is locked, refuses, is unlocked, and lets in; who locks is killed, and does it once more. */
export const lock: Scene = {
  name: 'lock',
  calls: { file: 47, branch: 47 },
  async play({ workspace, github, arm, start }) {
    writeFileSync(join(workspace, '.github/release-train.yml'), MANIFEST);
    const running: Record<string, string> = {};
    const workflows = [deploying({ name: 'web', running })];
    github.addRepository({ owner: 'acme', name: 'web', workflows, files: { 'a.txt': '' } });
    arm();
    const onBranch: typeof start = (inputs) => start({ ...inputs, ...ON_BRANCH });
    const locked = await untilItEnds(onBranch, LOCK);
    const refused = await untilItEnds(onBranch, DEPLOY);
    const early = dispatches(github, 'web', '2.0.0');
    const unlocked = await untilItEnds(onBranch, UNLOCK);
    const { exitCode, said } = await untilItEnds(onBranch, DEPLOY);
    return [
      ...(locked.exitCode === 0 && unlocked.exitCode === 0 ? [] : ['it was not locked, or not unlocked']),
      ...(refused.exitCode === 1 && refused.said.includes('is locked by') && early === 0
        ? []
        : [`a deployment was not refused: ${refused.said}`]),
      ...(exitCode === 0 && dispatches(github, 'web', '2.0.0') === 1 && running.web === '2.0.0'
        ? []
        : [`what was unlocked let nothing in: ${said}`]),
    ];
  },
};
