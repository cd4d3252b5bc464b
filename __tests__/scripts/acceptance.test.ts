import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { DOUBTS, ELSEWHERE, reportLines, reportMarkdown } from '../../scripts/acceptance/report.ts';
import { leftBehind, PREFIX, removeSandbox } from '../../scripts/acceptance/sandbox.ts';
import { scenarios } from '../../scripts/acceptance/scenarios.ts';
import { root } from '../../scripts/project.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { Behaviour } from '../../simulator/types.ts';
import { repositoriesByOwner } from '../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { readWorkflow } from '../e2e/engine/workflow-file.ts';
import { slow } from '../support/slow.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const EVERYTHING = Object.fromEntries(
  ['administration', 'actions', 'contents', 'issues', 'pull_requests', 'statuses', 'workflows'].map((name) => [
    name,
    'write' as const,
  ]),
);

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> } | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function serve(behaviour: Behaviour, permissions: Record<string, 'read' | 'write'> = EVERYTHING): Promise<void> {
  github = createGitHub({
    clock: realClock,
    workflowOf: (file, content) => ({ ...readWorkflow(file, content), behaviour }),
  });
  github.addApp({
    appId: 4711,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    installations: [{ id: 1, owner: 'trials', permissions }],
  });
  github.addRepository({ owner: 'trials', name: 'kept', files: { 'README.md': '' } });
  served = await github.serve();
}

