import { afterEach, beforeEach, expect } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { createStateBranch, STATE_BRANCH } from '../../src/engine/stores/state-branch.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { createCommitOnBranch } from '../../src/platform/github/commits.ts';
import { getRef } from '../../src/platform/github/refs.ts';
import { openRepository } from '../../src/platform/github/repository.ts';
import { listFiles } from '../../src/platform/github/trees.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
const HOME = 'acme/releases';
const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components: { core: { repository: acme/core } }
`;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };

beforeEach(async () => {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const core = { id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } };
  addEcosystem(github, [core], { queuedMs: 10, runMs: 100, registryLagMs: 10 });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('secret', { owners: ['acme'] });
  served = await github.serve();
});
afterEach(() => served.close());

async function train(id: string, manifest = MANIFEST) {
  const { stdout, outputs } = await runBundle('train', {
    cwd: await folder({ '.github/release-train.yml': manifest }),
    inputs: { token: 'secret', 'release-type': 'patch' },
    env: { GITHUB_API_URL: served.url, GITHUB_REPOSITORY: HOME, GITHUB_RUN_ID: id, GITHUB_ACTOR: 'octocat' },
  });
  return { status: outputs.status, errors: stdout.split('\n').filter((line) => line.startsWith('::error')) };
}

slow('what ended long ago leaves it with each train, whatever lies there beside it', async () => {
  const longAgo = Date.now() - 40 * 86_400_000;
  const old = Array.from({ length: 12 }, (_, index) => `run-${100 + index}`);
  const broken = ['{', 'null', '[]', '{}', ''].map((text, index) => [`a${index}`, text] as const);
  const client = createClient({ token: staticToken('secret'), apiUrl: served.url, clock: realClock, writeGapMs: 0 });
  const repository = openRepository(client, HOME);
  const states = [
    ...old.map((id) => [id, JSON.stringify({ status: 'succeeded', updatedAt: longAgo })] as const),
    ...broken,
  ];
  await createCommitOnBranch(repository, {
    branch: STATE_BRANCH,
    expectedHeadOid: await createStateBranch({ repository, clock: realClock, place: 'the branch' }),
    message: 'Long ago',
    additions: states.map(([id, contents]) => ({ path: `trains/${id}/state.json`, contents })),
  });
  const kept = async () => {
    const files = await listFiles(repository, (await getRef(repository, `heads/${STATE_BRANCH}`)) ?? '');
    return [...new Set(files.flatMap((path) => /^trains\/([^/]+)/.exec(path)?.[1] ?? []))].sort();
  };
  expect(await train('901')).toEqual({ status: 'succeeded', errors: [] });
  expect(await kept()).toHaveLength(old.length + broken.length - 5 + 1);
  for (const id of ['902', '903']) expect(await train(id)).toEqual({ status: 'succeeded', errors: [] });
  expect(await kept()).toEqual([...broken.map(([id]) => id), 'run-901', 'run-902', 'run-903']);
});

slow('where it cannot be made, which branch that is, and why, is said, and nothing is started', async () => {
  const place = `branch ${STATE_BRANCH} of ${HOME}: the state of train run-7 could not be written`;
  github.changeSettings(HOME, { rulesets: [{ id: 1, branch: STATE_BRANCH, rules: ['creation'] }] });
  const refused = await train('7');
  expect(refused.errors).toEqual([expect.stringMatching(new RegExp(`${place}.*creations being restricted`))]);
  github.changeSettings(HOME, { rulesets: [] });
  const { refs } = github.repository(HOME).git;
  refs.set('refs/heads/release-actions', refs.get('refs/heads/main') ?? '');
  const blocked = await train('7');
  expect(blocked.errors).toEqual([expect.stringMatching(new RegExp(`${place}.*a branch named as this one begins`))]);
  expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
});

slow('every commit on it begins as the manifest wants it', async () => {
  expect(await train('7', `${MANIFEST}state-commit-prefix: "ABC-123:"\n`)).toEqual({ status: 'succeeded', errors: [] });
  const { git } = github.repository(HOME);
  const messages = [];
  for (let at = git.refs.get(`refs/heads/${STATE_BRANCH}`); at !== undefined; at = git.commit(at)?.parents[0])
    messages.push(git.commit(at)?.message ?? '');
  expect(messages.length).toBeGreaterThan(3);
  expect(messages.filter((message) => !message.startsWith('ABC-123: '))).toEqual([]);
});
