import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { type FaultCall, type FaultSchedule, faultOnce } from '../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RepositoryDefinition, WorkflowDefinition } from '../../simulator/types.ts';
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

async function serve(faults?: FaultSchedule): Promise<void> {
  github = createGitHub({ clock: realClock, rateLimits: 'off', ...(faults && { faults }) });
  github.addToken('job-token', { owners: ['acme'] });
  served = await github.serve();
}

async function plan(
  inputs: Readonly<Record<string, string>>,
  manifest = MANIFEST,
  pull: object = {},
  secrets: readonly string[] = [],
) {
  const workspace = await folder({ '.github/release-train.yml': manifest });
  const event = join(workspace, 'event.json');
  await writeFile(event, JSON.stringify({ pull_request: { number: 1, ...pull } }));
  return runBundle('plan-release', {
    cwd: workspace,
    secrets,
    inputs: { token: 'job-token', 'release-type': 'minor', ...inputs },
    env: {
      GITHUB_API_URL: served.url,
      GITHUB_REPOSITORY: HOME,
      GITHUB_RUN_ID: '7',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_PATH: event,
      npm_config_registry: `${served.url}/registry/npm/`,
    },
  });
}

/** The text of the last comment on this pull request. */
async function commentOn(number: number): Promise<string> {
  const answer = await fetch(`${served.url}/repos/${HOME}/issues/${number}/comments`, {
    headers: { authorization: 'Bearer job-token' },
  });
  const comments = (await answer.json()) as { body: string }[];
  return comments.at(-1)?.body ?? '';
}

describe('the ranges that dependents would get', () => {
  const TWO = MANIFEST.replace(
    '  core: { repository: acme/core }\n',
    '  core: { repository: acme/core, package: { npm: "@acme/core" } }\n  web: { repository: acme/web, needs: [core], package: { npm: "@acme/web" } }\n',
  );
  const dependencies = { '@acme/core': '~1.0.0', left: '^1.0.0' };

  async function planned(packageJson: string) {
    await serve();
    const inputs = { version: '', nonce: '' };
    addEcosystem(github, [
      { id: 'core', repository: 'acme/core', needs: [], package: { npm: '@acme/core' }, inputs },
      { id: 'web', repository: 'acme/web', needs: ['core'], package: { npm: '@acme/web' }, inputs },
    ]);
    github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
    github.commit('acme/web', 'main', { 'package.json': packageJson });
    github.commit(HOME, 'more', { 'README.md': '# More\n' });
    github.openPull(HOME, { title: 'Release more', head: 'more' });
    const run = await plan({ comment: 'true' }, TWO);
    expect(run.stdout).not.toContain('::error');
    return run;
  }

  test('stand in summary, comment and JSON, each with its operator', async () => {
    const peerDependencies = { '@acme/core': '*' };
    const run = await planned(JSON.stringify({ name: '@acme/web', version: '1.0.0', dependencies, peerDependencies }));
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.ranges ?? '')).toEqual([
      { component: 'web', kind: 'dependencies', package: '@acme/core', from: '~1.0.0', to: '~1.1.0' },
      { component: 'web', kind: 'peerDependencies', package: '@acme/core', from: '*', reason: '* takes any version' },
    ]);
    for (const text of [run.summary, await commentOn(1)]) {
      expect(text).toContain('| `web` | dependencies | `@acme/core` | `~1.0.0` | `~1.1.0` |');
      expect(text).toContain('as it is: \\* takes any version');
    }
  });

  test('of a package.json that cannot be read are told as not looked at, and the plan stands', async () => {
    const run = await planned('{ "dependencies": ');
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain('Not looked at: web: acme/web: package.json');
    expect(JSON.parse(run.outputs.ranges ?? '')).toEqual([]);
  });
});