async function acceptance(args: readonly string[], env: Record<string, string> = {}, interruptAfter?: string) {
  const given = { ACCEPTANCE_OWNER: 'trials', ACCEPTANCE_APP_ID: '4711', ACCEPTANCE_PRIVATE_KEY: KEY };
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'scripts/acceptance.ts'), ...args], {
    env: {
      ...{ PATH: process.env.PATH, GITHUB_API_URL: served?.url, ACCEPTANCE_BUNDLE: 'org/release-actions@v1' },
      ...given,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (interruptAfter !== undefined) {
    const stop = github.subscribe(({ kind, workflow }) => {
      if (kind !== 'run-started' || workflow !== interruptAfter) return;
      stop();
      child.kill('SIGINT');
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { said: await text(child.stdout), exitCode: await exited };
}

/** What became of repositories. */
const deeds = () =>
  github.effects
    .filter(({ kind }) => kind.startsWith('repository-'))
    .map(({ kind, repository }) => [kind, repository.startsWith(`trials/${PREFIX}`)]);
const MADE_AND_GONE = [
  ['repository-created', true],
  ['repository-deleted', true],
];

describe('acceptance', () => {
  test.each<[string, Record<string, string>, number, RegExp]>([
    [
      'red',
      {},
      1,
      /^::error::Not proven on github\.com: .*ACCEPTANCE_OWNER.* v1 stays where it is.*docs\/acceptance\.md/,
    ],
    ['red for a blank reason', { ACCEPTANCE_UNPROVEN: ' ' }, 1, /^::error::Not proven/],
    [
      'green for a reason, which it tells',
      { ACCEPTANCE_UNPROVEN: 'a fork\n::error::without one' },
      0,
      /^::warning::Not proven on github\.com: .*ACCEPTANCE_UNPROVEN says: a fork ::error::without one$/m,
    ],
  ])('without an organisation nothing is proven, and that is %s', async (_, given, code, words) => {
    const { said, exitCode } = await acceptance([], { ACCEPTANCE_OWNER: '', ...given });
    expect({ exitCode, said }).toEqual({ exitCode: code, said: expect.stringMatching(words) });
  });

  test.each([[['--only', 'claimz']], [['--leave-out', 'claimz: not today']]])(
    'a misspelt scenario is not one without doubts: %j',
    async (args) => {
      expect(await acceptance(args)).toMatchObject({ exitCode: 2, said: '' });
    },
  );

  slow('where everything is left out nothing is proven', async () => {
    await serve(() => ({ conclusion: 'success' }));
    const { said, exitCode } = await acceptance(['--only', 'masks', '--leave-out', 'masks: not today']);
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: expect.stringContaining('0 proven, 0 refuted') });
  });

  test('says what of the App is missing', async () => {
    const { said, exitCode } = await acceptance([], { ACCEPTANCE_PRIVATE_KEY: '' });
    expect({ exitCode, said }).toEqual({
      exitCode: 2,
      said: expect.stringContaining('ACCEPTANCE_PRIVATE_KEY missing'),
    });
  });

  slow('proves a doubt in a sandbox of its own, leaves nothing behind, and shows no secret', async () => {
    await serve(() => ({ conclusion: 'success', ms: 10 }));
    const { said, exitCode } = await acceptance([
      '--only',
      'statuses',
      '--only',
      'masks',
      '--leave-out',
      'masks: not today',
    ]);
    expect(said).toMatch(
      /^✓ statuses +a commit status is set and read back: the status of [0-9a-f]{9} went from pending/m,
    );
    expect(said).toMatch(/^– 8 +.*: left out: not today$/m);
    expect(said).toMatch(/^– 2 +.*needs a package on npm/m);
    expect(
      said.match(/PRIVATE KEY|ghs_\w+(?!.*add-mask)/g)?.filter((one) => !said.includes(`::add-mask::${one}`)) ?? [],
    ).toEqual([]);
    expect({ exitCode, deeds: deeds() }).toEqual({ exitCode: 0, deeds: MADE_AND_GONE });
    expect(github.violations).toEqual([]);
  });

  slow('is red where a doubt came true, says which, and cleans up', async () => {
    const jobs = [
      { name: 'one', ms: 10 },
      { name: 'dropped', ms: 1, conclusion: 'skipped' as const },
    ];
    await serve(() => ({ conclusion: 'success', jobs }));
    const { said, exitCode } = await acceptance(['--only', 'masks']);
    expect(said).toMatch(/^✗ 8 +an output that a masked line would change is dropped: the next job finds the output/m);
    expect(said).toContain('0 proven, 1 refuted');
    expect({ exitCode, deeds: deeds() }).toEqual({ exitCode: 1, deeds: MADE_AND_GONE });
  });

  slow('says what the App may not', async () => {
    await serve(() => ({ conclusion: 'success' }), { contents: 'write' });
    const { said, exitCode } = await acceptance(['--only', 'statuses']);
    expect(said).toMatch(/^::error::The acceptance could not be tried: POST \/orgs\/trials\/repos answered 403/m);
    expect({ exitCode, deeds: deeds() }).toEqual({ exitCode: 1, deeds: [] });
  });

  slow('cleans up when it is interrupted', async () => {
    await serve(() => ({ conclusion: 'never' }));
    const { exitCode } = await acceptance(['--only', 'masks'], {}, 'masks.yml');
    expect({ exitCode, deeds: deeds() }).toEqual({ exitCode: 1, deeds: MADE_AND_GONE });
  });
});

describe('what an earlier run left behind', () => {
  const repository = (name: string) =>
    repositoriesByOwner({ token: staticToken('admin'), apiUrl: served?.url ?? '', clock: realClock })(name);

  test('is found by its name and its age; nothing else is', async () => {
    await serve(() => ({ conclusion: 'success' }));
    github.addToken('admin', { owners: ['trials'] });
    for (const name of [`${PREFIX}1-1`, `x-${PREFIX}1`]) github.addRepository({ owner: 'trials', name, files: {} });
    const { signal } = new AbortController();
    const look = (later: number) =>
      leftBehind('trials', {
        client: repository('trials/kept').client,
        signal,
        clock: { ...realClock, now: () => Date.now() + later },
      });
    expect(await look(0)).toEqual([]);
    expect(await look(7 * 3_600_000)).toEqual([`trials/${PREFIX}1-1`]);
  });

  test('is all that is ever deleted', async () => {
    await serve(() => ({ conclusion: 'success' }));
    github.addToken('admin', { owners: ['trials'] });
    await expect(removeSandbox(repository('trials/kept'))).rejects.toThrow('trials/kept is no sandbox');
    expect(deeds()).toEqual([]);
  });
});

test('every doubt has a scenario, or a reason why no sandbox settles it', () => {
  const tried = scenarios.flatMap(({ doubts }) => doubts);
  expect(new Set(tried).size).toBe(tried.length);
  expect(
    Object.keys(DOUBTS)
      .filter((doubt) => !tried.includes(doubt))
      .sort(),
  ).toEqual(Object.keys(ELSEWHERE).sort());
  expect(reportLines(new Map())).toHaveLength(Object.keys(DOUBTS).length);
  const table = reportMarkdown(new Map([['4', { state: 'refuted', said: 'a | b\nc' }]]), 'trials/x');
  expect(table).toContain('| ✗ | 4 | ');
  expect(table).toContain('a \\| b c |');
});
