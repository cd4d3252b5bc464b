import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { RunFacts, RunScript } from '../../../simulator/types.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { runBundle } from '../run-action.ts';

/*
 * Who may write to a child reads a nonce as soon as its intent is saved, and starts the child's workflow under it, or claims it,
 * before the train does. In the embedded GitHub the train acts as `acme`, everybody else as `some-person`.
 */
const folder = temporaryFolders();
const HOME = 'acme/releases';
const MANIFEST = `name: shop
components:
  core:
    repository: acme/core
    event-type: release
    inputs: { version: "{version}", nonce: "{nonce}" }
`;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let workspace: string;
let forged: number | undefined;

const behaviour = ({ nonce }: RunFacts): RunScript => ({
  conclusion: 'success',
  queuedMs: 10,
  ms: 100,
  claim: String(nonce),
});

/** The nonce of the intent that this commit of the state branch keeps. */
function intendedIn(sha: string): string | undefined {
  const { git } = github.repository(HOME);
  const entry = git.entryAt(git.commit(sha)?.tree ?? '', 'trains/run-7/state.json');
  const text = entry && git.blob(entry.sha)?.toString('utf8');
  return text === undefined ? undefined : /"nonce":\s*"([^"]+)"/.exec(text)?.[1];
}

beforeEach(async () => {
  forged = undefined;
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const release = { file: 'release.yml', name: 'Release', on: ['repository_dispatch' as const], types: ['release'] };
  const runName = 'Release [${{ github.event.client_payload.nonce }}]';
  github.addRepository({
    owner: 'acme',
    name: 'core',
    workflows: [
      { ...release, runName, behaviour },
      { ...release, runName, file: 'claimed-by-hand.yml', types: ['other'] },
    ],
    tags: ['v1.0.0'],
  });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('owners-token', { owners: ['acme'] });
  served = await github.serve();
  workspace = await folder({ '.github/release-train.yml': MANIFEST });
});

afterEach(async () => served.close());

const env = () => ({
  GITHUB_API_URL: served.url,
  GITHUB_REPOSITORY: HOME,
  GITHUB_RUN_ID: '7',
  GITHUB_ACTOR: 'octocat',
});

const train = (inputs: Readonly<Record<string, string>> = {}) =>
  runBundle('train', {
    cwd: workspace,
    inputs: { token: 'owners-token', 'release-type': 'minor', ...inputs },
    env: env(),
  });

const core = (id: number | undefined) =>
  github.effects.filter(({ kind, runId }) => kind === 'run-created' && runId === id);

slow(
  'a run that somebody was faster with, under the very nonce, is not taken for the train’s: what did nothing is no success',
  async () => {
    github.subscribe(({ kind, repository, sha }) => {
      const nonce = kind === 'commit' && repository === HOME ? intendedIn(sha ?? '') : undefined;
      if (nonce === undefined || forged !== undefined) return;
      forged = github.startForeignRun('acme/core', 'release.yml', { version: '6.6.6', nonce });
    });
    const first = await train();
    expect(core(forged)).toMatchObject([{ actor: 'some-person' }]);
    expect(first).toMatchObject({ exitCode: 1, outputs: { released: '[]', failed: '["core"]' } });
    expect(first.stdout).toContain(`it found the release claimed by run ${forged}, which is no run of this train`);
    expect(first.stdout).toContain('the next try has another nonce');

    const again = await train();
    expect(again).toMatchObject({ exitCode: 0, outputs: { status: 'succeeded', released: '["core"]' } });
    const nonces = github.effects.filter(({ kind }) => kind === 'dispatch').map(({ nonce = '' }) => nonce);
    expect(nonces).toHaveLength(2);
    for (const [index, nonce] of nonces.entries())
      expect(nonce).toMatch(new RegExp(`^ra[0-9a-f]{10}\\.core\\.${index + 1}\\.[0-9a-f]{20}$`));
    expect(new Set(nonces.map((nonce) => nonce.split('.').at(-1))).size).toBe(2);
  },
);

slow('nobody forges: it is released once, as before', async () => {
  expect(await train()).toMatchObject({ exitCode: 0, outputs: { status: 'succeeded', released: '["core"]' } });
  expect(github.violations).toEqual([]);
});

const claim = (inputs: Record<string, string>, runId: number, actor = 'acme') => {
  const run = {
    GITHUB_REPOSITORY: 'acme/core',
    GITHUB_RUN_ID: String(runId),
    GITHUB_API_URL: served.url,
    GITHUB_ACTOR: actor,
  };
  return runBundle('claim-release', { inputs: { token: 'owners-token', ...inputs }, env: run });
};

test.each([
  ['a run of somebody else', { nonce: 'ra1.core.1' }, /run \d+ was started by mallory, this one by acme/],
  ['a run of another nonce', { nonce: 'ra1.core.2', actor: 'acme' }, /the name of run \d+ does not carry the nonce/],
  ['a run that is not there', { nonce: 'ra1.core.1', runId: 4_711 }, /there is no run 4711/],
])(
  'a release that was claimed by %s fails, and says what to do',
  async (_, { nonce, actor = 'mallory', runId }: { nonce: string; actor?: string; runId?: number }, said) => {
    const mine = github.startForeignRun('acme/core', 'claimed-by-hand.yml', { nonce: 'ra1.core.1' }, 'acme');
    const theirs = runId ?? github.startForeignRun('acme/core', 'claimed-by-hand.yml', { nonce }, actor);
    await claim({ nonce: 'ra1.core.1' }, theirs, actor);
    const { exitCode, stdout, outputs } = await claim({ nonce: 'ra1.core.1' }, mine);
    expect(exitCode).toBe(1);
    expect(outputs).toEqual({ claimed: 'false' });
    expect(stdout).toMatch(said);
    expect(stdout).toMatch(
      /^::error::ra1\.core\.1 was claimed, but not by a run of the same dispatch: .*delete refs\/release-actions\/claims\/ra1\.core\.1/m,
    );
  },
);

test('a duplicate that GitHub itself made ends green', async () => {
  const [first, second] = [1, 2].map(() =>
    github.startForeignRun('acme/core', 'claimed-by-hand.yml', { nonce: 'ra1.core.1' }, 'acme'),
  );
  await claim({ nonce: 'ra1.core.1' }, first ?? 0);
  expect(await claim({ nonce: 'ra1.core.1' }, second ?? 0)).toMatchObject({
    exitCode: 0,
    outputs: { claimed: 'false' },
  });
});