describe('the outputs of a plan', () => {
  const PRETTY = '{\n  "acme": "ghp_0123456789"\n}';
  async function planned(tokens: string) {
    await serve();
    addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
    github.addToken('ghp_0123456789', { owners: ['acme'] });
    return plan({ tokens, versions: '{"core":"2.0.0"}', 'release-type': '' }, MANIFEST, {}, ['tokens']);
  }

  test('that GitHub will drop, because a line of a secret stands in them, are named', async () => {
    const { exitCode, outputs, handedOn, stdout } = await planned(PRETTY);
    expect(exitCode).toBe(0);
    expect(
      Object.keys(outputs)
        .filter((name) => !(name in handedOn))
        .sort(),
    ).toEqual(['matrix', 'plan', 'versions']);
    expect(stdout).toMatch(
      /::warning::The outputs matrix, plan and versions of this step hold a line of Input tokens\. .*GitHub drops them/,
    );
  });

  test('arrive whole where the secret is JSON on one line, or YAML', async () => {
    for (const tokens of ['{"acme":"ghp_0123456789"}', 'acme: ghp_0123456789']) {
      const { outputs, handedOn, stdout } = await planned(tokens);
      expect(handedOn).toEqual(outputs);
      expect(stdout).not.toContain('::warning::');
      await served.close();
    }
    await serve();
  });
});

describe('the comment of a plan', () => {
  test('is written with the token of the job: the one for the repositories of its owner may not', async () => {
    await serve();
    addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
    github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
    github.commit(HOME, 'more', { 'README.md': '# More\n' });
    github.openPull(HOME, { title: 'Release more', head: 'more' });
    github.addToken('other-token', {
      repositories: ['acme/core'],
      permissions: { actions: 'write', contents: 'read' },
    });
    github.addToken('job-token', { repositories: [HOME], permissions: { contents: 'read', issues: 'write' } });
    const head = { sha: '5ba3f5b3e1d4c2a190817263544536271809a0b1', repo: { full_name: HOME } };
    const inputs = { comment: 'true', tokens: 'acme: other-token' };
    const { exitCode, stdout } = await plan(inputs, MANIFEST, { head });
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Comment created:') });
    expect(github.effects.filter(({ kind }) => kind === 'comment')).toHaveLength(1);
    const body = await commentOn(1);
    expect(body).toMatch(
      /Made of \[5ba3f5b\]\(https:\/\/github\.com\/\S+\/commit\/5ba3f5b\S+\) by \[this run\]\(https:\/\/\S+\/runs\/7\)\./,
    );
    expect(body).toMatch(
      /\*\*To release it:\*\* start the train with `release-type: minor`, `plan-hash: [0-9a-f]{64}`\./,
    );
  });

  test('that GitHub does not take is a warning: the plan decides the colour', async () => {
    const situations = [
      {
        right: 'read' as const,
        faults: undefined,
        said: '::warning::There is no comment on pull request 1: the token may not write there (403). Give the job the permission pull-requests: write, or set comment to false. The plan is in the summary of this job.',
      },
      {
        right: 'write' as const,
        faults: ({ path }: FaultCall) =>
          path.includes('/comments') ? ({ kind: 'status', status: 422, when: 'before' } as const) : undefined,
        said: '::warning::There is no comment on pull request 1: GET /repos/acme/releases/issues/1/comments answered 422',
      },
    ];
    for (const { right, faults, said } of situations) {
      await serve(faults);
      addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
      github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
      github.commit(HOME, 'more', { 'README.md': '# More\n' });
      github.openPull(HOME, { title: 'Release more', head: 'more' });
      github.addToken('other-token', { repositories: ['acme/core'], permissions: { contents: 'read' } });
      github.addToken('job-token', { repositories: [HOME], permissions: { contents: 'read', issues: right } });
      const head = { repo: { full_name: HOME } };
      const run = await plan({ comment: 'true', tokens: 'acme: other-token' }, MANIFEST, { head });
      expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(said) });
      expect(run.outputs.count).toBe('1');
      expect(run.summary).toContain('## Plan: shop');
      expect(github.effects.filter(({ kind }) => kind === 'comment')).toEqual([]);
      if (right === 'read') await served.close();
    }
  });

  test('of a pull request from a fork, whose jobs may not write, is a notice', async () => {
    await serve();
    addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
    github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
    const stranger = { head: { repo: { full_name: 'stranger/releases' } } };
    const fork = await plan({ comment: 'true' }, MANIFEST, stranger);
    const notice = '::notice::The pull request comes from a fork';
    expect(fork).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(notice) });
    expect(github.effects.filter(({ kind }) => kind === 'comment')).toEqual([]);
  });
});

