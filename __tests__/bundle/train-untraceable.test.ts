import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { type FaultSchedule, faultOnce } from '../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();

const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}" } }
tokens: { acme: ACME_TOKEN }
components:
  core: { repository: acme/core }
`;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let workspace: string;

async function world(faults: FaultSchedule): Promise<void> {
  github = createGitHub({ clock: realClock, rateLimits: 'off', faults });
  const core = { id: 'core', repository: 'acme/core', needs: [], inputs: { version: '' } };
  addEcosystem(github, [core], { queuedMs: 10, runMs: 100, registryLagMs: 10 });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('acme-secret', { owners: ['acme'] });
  served = await github.serve();
  workspace = await folder({ '.github/release-train.yml': MANIFEST });
}

const train = (inputs: Readonly<Record<string, string>> = {}): Promise<BundleRun> =>
  runBundle('train', {
    cwd: workspace,
    inputs: { token: 'acme-secret', 'release-type': 'minor', state: 'file:.trains', ...inputs },
    env: {
      ACME_TOKEN: 'acme-secret',
      GITHUB_API_URL: served.url,
      GITHUB_REPOSITORY: 'acme/releases',
      GITHUB_RUN_ID: '7',
    },
  });

const dispatches = () => github.effects.filter(({ kind }) => kind === 'dispatch').length;

afterEach(async () => served.close());

slow(
  'a dispatch that nobody can name is sent once, however often the train is resumed, until a person says that nothing ran',
  async () => {
    await world(faultOnce('actions/create-workflow-dispatch', { kind: 'status', status: 502, when: 'after' }));
    const first = await train();
    expect(first).toMatchObject({ exitCode: 1, outputs: { failed: '["core"]' } });
    expect(first.stdout).toMatch(
      /^::error::core failed: GitHub did not say whether it took the dispatch.*\{nonce\}.*answered 502/m,
    );
    expect(first.stdout).toMatch(/If nothing of it ran, resume the train with dispatch-again: core/);
    for (const _ of [1, 2]) expect((await train()).exitCode).toBe(1);
    expect(dispatches()).toBe(1);

    const wrong = await train({ 'dispatch-again': 'plugin' });
    expect(wrong.stdout).toMatch(/^::error::Input dispatch-again: plugin of train run-7.*Such components are: core\./m);
    expect(dispatches()).toBe(1);

    const last = await train({ 'dispatch-again': 'core' });
    expect(last.outputs).toMatchObject({ status: 'succeeded', released: '["core"]' });
    expect(dispatches()).toBe(2);
  },
);

test('an event whose inputs carry no nonce is a fault with its line, before anything is asked', async () => {
  await world(() => undefined);
  const manifest = MANIFEST.replace('workflow: release.yml', 'event-type: release');
  await writeFile(join(workspace, '.github/release-train.yml'), manifest);
  const { exitCode, stdout } = await train();
  expect(exitCode).toBe(1);
  expect(stdout.split('\n').filter((line) => line.startsWith('::error'))).toEqual([
    expect.stringMatching(/line=5,.*Component core is started by an event, and its inputs carry no \{nonce\}/),
  ]);
  expect(github.requests).toEqual([]);
});

slow('one that was certainly not sent says why at once, and is sent when the train is resumed', async () => {
  const refused = faultOnce('actions/create-workflow-dispatch', { kind: 'unauthorized' });
  await world((call) => refused(call) ?? refused(call));
  const { exitCode, stdout } = await train({ 'dispatch-again': 'core' });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/Input dispatch-again: core of train run-7.*There is none\./);
  expect(dispatches()).toBe(0);
  expect((await train()).outputs).toMatchObject({ status: 'succeeded' });
});
