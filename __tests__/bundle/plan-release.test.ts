import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { type FaultCall, type FaultSchedule, faultOnce } from '../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RepositoryDefinition, WorkflowDefinition } from '../../simulator/types.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
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

  slow('stand in summary, comment and JSON, each with its operator', async () => {
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

  slow('of a package.json that cannot be read are told as not looked at, and the plan stands', async () => {
    const run = await planned('{ "dependencies": ');
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain('Not looked at: web: acme/web: package.json');
    expect(JSON.parse(run.outputs.ranges ?? '')).toEqual([]);
  });
});

describe('a token that a train will need', () => {
  const THREE = MANIFEST.replace(
    '  core: { repository: acme/core }\n',
    '  core: { repository: acme/core }\n  own: { repository: acme/releases }\n  web: { repository: partner/web, needs: [core] }\n',
  );
  async function planned(given: Readonly<Record<string, string>>) {
    await serve();
    const inputs = { version: '', nonce: '' };
    const components = [['core', 'acme/core'] as const, ['own', HOME] as const, ['web', 'partner/web'] as const];
    addEcosystem(
      github,
      components.map(([id, repository]) => ({ id, repository, needs: [], inputs })),
    );
    github.addToken('ghs_of_the_job', { repositories: [HOME], kind: 'github-token' });
    github.addToken('ghs_of_an_app', { owners: ['acme', 'partner'], kind: 'app' });
    github.addToken('of-partner', { owners: ['partner'] });
    return plan(given, THREE);
  }
  const told = (owner: string, id: string) =>
    `There is no token for ${owner}: the job's own token starts nothing outside of acme/releases, so not ${id}.`;

  test('is named in a plan, which may be carried out with others: the own token of the job starts nothing elsewhere', async () => {
    const { exitCode, stdout, summary } = await planned({ token: 'ghs_of_the_job', tokens: 'partner: of-partner' });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(told('acme', 'core'));
    expect(stdout).not.toContain('for partner');
    expect(summary).toContain('There is no token for acme');
  });

  slow.each([
    { token: 'ghs_of_an_app' },
    { token: 'ghs_of_the_job', tokens: 'acme: ghs_of_an_app\npartner: of-partner' },
  ])('is none where one reaches them: %j', async (given) => {
    const { exitCode, stdout } = await planned(given);
    expect([exitCode, stdout.includes('There is no token')]).toEqual([0, false]);
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

  slow('that GitHub will drop, because a line of a secret stands in them, are named', async () => {
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

  slow('arrive whole where the secret is JSON on one line, or YAML', async () => {
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
  slow('is written with the token of the job: the one for the repositories of its owner may not', async () => {
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

  slow('that GitHub does not take is a warning: the plan decides the colour', async () => {
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

  slow('of a pull request from a fork, whose jobs may not write, is a notice', async () => {
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
  /** `ID` stands for the component's own id. */
  interface Situation {
    readonly tags?: readonly string[];
    readonly files?: Readonly<Record<string, string>>;
    readonly npm?: readonly string[];
    readonly defaultBranch?: string;
    /** What the manifest says of it beside its repository. */
    readonly more?: string;
  }

  const VERSIONED = (components: Readonly<Record<string, string>>) => `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
${Object.entries(components)
  .map(([id, more]) => `  ${id}: { repository: acme/${id}${more} }\n`)
  .join('')}`;
  const json = (version: string, name = 'ID') => ({ 'package.json': JSON.stringify({ name, version }) });

  /** One plan of a component for each of these. */
  async function planned(
    situations: Readonly<Record<string, Situation>>,
    inputs: Readonly<Record<string, string>> = {},
  ) {
    await serve();
    const own = Object.entries(situations).map(([id, situation]) => {
      const { more = '', npm = [], ...rest }: Situation = JSON.parse(JSON.stringify(situation).replaceAll('ID', id));
      github.addRepository({
        ...{ owner: 'acme', name: id, tags: [], ...rest, files: { 'README.md': '', ...rest.files } },
        workflows: [
          {
            file: 'release.yml',
            on: ['workflow_dispatch'],
            inputs: { version: {}, nonce: {} },
            runName: 'Release [${{ inputs.nonce }}]',
          },
        ],
      });
      for (const version of npm) github.registry.publish({ registry: 'npm', name: `@acme/${id}`, version });
      return [id, more] as const;
    });
    const { stdout, outputs } = await plan(inputs, VERSIONED(Object.fromEntries(own)));
    const errors = stdout.split('\n').filter((line) => line.startsWith('::error'));
    return { errors, versions: JSON.parse(outputs.versions ?? '{}') };
  }

  const NPM = ', package: { npm: "@acme/ID" }';

  slow('is the next after what its tags, files and registry say', async () => {
    const found = await planned({
      'tags-with-a-word-before': { tags: ['release-2.5.0'], files: json('1.0.0') },
      'a-placeholder-in-package-json-beside-a-tag': { tags: ['v4.1.0'], files: json('0.0.0-development') },
      'tags-and-nothing-else': { tags: ['v4.1.0', 'v4.0.0'] },
      'a-capital': { tags: ['V1.2.3'] },
      'tags-below-a-word': { tags: ['release/v2.5.0'] },
      'a-hotfix-published-after-a-higher-version': { npm: ['1.10.0', '1.9.5'], more: NPM },
      'tags-of-another-component': { tags: ['other@9.0.0', 'ID@1.0.0'] },
      'its-own-form-of-tag': { tags: ['v9.0.0', 'lib-v3.0.0'], more: ', tag: "lib-v{version}"' },
      'its-own-folder': {
        files: { ...json('9.0.0'), 'packages/core/package.json': '{"name":"core","version":"2.0.0"}' },
        more: ', directory: packages/core',
      },
      'a-maintenance-line': { tags: ['v1.9.5', 'v2.1.0'], more: ', line: 1.x' },
      'several-packages': { npm: ['1.2.0'], more: ', package: [{ npm: "@acme/ID" }]' },
      'a-branch-that-is-not-main': { files: json('1.0.0'), defaultBranch: 'master' },
    });
    expect(found).toEqual({
      errors: [],
      versions: {
        'tags-with-a-word-before': '2.6.0',
        'a-placeholder-in-package-json-beside-a-tag': '4.2.0',
        'tags-and-nothing-else': '4.2.0',
        'a-capital': '1.3.0',
        'tags-below-a-word': '2.6.0',
        'a-hotfix-published-after-a-higher-version': '1.11.0',
        'tags-of-another-component': '1.1.0',
        'its-own-form-of-tag': '3.1.0',
        'its-own-folder': '2.1.0',
        'a-maintenance-line': '1.10.0',
        'several-packages': '1.3.0',
        'a-branch-that-is-not-main': '1.1.0',
      },
    });
  });

  slow('of a prerelease goes on from the highest, whatever is the latest', async () => {
    const beta = { 'release-type': 'prerelease', 'prerelease-id': 'beta' };
    const situations = {
      'above-the-latest-release': { tags: ['v1.9.0', 'v2.0.0-beta.3'] },
      'not-the-latest-on-npm': { npm: ['1.9.0', '1.9.1-beta.0'], more: NPM },
    };
    expect(await planned(situations, beta)).toEqual({
      errors: [],
      versions: { 'above-the-latest-release': '2.0.0-beta.4', 'not-the-latest-on-npm': '1.9.1-beta.1' },
    });
  });

  test('that is the latest of a branch is its commit, however the ref is written', async () => {
    await serve();
    const workflows: WorkflowDefinition[] = [
      {
        file: 'release.yml',
        on: ['workflow_dispatch'],
        inputs: { version: {}, nonce: {} },
        runName: '[${{ inputs.nonce }}]',
      },
    ];
    for (const name of ['short', 'long', 'named'])
      github.addRepository({ owner: 'acme', name, workflows, files: { 'a.txt': name } });
    const manifest = VERSIONED({
      short: ', ref: main',
      long: ', ref: refs/heads/main',
      named: ', ref: refs/heads/main',
    });
    const { outputs, stdout } = await plan(
      { 'release-type': '', environment: 'production', versions: 'short: latest\nlong: latest\nnamed: main-latest' },
      `${manifest}environments: { production: {} }\n`,
    );
    const head = (name: string) => github.repository(`acme/${name}`).git.refs.get('refs/heads/main');
    expect(stdout).not.toMatch(/latest.*was not found/);
    expect(JSON.parse(outputs.versions ?? '{}')).toEqual({
      short: head('short'),
      long: head('long'),
      named: head('named'),
    });
  });

  slow('that cannot be known is a fault', async () => {
    const { errors } = await planned({
      unreadable: { tags: ['2026.01.15'], files: json('1.0.0') },
      four: { tags: ['v1.2.3.4'] },
      above: { tags: ['v1.0.0', 'v1.2'] },
      private: { more: NPM },
      nothing: {},
    });
    expect(errors).toEqual([
      expect.stringMatching(/there is the tag 2026\.01\.15, but no version can be read from that/),
      expect.stringMatching(/there is the tag v1\.2\.3\.4, but no version can be read from that/),
      expect.stringMatching(/there is v1\.2, above every version that is known/),
      expect.stringMatching(/looked in the registry for "@acme\/private".*only to those who may install it/),
      expect.stringMatching(/If this is its first release, give its version: versions: \{ nothing: 1\.0\.0 \}/),
    ]);
  });

  test('of a repository that the token does not see is a fault that says so, and proposes nothing', async () => {
    await serve();
    const { exitCode, stdout } = await plan({}, VERSIONED({ core: ', ref: main' }));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('there is no acme/core, or the token may not see it');
    expect(stdout).not.toContain('1.0.0');
  });
});

describe('every child is looked at before the first one starts', () => {
  const MANY = (children: Readonly<Record<string, Child>>) => `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
${Object.entries(children)
  .map(([id, { says = '' }]) => `  ${id}: { repository: acme/${id}, needs: [core]${says} }\n`)
  .join('')}`;
  const RUN_NAME = 'Release [${{ inputs.nonce }}]';
  const inputs = { version: {}, nonce: {} };
  const good: WorkflowDefinition = { file: 'release.yml', on: ['workflow_dispatch'], inputs, runName: RUN_NAME };

  interface Child extends Partial<RepositoryDefinition> {
    /** What the manifest says of it beside its repository. */
    readonly says?: string;
  }

  /** One plan of `core`, which is as it should be, and of these, which need it. */
  async function planned(children: Readonly<Record<string, Child>>) {
    await serve();
    const repository = (name: string) => ({ owner: 'acme', name, tags: ['v1.0.0'], files: { 'README.md': '' } });
    github.addRepository({ ...repository('core'), workflows: [good] });
    for (const [id, { says: _, ...child }] of Object.entries(children))
      github.addRepository({ ...repository(id), workflows: [good], ...child });
    const { exitCode, stdout } = await plan({}, MANY(children));
    const lines = (command: string) => stdout.split('\n').filter((line) => line.startsWith(command));
    return { exitCode, errors: lines('::error'), warnings: lines('::warning') };
  }

  /** The fault that stands at this component, in these words. */
  const faultOf = (id: string, words: string) => expect.stringMatching(new RegExp(`::Component ${id}: .*${words}`));

  test('whatever is wrong with one is a fault of the plan, and all of them are told', async () => {
    const { exitCode, errors } = await planned({
      'another-name': { workflows: [{ ...good, name: 'Release it' }], says: ', workflow: Release-it.yml' },
      'no-workflow': { workflows: [] },
      'switched-off': { workflows: [{ ...good, state: 'disabled_manually' }] },
      'no-branch': { says: ', ref: next' },
      'lacks-an-input': { workflows: [{ ...good, inputs: { nonce: {} } }] },
      'needs-an-input': { workflows: [{ ...good, inputs: { ...inputs, region: { required: true } } }] },
      'other-values': {
        workflows: [{ ...good, inputs: { ...inputs, stage: { options: ['staging', 'production'] } } }],
        says: ', inputs: { stage: Prod }',
      },
      'neither-true-nor-false': {
        files: {
          '.github/workflows/release.yml': `run-name: "${RUN_NAME}"\non: { workflow_dispatch: { inputs: { version: {}, nonce: {}, force: { type: boolean } } } }\n`,
        },
        says: ', inputs: { force: maybe }',
      },
      'not-started-so': { workflows: [{ ...good, on: ['push'] }] },
      'hides-the-nonce': { workflows: [{ ...good, runName: 'Release' }] },
      archived: { archived: true },
      'no-such-event': {
        workflows: [{ file: 'other.yml', on: ['repository_dispatch'], types: ['other'], runName: RUN_NAME }],
        says: ', event-type: publish',
      },
    });
    expect(exitCode).toBe(1);
    expect(errors).toEqual([
      faultOf(
        'another-name',
        'acme/another-name has no workflow Release-it\\.yml on its default branch, from where alone it can be started; it has release\\.yml\\.',
      ),
      faultOf('no-workflow', 'release\\.yml on its default branch, from where alone it can be started; it has none'),
      faultOf('switched-off', 'is disabled_manually: enable it'),
      faultOf('no-branch', 'at next does not exist: the ref is wrong'),
      faultOf('lacks-an-input', 'declares no input version'),
      faultOf('needs-an-input', 'requires the input region'),
      faultOf('other-values', 'takes for the input stage only staging or production, not "Prod"'),
      faultOf('neither-true-nor-false', 'takes for the input force only true or false, not "maybe"'),
      faultOf('not-started-so', 'has no workflow_dispatch trigger: add one'),
      faultOf('hides-the-nonce', 'does not show the nonce in its run-name'),
      faultOf('archived', 'acme/archived is archived'),
      faultOf('no-such-event', 'listens to the event publish: GitHub would take it, and nothing would start'),
    ]);
  });

  test('one that listens, and one that is as it should be, are none, at three requests each', async () => {
    const listener: WorkflowDefinition = {
      file: 'on-publish.yml',
      on: ['repository_dispatch'],
      types: ['publish'],
      runName: 'Publish [${{ github.event.client_payload.nonce }}]',
    };
    const { exitCode, errors } = await planned({
      second: { workflows: [listener], says: ', event-type: publish' },
    });
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
    /** With these rules on its branch, and this release workflow. */
    const ruled = (rules: readonly string[], file = RECORDS(), more: Child = {}): Child => ({
      files: { '.github/workflows/release.yml': file },
      rulesets: [{ id: 42, branch: 'main', rules }],
      ...more,
    });

    /** What was asked of it; the first one is the plan's own, for the default branch. */
    const looksAt = (id: string) =>
      github.requests
        .filter(({ path }) => new RegExp(`/${id}($|/actions|/contents|/rules|/branches)`).test(path))
        .map(({ operation }) => operation);
    const READ = ['repos/get', 'actions/get-workflow', 'repos/get-content', 'repos/get-repo-rulesets'];
    const UNGUARDED = [...READ, 'repos/get-branch'];

    test('is a fault of the plan, which says where and what to do, at no request more', async () => {
      const stopping = ['pull_request', 'required_status_checks', 'required_signatures', 'update', 'merge_queue'];
      const idOf = (rule: string) => rule.replaceAll('_', '-');
      const named = ruled([], RECORDS().replace(/branch: .*/, 'branch: stable'), {
        rulesets: [{ id: 42, branch: 'stable', rules: ['update'] }],
      });
      const onEvent = RECORDS()
        .replace(/on: .*/, 'on: { repository_dispatch: { types: [publish] } }')
        .replace('inputs.nonce', 'github.event.client_payload.nonce');
      const { exitCode, errors } = await planned({
        ...Object.fromEntries(stopping.map((rule) => [idOf(rule), ruled([rule, 'non_fast_forward'])])),
        // It is asked of the branch that the step names, not of the one it runs on; of an event, of the default branch.
        'names-its-branch': named,
        'on-an-event': ruled(['update'], onEvent, {
          workflows: [{ file: 'release.yml', on: ['repository_dispatch'], types: ['publish'] }],
          says: ', event-type: publish',
        }),
        older: ruled([], RECORDS(), { rulesets: [], requiredChecks: { main: ['ci', 'lint'] } }),
      });
      expect({ exitCode, errors }).toEqual({
        exitCode: 1,
        errors: [
          ...stopping.map((rule) =>
            expect.stringMatching(
              `::Component ${idOf(rule)}: .github/workflows/release.yml in acme/${idOf(rule)} at main pushes its release commit to main with GITHUB_TOKEN, and GitHub would refuse that: ruleset 42 of acme/${idOf(rule)} has ${rule}\\. .*bypass the rule.*on-branch-failure: warn`,
            ),
          ),
          faultOf('names-its-branch', 'pushes its release commit to stable with GITHUB_TOKEN'),
          faultOf('on-an-event', 'pushes its release commit to main with GITHUB_TOKEN'),
          faultOf(
            'older',
            'would refuse that: the branch protection of main in acme/older requires the status checks ci and lint. ',
          ),
        ],
      });
      for (const id of stopping.map(idOf)) expect(looksAt(id)).toEqual([...READ, 'repos/get-branch-rules']);
      expect(looksAt('older')).toEqual(UNGUARDED);
    });

    test('is none where a release commit keeps it, it is of another branch, or the step may break it', async () => {
      const kept = ['non_fast_forward', 'deletion', 'required_linear_history'];
      const outcome = await planned({
        'kept-or-elsewhere': ruled([], RECORDS(), {
          rulesets: [
            { id: 42, branch: 'main', rules: kept },
            { id: 43, branch: 'next', rules: ['pull_request'] },
          ],
        }),
        'a-token-of-its-own': ruled(['pull_request'], RECORDS('          token: ${{ steps.app.outputs.token }}')),
        'only-warns': ruled(['pull_request'], RECORDS('          on-branch-failure: warn')),
        'a-script-with-a-token': ruled(['pull_request'], PUSHES('        with: { token: "${{ secrets.BOT }}" }')),
        'only-tried-out': ruled([], RECORDS(), {
          rulesets: [{ id: 42, branch: 'main', rules: ['pull_request'], enforcement: 'evaluate' }],
        }),
        'a-plan-without-rulesets': ruled(['pull_request'], RECORDS(), { withoutRulesets: true }),
      });
      expect(outcome).toEqual({ exitCode: 0, errors: [], warnings: [] });
      expect(looksAt('only-tried-out')).toEqual(UNGUARDED);
    });

    test('is a warning where a script pushes, it depends on the commit, or only administrators see it', async () => {
      const { exitCode, warnings } = await planned({
        script: ruled(['pull_request'], PUSHES()),
        commit: ruled(['commit_message_pattern']),
        older: ruled([], RECORDS(), { protectedBranches: ['main'] }),
      });
      expect({ exitCode, warnings }).toEqual({
        exitCode: 0,
        warnings: [
          expect.stringContaining(
            '::warning::Component script: .github/workflows/release.yml in acme/script at main pushes to main',
          ),
          expect.stringContaining('commit_message_pattern'),
          expect.stringContaining('acme/older shows only administrators whether it requires a pull request'),
        ],
      });
    });

    describe('and one of its tags', () => {
      /** With these rules for tags of this pattern. */
      const tagged = (tag: string, rules: readonly string[], file = RECORDS(), more: Child = {}): Child =>
        ruled([], file, { rulesets: [{ id: 7, tag, rules }], ...more });
      const ONLY_TAGS = RECORDS().replace(/ {8}with:\n.*\n/, '');
      const SCRIPT = (step: string) => `${PUSHES().split('      - run')[0]}      - ${step}\n`;

      test('is a fault of the plan, too, where it stands for whatever the tag may be called', async () => {
        const onEvent = ONLY_TAGS.replace(/on: .*/, 'on: { repository_dispatch: { types: [publish] } }').replace(
          'inputs.nonce',
          'github.event.client_payload.nonce',
        );
        const { exitCode, errors } = await planned({
          'all-tags': tagged('**', ['creation']),
          'only-tags': tagged('**', ['creation'], ONLY_TAGS),
          'several-packages': tagged('@acme/**', ['creation', 'tag_name_pattern'], RECORDS(), {
            says: ', package: [{ npm: "@acme/a" }, { npm: "@acme/b" }]',
          }),
          'its-own-form': tagged('v*', ['creation'], RECORDS(), { says: ', tag: "v{version}"' }),
          'on-an-event': tagged('**', ['creation'], onEvent, {
            workflows: [{ file: 'release.yml', on: ['repository_dispatch'], types: ['publish'] }],
            says: ', event-type: publish',
          }),
        });
        expect({ exitCode, errors }).toEqual({
          exitCode: 1,
          errors: [
            faultOf(
              'all-tags',
              'pushes the tag of its release with GITHUB_TOKEN, and GitHub would refuse that: ruleset 7 of acme/all-tags has creation for refs/tags/\\*\\*\\. The version would be published without its tag.*may bypass the rule',
            ),
            faultOf('only-tags', 'would refuse that: ruleset 7 of acme/only-tags has creation'),
            faultOf('several-packages', 'would refuse that: ruleset 7 of acme/several-packages has creation for'),
            faultOf('its-own-form', 'would refuse that: ruleset 7 of acme/its-own-form has creation for refs/tags/v'),
            faultOf('on-an-event', 'would refuse that: ruleset 7 of acme/on-an-event has creation'),
          ],
        });
        expect(looksAt('only-tags')).toEqual([...READ, 'repos/get-repo-ruleset']);
      });

      describe('of a repository that is one package', () => {
        const of = (tag: string, packages: Readonly<Record<string, string>>, file = RECORDS()) =>
          tagged(tag, ['creation'], file, { files: { '.github/workflows/release.yml': file, ...packages } });
        const one = { 'package.json': '{ "name": "core", "version": "1.0.0" }' };

        test('is certain: there is no name in it', async () => {
          const examples = {
            'package.json': '{ "name": "core", "version": "1.0.0", "workspaces": ["examples/*"] }',
            'examples/one/package.json': '{ "name": "one", "private": true }',
          };
          const { exitCode, errors } = await planned({
            plain: of('v*', one),
            other: of('package@*', one),
            'with-examples': of('v*', examples),
          });
          expect({ exitCode, errors }).toEqual({
            exitCode: 1,
            errors: [
              faultOf('plain', 'would refuse that: ruleset 7 of acme/plain has creation for refs/tags/v\\*'),
              faultOf('with-examples', 'would refuse that: ruleset 7 of acme/with-examples has creation'),
            ],
          });
        });

        test('is not, where it is more than that, or where another tags it', async () => {
          const more = { 'package.json': '{ "workspaces": ["core"] }', 'core/package.json': one['package.json'] };
          const { exitCode, warnings } = await planned({
            'its-other-form': of('package@*', one),
            'a-workspace': of('v*', more),
            'a-private-one': of('v*', { 'package.json': '{ "name": "core", "private": true }' }),
            'an-unreadable-one': of('v*', { 'package.json': '{' }),
            'a-script': of('v*', one, SCRIPT('run: git push origin refs/tags/v1')),
          });
          const unsure = warnings.map((text) => /Component (\S+): .* cannot be seen from here/.exec(text)?.[1]);
          expect({ exitCode, unsure }).toEqual({
            exitCode: 0,
            unsure: ['a-workspace', 'a-private-one', 'an-unreadable-one', 'a-script'],
          });
        });
      });

      test('is none where a new tag keeps it, it stands for others, or the step may break it', async () => {
        const outcome = await planned({
          'kept-or-others': tagged('**', ['deletion', 'update', 'non_fast_forward'], RECORDS(), {
            rulesets: [
              { id: 7, tag: '**', rules: ['deletion', 'update', 'non_fast_forward'] },
              { id: 8, tag: 'legacy-*', rules: ['creation'] },
              { id: 9, branch: 'main', rules: ['creation'] },
              { id: 10, tag: '**', rules: ['creation'], enforcement: 'evaluate' },
            ],
          }),
          'a-token-of-its-own': tagged('**', ['creation'], RECORDS('          token: ${{ steps.app.outputs.token }}')),
          'a-key-of-its-own': tagged('**', ['creation'], PUSHES('        with: { ssh-key: "${{ secrets.KEY }}" }')),
          'a-release-with-a-token-of-its-own': tagged(
            '**',
            ['creation'],
            SCRIPT('{ run: gh release create v1.1.0, env: { GH_TOKEN: "${{ secrets.BOT }}" } }'),
          ),
          'no-tag': tagged('**', ['creation'], PUSHES()),
        });
        expect(outcome).toEqual({ exitCode: 0, errors: [], warnings: [] });
      });

      test('is a warning where it depends on the name or the commit of the tag, or a script makes it', async () => {
        const script = (step: string) => tagged('v*', ['creation'], SCRIPT(step));
        const { exitCode, errors, warnings } = await planned({
          'by-its-name': tagged('v*', ['creation'], RECORDS(), { says: ', package: { npm: core }' }),
          'by-its-commit': tagged('**', ['required_signatures', 'tag_name_pattern']),
          'a-push': script('run: git tag v1 && git push origin refs/tags/v1'),
          'with-its-commit': script('run: git push --follow-tags'),
          'a-function': script('run: remote push origin "refs/tags/$tag"'),
          'a-release': script('{ run: gh release create v1.1.0, env: { GH_TOKEN: "${{ github.token }}" } }'),
          'an-action': script('uses: softprops/action-gh-release@v3'),
        });
        const unsure = (id: string, what: string) =>
          expect.stringMatching(
            `^::warning::Component ${id}: .*pushes the tag of its release, and whether it may cannot be seen from here: ruleset 7 of acme/${id} has ${what}\\.$`,
          );
        expect({ exitCode, errors, warnings }).toEqual({
          exitCode: 0,
          errors: [],
          warnings: [
            unsure('by-its-name', 'creation for refs/tags/v\\*'),
            unsure('by-its-commit', 'required_signatures and tag_name_pattern for refs/tags/\\*\\*'),
            ...['a-push', 'with-its-commit', 'a-function', 'a-release', 'an-action'].map((id) =>
              unsure(id, 'creation for refs/tags/v\\*'),
            ),
          ],
        });
      });
    });

    test('is asked for once, like all else, where components share the repository', async () => {
      await serve();
      const files = { '.github/workflows/release.yml': RECORDS() };
      github.addRepository({
        owner: 'acme',
        name: 'mono',
        tags: ['core@1.0.0', 'cli@2.0.0'],
        workflows: [good],
        files,
      });
      const { exitCode } = await plan(
        {},
        MANY({}).replace(
          'core: { repository: acme/core }',
          'core: { repository: &r acme/mono }\n  cli: { repository: *r }',
        ),
      );
      expect({ exitCode, looks: looksAt('mono') }).toEqual({ exitCode: 0, looks: UNGUARDED });
    });

    test('that cannot be looked at is a warning', async () => {
      await serve(faultOnce('repos/get-branch-rules', { kind: 'status', status: 404, when: 'before' }));
      github.addRepository({
        owner: 'acme',
        name: 'core',
        files: { '.github/workflows/release.yml': RECORDS() },
        workflows: [good],
        rulesets: [{ id: 42, branch: 'main', rules: ['update'] }],
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

  slow('components of one repository may have a workflow each, and each is looked at', async () => {
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
    const manifest = MANY({ second: { says: ', ref: main' } }).replace('acme/second', 'acme/secnd');
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
