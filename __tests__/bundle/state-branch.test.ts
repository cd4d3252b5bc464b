import { expect } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub } from '../../simulator/github.ts';
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
const LONG_AGO = Date.now() - 40 * 86_400_000;
const OLD = Array.from({ length: 12 }, (_, index) => `run-${100 + index}`);
const BROKEN = ['{', 'null', '[]', '{}', ''].map((text, index) => [`a${index}`, text] as const);

slow('what ended long ago leaves the state branch with each train, whatever lies there beside it', async () => {
  const github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const core = { id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } };
  addEcosystem(github, [core], { queuedMs: 10, runMs: 100, registryLagMs: 10 });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('secret', { owners: ['acme'] });
  const served = await github.serve();
  try {
    const client = createClient({ token: staticToken('secret'), apiUrl: served.url, clock: realClock, writeGapMs: 0 });
    const repository = openRepository(client, HOME);
    const states = [
      ...OLD.map((id) => [id, JSON.stringify({ status: 'succeeded', updatedAt: LONG_AGO, pad: '.'.repeat(9_000) })]),
      ...BROKEN,
    ];
    await createCommitOnBranch(repository, {
      branch: STATE_BRANCH,
      expectedHeadOid: await createStateBranch({ repository, clock: realClock, place: 'the branch' }),
      message: 'Long ago',
      additions: states.map(([id, contents = '']) => ({ path: `trains/${id}/state.json`, contents })),
    });
    const trains = async () => {
      const files = await listFiles(repository, (await getRef(repository, `heads/${STATE_BRANCH}`)) ?? '');
      return [...new Set(files.flatMap((path) => /^trains\/([^/]+)/.exec(path)?.[1] ?? []))];
    };
    const cwd = await folder({
      '.github/release-train.yml':
        'name: shop\ndefaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }\n' +
        'components: { core: { repository: acme/core } }\n',
    });
    const counts = [];
    for (const id of ['901', '902', '903']) {
      const { outputs, stdout } = await runBundle('train', {
        cwd,
        inputs: { token: 'secret', 'release-type': 'patch' },
        env: { GITHUB_API_URL: served.url, GITHUB_REPOSITORY: HOME, GITHUB_RUN_ID: id, GITHUB_ACTOR: 'octocat' },
      });
      expect({ status: outputs.status, stdout }).toMatchObject({ status: 'succeeded' });
      counts.push((await trains()).length);
    }
    expect(counts[0]).toBe(OLD.length + BROKEN.length - 5 + 1);
    expect((await trains()).sort()).toEqual([...BROKEN.map(([id]) => id), 'run-901', 'run-902', 'run-903']);
  } finally {
    await served.close();
  }
});
