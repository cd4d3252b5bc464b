import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { releasedOnce } from '../../simulator/histories/released-once.ts';
import { INPUTS } from './children.ts';
import { type Scene, untilItEnds } from './scene.ts';

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

const STEP = { 'release-type': 'minor', 'ecosystem-tag': 'shop-{version.core}' };

/** Four components, and the release of the whole at the end. The job runs again until it ends. */
export const release: Scene = {
  name: 'release',
  calls: { file: 40, branch: 65 },
  async play({ workspace, github, arm, start }) {
    writeFileSync(join(workspace, '.github/release-train.yml'), MANIFEST);
    const components = COMPONENTS.map((component) => ({ ...component, inputs: INPUTS }));
    addEcosystem(github, components, { queuedMs: 10, runMs: 100 });
    arm();
    const { exitCode } = await untilItEnds(start, STEP);
    const made = github.effects.filter(({ kind, repository }) => kind === 'release' && repository === 'acme/releases');
    return [
      ...(exitCode === 0 ? [] : [`the train ended with exit code ${exitCode}`]),
      ...(made.length === 1 ? [] : [`${made.length} releases of the whole were made`]),
      ...releasedOnce(COMPONENTS, github.effects),
    ];
  },
};