describe('the version of a component', () => {
  interface Situation {
    readonly tags?: readonly string[];
    readonly files?: Readonly<Record<string, string>>;
    readonly npm?: readonly string[];
    readonly defaultBranch?: string;
  }

  const VERSIONED = (more = '') => `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core${more} }
`;
  const json = (version: string, name = 'core') => ({ 'package.json': JSON.stringify({ name, version }) });

  async function planned(situation: Situation, inputs: Readonly<Record<string, string>> = {}, more = '') {
    await serve();
    github.addRepository({
      owner: 'acme',
      name: 'core',
      files: { 'README.md': '', ...situation.files },
      tags: situation.tags ?? [],
      ...(situation.defaultBranch && { defaultBranch: situation.defaultBranch }),
      workflows: [
        {
          file: 'release.yml',
          on: ['workflow_dispatch'],
          inputs: { version: {}, nonce: {} },
          runName: 'Release [${{ inputs.nonce }}]',
        },
      ],
    });
    for (const version of situation.npm ?? [])
      github.registry.publish({ registry: 'npm', name: '@acme/core', version });
    const { exitCode, stdout, outputs } = await plan(inputs, VERSIONED(more));
    const [error] = stdout.split('\n').filter((line) => line.startsWith('::error'));
    return exitCode === 0 ? JSON.parse(outputs.versions ?? '{}').core : error;
  }

  const NPM = ', package: { npm: "@acme/core" }';
  const BETA = { 'release-type': 'prerelease', 'prerelease-id': 'beta' };

  test.each<[string, string, Situation, Readonly<Record<string, string>>?, string?]>([
    ['tags with a word before', '2.6.0', { tags: ['release-2.5.0'], files: json('1.0.0') }],
    ['a placeholder in package.json beside a tag', '4.2.0', { tags: ['v4.1.0'], files: json('0.0.0-development') }],
    ['tags and nothing else', '4.2.0', { tags: ['v4.1.0', 'v4.0.0'] }],
    ['a prerelease above the latest release', '2.0.0-beta.4', { tags: ['v1.9.0', 'v2.0.0-beta.3'] }, BETA],
    ['a prerelease that is not the latest on npm', '1.9.1-beta.1', { npm: ['1.9.0', '1.9.1-beta.0'] }, BETA, NPM],
    ['a hotfix published after a higher version', '1.11.0', { npm: ['1.10.0', '1.9.5'] }, {}, NPM],
    ["another component's tags", '1.1.0', { tags: ['other@9.0.0', 'core@1.0.0'] }],
    ['its own form of tag', '3.1.0', { tags: ['v9.0.0', 'lib-v3.0.0'] }, {}, ', tag: "lib-v{version}"'],
    [
      'its own folder',
      '2.1.0',
      { files: { ...json('9.0.0'), 'packages/core/package.json': '{"name":"core","version":"2.0.0"}' } },
      {},
      ', directory: packages/core',
    ],
    ['a maintenance line', '1.10.0', { tags: ['v1.9.5', 'v2.1.0'] }, {}, ', line: 1.x'],
    ['several packages', '1.3.0', { npm: ['1.2.0'] }, {}, ', package: [{ npm: "@acme/core" }]'],
    ['a repository whose branch is not main', '1.1.0', { files: json('1.0.0'), defaultBranch: 'master' }],
  ])('with %s is %s', async (_, version, situation, inputs = {}, more = '') => {
    expect(await planned(situation, inputs, more)).toBe(version);
  });

  test.each<[string, Situation, RegExp, string?]>([
    [
      'tags that cannot be read',
      { tags: ['2026.01.15'], files: json('1.0.0') },
      /there is the tag 2026\.01\.15, but no version can be read from that/,
    ],
    [
      'a tag above all that can be read',
      { tags: ['v1.0.0', 'v1.2'] },
      /there is v1\.2, above every version that is known/,
    ],
    [
      'a package that may be private',
      {},
      /looked in the registry for "@acme\/core".*only to those who may install it/,
      NPM,
    ],
    ['nothing at all', {}, /If this is its first release, give its version: versions: \{ core: 1\.0\.0 \}/],
  ])('with %s is a fault', async (_, situation, message, more = '') => {
    expect(await planned(situation, {}, more)).toMatch(message);
  });

  test('of a repository that the token does not see is a fault that says so, and proposes nothing', async () => {
    await serve();
    const { exitCode, stdout } = await plan({}, VERSIONED(', ref: main'));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('there is no acme/core, or the token may not see it');
    expect(stdout).not.toContain('1.0.0');
  });
});

