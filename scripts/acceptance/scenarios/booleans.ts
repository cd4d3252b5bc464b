import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatchEvent } from '../../../src/platform/github/dispatches.ts';
import { root } from '../../project.ts';
import { type Scenario, workflow } from '../scenario.ts';

/** The very expression of the template. */
function dryRun(): string {
  const template = readFileSync(join(root, 'workflows-templates/release-train.yml'), 'utf8');
  const expression = /^ {6}dry-run: \$\{\{ (.*) \}\}$/m.exec(template)?.[1];
  assert.ok(expression, 'release-train.yml has its dry-run');
  return expression;
}

const CASES: readonly (readonly [name: string, value: unknown, isDry: boolean])[] = [
  ['text-true', 'true', true],
  ['boolean-true', true, true],
  ['text-false', 'false', false],
  ['absent', undefined, false],
];

/** `gh api -f` sends texts, where a boolean is meant. */
export const booleans: Scenario = {
  name: 'booleans',
  doubts: ['6'],
  files: () => ({
    '.github/workflows/booleans.yml': `run-name: Booleans [\${{ github.event.client_payload.case }}]\n${workflow(
      'Booleans',
      'repository_dispatch: { types: [booleans] }',
      {
        dry: `if: \${{ ${dryRun()} }}\nsteps:\n  - run: echo dry`,
        real: `if: \${{ !(${dryRun()}) }}\nsteps:\n  - run: echo real`,
      },
    )}`,
  }),
  async run({ sandbox, signal, named }) {
    for (const [name, value] of CASES) {
      const clientPayload = { case: name, ...(value === undefined ? {} : { 'dry-run': value }) };
      await dispatchEvent(sandbox, { eventType: 'booleans', clientPayload }, { signal });
    }
    for (const [name, , isDry] of CASES) {
      const { conclusionOf } = await named(`[${name}]`);
      const seen = { dry: conclusionOf('dry') ?? 'skipped', real: conclusionOf('real') ?? 'skipped' };
      const [ran, stayed] = ['success', 'skipped'];
      assert.deepEqual(seen, isDry ? { dry: ran, real: stayed } : { dry: stayed, real: ran }, name);
    }
    return `${CASES.length} payloads, among them the texts "true" and "false", were read as they are meant`;
  },
};
