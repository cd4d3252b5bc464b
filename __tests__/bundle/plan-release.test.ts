import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
const HOME = 'acme/releases';
const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
`;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };

afterEach(async () => served.close());

async function plan(inputs: Readonly<Record<string, string>>) {
  github = createGitHub({ clock: realClock });
  addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.commit(HOME, 'more', { 'README.md': '# More\n' });
  github.openPull(HOME, { title: 'Release more', head: 'more' });
  github.addToken('others', { repositories: ['acme/core'], permissions: { actions: 'write', contents: 'read' } });
  github.addToken('job-token', { repositories: [HOME], permissions: { contents: 'read', issues: 'write' } });
  served = await github.serve();
  const workspace = await folder({ '.github/release-train.yml': MANIFEST });
  const event = join(workspace, 'event.json');
  await writeFile(event, JSON.stringify({ pull_request: { number: 1 } }));
  return runBundle('plan-release', {
    cwd: workspace,
    inputs: { token: 'job-token', tokens: 'acme: others', 'release-type': 'minor', ...inputs },
    env: { GITHUB_API_URL: served.url, GITHUB_REPOSITORY: HOME, GITHUB_RUN_ID: '7', GITHUB_EVENT_PATH: event },
  });
}

describe('the comment of a plan', () => {
  test('is written with the token of the job: the one for the repositories of its owner may not', async () => {
    const { exitCode, stdout } = await plan({ comment: 'true' });
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Comment created:') });
    expect(github.effects.filter(({ kind }) => kind === 'comment')).toHaveLength(1);
  });
});