describe('every child is looked at before the first one starts', () => {
  const TWO = (second: string) => `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
  second: { repository: acme/second, needs: [core]${second} }
`;
  const RUN_NAME = 'Release [${{ inputs.nonce }}]';
  const inputs = { version: {}, nonce: {} };
  const good: WorkflowDefinition = { file: 'release.yml', on: ['workflow_dispatch'], inputs, runName: RUN_NAME };

  async function planned(child: Partial<RepositoryDefinition>, second = '') {
    await serve();
    const repository = (name: string) => ({ owner: 'acme', name, tags: ['v1.0.0'], files: { 'README.md': '' } });
    github.addRepository({ ...repository('core'), workflows: [good] });
    github.addRepository({ ...repository('second'), workflows: [good], ...child });
    const { exitCode, stdout } = await plan({}, TWO(second));
    return { exitCode, errors: stdout.split('\n').filter((line) => line.startsWith('::error')), stdout };
  }

  test.each<[string, Partial<RepositoryDefinition>, string, string?]>([
    [
      'has it under that name',
      { workflows: [{ ...good, name: 'Release it' }] },
      'acme/second has no workflow Release-it.yml on its default branch, from where alone it can be started; it has release.yml.',
      ', workflow: Release-it.yml',
    ],
    [
      'has no such workflow',
      { workflows: [] },
      'release.yml on its default branch, from where alone it can be started; it has none',
    ],
    [
      'has it switched off',
      { workflows: [{ ...good, state: 'disabled_manually' }] },
      'is disabled_manually: enable it',
    ],
    ['has no such branch', {}, 'at next does not exist: the ref is wrong', ', ref: next'],
    ['lacks an input', { workflows: [{ ...good, inputs: { nonce: {} } }] }, 'declares no input version'],
    [
      'needs another input',
      { workflows: [{ ...good, inputs: { ...inputs, region: { required: true } } }] },
      'requires the input region',
    ],
    [
      'takes other values',
      { workflows: [{ ...good, inputs: { ...inputs, stage: { options: ['staging', 'production'] } } }] },
      'takes for the input stage only staging or production, not "Prod"',
      ', inputs: { stage: Prod }',
    ],
    ['hides the nonce', { workflows: [{ ...good, runName: 'Release' }] }, 'does not show the nonce in its run-name'],
    ['is archived', { archived: true }, 'acme/second is archived'],
    [
      'listens to no such event',
      { workflows: [{ file: 'other.yml', on: ['repository_dispatch'], types: ['other'], runName: RUN_NAME }] },
      'listens to the event publish: GitHub would take it, and nothing would start',
      ', event-type: publish',
    ],
  ])('one that %s is a fault of the plan', async (_, child, message, second = '') => {
    const { exitCode, errors } = await planned(child, second);
    expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: [expect.stringContaining(message)] });
    expect(errors[0]).toContain('::Component second: ');
  });

  test('one that listens, and one that is as it should be, are none, at three requests each', async () => {
    const listener: WorkflowDefinition = {
      file: 'on-publish.yml',
      on: ['repository_dispatch'],
      types: ['publish'],
      runName: 'Publish [${{ github.event.client_payload.nonce }}]',
    };
    const { exitCode, errors } = await planned({ workflows: [listener] }, ', event-type: publish');
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] });
    const looks = /^\/repos\/acme\/(core|second)($|\/actions|\/contents)/;
    const checks = github.requests.filter(({ path }) => looks.test(path));
    const counted = (name: string) => checks.filter(({ path }) => path.startsWith(`/repos/acme/${name}`)).length;
    // The repository was asked for its default branch; it is not asked again.
    expect([counted('core'), counted('second')]).toEqual([3, 3]);
  });

  describe('a rule of the branch that would stop its release commit', () => {
    const RECORDS = (more = '') => `name: Release
run-name: Release [\${{ inputs.nonce }}]
on: { workflow_dispatch: { inputs: { version: {}, nonce: {} } } }
jobs:
  record:
    runs-on: ubuntu-latest
    steps:
      - uses: org/release-actions/actions/record-release@v1
        with:
          branch: \${{ github.ref_type == 'branch' && github.ref_name || '' }}
${more}`;
    const PUSHES = (token = '') => `name: Release
run-name: Release [\${{ inputs.nonce }}]
on: { workflow_dispatch: { inputs: { version: {}, nonce: {} } } }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
${token}
      - run: |
          git commit --all --message Release
          git -C . push origin HEAD:main
`;
    async function ruled(rules: readonly string[], file = RECORDS(), child: Partial<RepositoryDefinition> = {}) {
      const files = { '.github/workflows/release.yml': file };
      return planned({ files, rulesets: [{ id: 42, branch: 'main', rules }], tags: ['v1.0.0'], ...child });
    }

    test.each([['pull_request'], ['required_status_checks'], ['required_signatures'], ['update'], ['merge_queue']])(
      '%s is a fault of the plan, which says where and what to do, at three requests',
      async (rule) => {
        const { exitCode, errors } = await ruled([rule, 'non_fast_forward']);
        expect({ exitCode, errors }).toEqual({
          exitCode: 1,
          errors: [
            expect.stringMatching(
              `::Component second: .github/workflows/release.yml in acme/second at main pushes its release commit to main with GITHUB_TOKEN, and GitHub would refuse that: ruleset 42 of acme/second has ${rule}\\. .*bypass the rule.*on-branch-failure: warn`,
            ),
          ],
        });
        const looks = github.requests.filter(({ path }) => /second($|\/actions|\/contents|\/rules)/.test(path));
        // The first one is the plan's own, for the default branch.
        expect(looks.map(({ operation }) => operation)).toEqual([
          'repos/get',
          'actions/get-workflow',
          'repos/get-content',
          'repos/get-branch-rules',
        ]);
      },
    );

    test('rules that a release commit keeps are no fault, nor is a rule of another branch', async () => {
      const { exitCode, stdout } = await ruled(['non_fast_forward', 'deletion', 'required_linear_history'], RECORDS(), {
        rulesets: [
          { id: 42, branch: 'main', rules: ['non_fast_forward', 'deletion', 'required_linear_history'] },
          { id: 43, branch: 'next', rules: ['pull_request'] },
        ],
      });
      expect({ exitCode, warned: stdout.includes('::warning') }).toEqual({ exitCode: 0, warned: false });
    });

    test.each([
      ['a token of its own', '          token: ${{ steps.app.outputs.token }}'],
      ['the word that it only warns', '          on-branch-failure: warn'],
    ])('is none where the step has %s', async (_, more) => {
      const { exitCode, stdout } = await ruled(['pull_request'], RECORDS(more));
      expect({ exitCode, warned: stdout.includes('::warning') }).toEqual({ exitCode: 0, warned: false });
    });

    test('is asked of the branch that the step names, not of the one it runs on', async () => {
      const file = RECORDS().replace(/branch: .*/, 'branch: stable');
      const { errors } = await ruled([], file, { rulesets: [{ id: 42, branch: 'stable', rules: ['update'] }] });
      expect(errors).toEqual([expect.stringContaining('pushes its release commit to stable with GITHUB_TOKEN')]);
    });

    test('of a script that pushes is a warning: whose token it has cannot be seen', async () => {
      const { exitCode, stdout } = await ruled(['pull_request'], PUSHES());
      expect({ exitCode, stdout }).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(
          '::warning::Component second: .github/workflows/release.yml in acme/second at main pushes to main',
        ),
      });
      await served.close();
      const own = await ruled(['pull_request'], PUSHES('        with: { token: "${{ secrets.BOT }}" }'));
      expect(own.stdout).not.toContain('::warning');
    });

    test('that depends on the commit is a warning', async () => {
      const { exitCode, stdout } = await ruled(['commit_message_pattern']);
      expect({ exitCode, stdout }).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('commit_message_pattern'),
      });
    });

    test('of an event is looked for on the default branch', async () => {
      const file = RECORDS()
        .replace(/on: .*/, 'on: { repository_dispatch: { types: [publish] } }')
        .replace('inputs.nonce', 'github.event.client_payload.nonce');
      const workflows: WorkflowDefinition[] = [
        { file: 'release.yml', on: ['repository_dispatch'], types: ['publish'] },
      ];
      const { errors } = await planned(
        {
          workflows,
          files: { '.github/workflows/release.yml': file },
          rulesets: [{ id: 42, branch: 'main', rules: ['update'] }],
          tags: ['v1.0.0'],
        },
        ', event-type: publish',
      );
      expect(errors).toEqual([expect.stringContaining('pushes its release commit to main with GITHUB_TOKEN')]);
    });

    test('that cannot be looked at is a warning; a plan without rulesets has none', async () => {
      const none = await ruled(['pull_request'], RECORDS(), { withoutRulesets: true });
      expect({ exitCode: none.exitCode, warned: none.stdout.includes('::warning') }).toEqual({
        exitCode: 0,
        warned: false,
      });
      await served.close();
      await serve(faultOnce('repos/get-branch-rules', { kind: 'status', status: 404, when: 'before' }));
      github.addRepository({
        owner: 'acme',
        name: 'core',
        files: { '.github/workflows/release.yml': RECORDS() },
        workflows: [good],
        tags: ['v1.0.0'],
      });
      const { exitCode, stdout } = await plan({});
      expect({ exitCode, stdout }).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(
          'pushes to main, whose rules could not be looked at: GET /repos/acme/core/rules/branches/main answered 404',
        ),
      });
    });
  });

  test('components of one repository may have a workflow each, and each is looked at', async () => {
    await serve();
    const cli = { ...good, file: 'release-cli.yml', inputs: { nonce: {} } };
    const repository = { owner: 'acme', name: 'mono', tags: ['core@1.0.0', 'cli@2.0.0'], workflows: [good, cli] };
    github.addRepository({ ...repository, files: { 'README.md': '' } });
    const manifest = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/mono }
  cli: { repository: acme/mono, workflow: .github/workflows/release-cli.yml, inputs: { version: "{version}" } }
`;
    const refused = await plan({}, manifest);
    expect(refused.stdout.match(/^::error.*$/gm)).toEqual([
      expect.stringMatching(/Component cli: \S*release-cli\.yml in acme\/mono at main declares no input version/),
    ]);
    github.commit('acme/mono', 'main', {
      '.github/workflows/release-cli.yml': `on: { workflow_dispatch: { inputs: { version: {}, nonce: {} } } }
run-name: "${RUN_NAME}"
jobs: {}
`,
    });
    const { outputs } = await plan({}, manifest);
    expect(JSON.parse(outputs.versions ?? '{}')).toEqual({ core: '1.1.0', cli: '2.1.0' });
  });

  test('a repository that is not there is a fault, also where its version and ref are said: there is no doubt', async () => {
    await serve();
    github.addRepository({ owner: 'acme', name: 'core', tags: ['v1.0.0'], workflows: [good] });
    const manifest = TWO(', ref: main').replace('acme/second', 'acme/secnd');
    const { exitCode, stdout } = await plan({ versions: 'second: 1.2.0' }, manifest);
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(
        /^::error [^:]+::Component second: There is no repository acme\/secnd, or the token may not see it\.$/m,
      ),
    });
  });

  test('what the token may not look at is a warning', async () => {
    await serve();
    const repository = { owner: 'acme', name: 'core', tags: ['v1.0.0'], private: true, workflows: [good] };
    github.addRepository(repository);
    github.addToken('job-token', { repositories: ['acme/core'], permissions: { contents: 'read', metadata: 'read' } });
    const { exitCode, stdout } = await plan({});
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(
        '::warning::Component core: it could not be checked: GET /repos/acme/core/actions',
      ),
    });
  });
});
