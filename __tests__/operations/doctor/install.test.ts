import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { faultOnce } from '../../../simulator/faults.ts';
import { createGitHub, type GitHubOptions, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { RepositoryDefinition } from '../../../simulator/types.ts';
import { parseYaml } from '../../../src/platform/text/yaml.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';

const MANIFEST = `name: acme
defaults: { workflow: release.yml, ref: main, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core, package: { npm: "@acme/core" } }
  cli: { repository: other/cli, package: { npm: "@acme/cli" }, needs: [core], workflow: publish.yml }
  app: { repository: acme/app }
`;
const HUB = `sources:
  acme/services: { events: [services-changed], components: { auth: services/auth, web: . } }
environments:
  - { branch: main, environment: production }
  - { branch: "hotfix/*", environment: production }
`;
const BRANCH = 'release-actions/templates';
const write = { contents: 'write', pull_requests: 'write', workflows: 'write', metadata: 'read' } as const;

interface Stage {
  readonly github: SimulatedGitHub;
  readonly run: (inputs?: Readonly<Record<string, string>>) => ReturnType<typeof runBundle>;
  readonly close: () => Promise<void>;
}
let stage: Stage;

async function open(
  options: Partial<GitHubOptions> = {},
  files: Readonly<Record<string, string>> = { '.github/release-train.yml': MANIFEST },
): Promise<Stage> {
  const github = createGitHub({ clock: realClock, rateLimits: 'off', ...options });
  const add = (owner: string, name: string, more: Partial<RepositoryDefinition> = {}) =>
    github.addRepository({ owner, name, files: { 'README.md': '#' }, ...more });
  for (const name of ['core', 'app', 'services']) add('acme', name);
  add('ops', 'releases');
  add('other', 'cli', { defaultBranch: 'trunk' });
  github.addToken('token-of-acme', { owners: ['acme'], permissions: write });
  github.addToken('token-of-ops', { owners: ['ops'], permissions: write });
  github.addToken('token-of-other', { owners: ['other'], permissions: write });
  const { url, close } = await github.serve();
  const cwd = await mkdtemp(join(tmpdir(), 'release-actions-install-'));
  await mkdir(join(cwd, '.github'));
  for (const [path, text] of Object.entries(files)) await writeFile(join(cwd, path), text);
  const run = (inputs = {}) =>
    runBundle('doctor', {
      cwd,
      inputs: {
        operation: 'install',
        token: 'token-of-ops',
        tokens: 'acme: token-of-acme\nother: token-of-other',
        ...inputs,
      },
      env: {
        GITHUB_API_URL: url,
        GITHUB_REPOSITORY: 'ops/releases',
        GITHUB_ACTION_REPOSITORY: 'acme-tools/release-actions',
      },
    });
  return { github, run, close };
}

beforeEach(async () => {
  stage = await open();
});
afterEach(() => stage.close());

function fileAt(repository: string, path: string, branch = BRANCH): string | undefined {
  const { git } = stage.github.repository(repository);
  const commit = git.resolve(branch);
  const entry = commit && git.entryAt(commit.tree, path);
  return entry && String(git.blob(entry.sha));
}

/** Merges our pull request, as a person does. */
function merge(repository: string, base = 'main'): void {
  const found = stage.github.repository(repository);
  found.git.refs.set(`refs/heads/${base}`, found.git.refs.get(`refs/heads/${BRANCH}`) ?? '');
  for (const { issue } of found.pulls) issue.state = 'closed';
}

const file = '.github/workflows/release.yml';
const pullsOf = (repository: string) =>
  stage.github.repository(repository).pulls.map(({ issue, base }) => [issue.title, base, issue.state]);

slow('a dry run is the default: it shows what would be written, and writes nothing', async () => {
  const run = await stage.run();
  expect(run.exitCode).toBe(0);
  expect(stage.github.effects).toEqual([]);
  expect(run.stdout).toContain('acme/core: would open a pull request.');
  expect(run.stdout).toContain('::notice::Dry run: nothing was written. With dry-run: false');
  expect(run.summary).toContain('+++ b/.github/workflows/publish.yml');
  expect(run.summary).not.toContain('acme/app');
});

slow('one pull request a repository, with the right templates and their placeholders filled in', async () => {
  const run = await stage.run({ 'dry-run': 'false' });
  expect(run.exitCode).toBe(0);
  expect(pullsOf('acme/core')).toEqual([['Add release.yml of release-actions 0.0.0', 'main', 'open']]);
  expect(pullsOf('other/cli')).toEqual([['Add release.yml of release-actions 0.0.0', 'trunk', 'open']]);
  expect(pullsOf('ops/releases')).toEqual([
    ['Add release-train.yml and doctor.yml of release-actions 0.0.0', 'main', 'open'],
  ]);
  expect(pullsOf('acme/app')).toEqual([]);
  expect(JSON.parse(run.outputs['pull-requests'] ?? '')).toHaveLength(3);

  const release = fileAt('other/cli', '.github/workflows/publish.yml') ?? '';
  expect(release).toMatch(/^# release-actions: release\.yml 0\.0\.0 [0-9a-f]{16}\n/);
  expect(release).toContain('uses: acme-tools/release-actions/claim-release@v1');
  expect(release).not.toContain('org/release-actions');
  const train = fileAt('ops/releases', '.github/workflows/release-train.yml') ?? '';
  expect(train).toContain('        acme: ${{ secrets.ACME_TOKEN }}\n        other: ${{ secrets.OTHER_TOKEN }}\n');
  expect(train).not.toContain('my-org');
  for (const text of [release, train]) expect(await parseYaml(text)).not.toHaveProperty('faults');
  const [pull] = stage.github.repository('acme/core').pulls;
  expect(pull?.issue.body).toContain('npm trust github PACKAGE --repo acme/core');
  expect(stage.github.violations).toEqual([]);
});

slow('again changes nothing; merged, there is nothing to do', async () => {
  await stage.run({ 'dry-run': 'false' });
  const { effects } = stage.github;
  const before = effects.length;
  const again = await stage.run({ 'dry-run': 'false' });
  expect(again.stdout).toContain('acme/core: nothing to do: http://');
  expect(effects).toHaveLength(before);
  merge('acme/core');
  const third = await stage.run({ 'dry-run': 'false' });
  expect(third.stdout).toContain('acme/core: nothing to do.');
  expect(pullsOf('acme/core')).toHaveLength(1);
});

slow('a template that is behind is replaced with update, its pins are kept', async () => {
  await stage.run({ 'dry-run': 'false' });
  merge('acme/core');
  const present = fileAt('acme/core', file, 'main') ?? '';
  const { withHeader } = await import('../../../src/operations/doctor/templates/template-text.ts');
  const older = present.split('\n').slice(1).join('\n').replace('timeout-minutes: 60', 'timeout-minutes: 45');
  const pinned = withHeader('release.yml', '0.0.0-old.1', older)
    .replace(/actions\/checkout@\S+ # v\S+/g, `actions/checkout@${'c'.repeat(40)} # v9.9.9`)
    .replaceAll('release-actions/claim-release@v1', `release-actions/claim-release@${'d'.repeat(40)}`)
    .replaceAll(/(acme-tools\/release-actions\/\S+)@v1/g, `$1@${'d'.repeat(40)}`);
  stage.github.commit('acme/core', 'main', { [file]: pinned });
  expect((await stage.run({ 'dry-run': 'false' })).stdout).toContain('acme/core: nothing to do.');
  const run = await stage.run({ 'dry-run': 'false', update: 'true' });
  expect(run.stdout).toContain('acme/core: pull request opened');
  const fresh = fileAt('acme/core', file) ?? '';
  expect(fresh).toContain('timeout-minutes: 60');
  expect(fresh.match(/actions\/checkout@c{40} # v9\.9\.9/g)).toHaveLength(3);
  expect(fresh).not.toContain('@v1');
  expect(pullsOf('acme/core').at(-1)?.[0]).toBe('Update release.yml of release-actions 0.0.0');
});

slow('what a person changed stays as it is; the new template lies beside it, with what differs', async () => {
  await stage.run({ 'dry-run': 'false' });
  merge('acme/core');
  const mine = (fileAt('acme/core', file, 'main') ?? '').replace('timeout-minutes: 60', 'timeout-minutes: 15');
  stage.github.commit('acme/core', 'main', { [file]: mine });
  const run = await stage.run({ 'dry-run': 'false', update: 'true' });
  expect(run.exitCode).toBe(0);
  expect(fileAt('acme/core', file)).toBe(mine);
  expect(fileAt('acme/core', `${file}.new`)).toContain('timeout-minutes: 60');
  const body = stage.github.repository('acme/core').pulls.at(-1)?.issue.body ?? '';
  expect(body).toContain('was changed since it was installed, so it stays as it is');
  expect(body).toContain('-    timeout-minutes: 15');
});

test("somebody's own workflow is left alone", async () => {
  stage.github.commit('acme/core', 'main', { [file]: 'on: workflow_dispatch\njobs: {}\n' });
  const run = await stage.run({ 'dry-run': 'false', update: 'true' });
  expect(run.stdout).toContain('acme/core: nothing to do.');
  expect(run.summary).toContain('`.github/workflows/release.yml`: own');
  expect(pullsOf('acme/core')).toEqual([]);
});

slow('a pull request that was closed is not opened again while its branch is there', async () => {
  await stage.run({ 'dry-run': 'false' });
  for (const { issue } of stage.github.repository('acme/core').pulls) issue.state = 'closed';
  const run = await stage.run({ 'dry-run': 'false' });
  expect(run.stdout).toContain('acme/core: declined (its pull request was closed');
  expect(pullsOf('acme/core')).toHaveLength(1);
});

slow('one repository that fails stops no other', async () => {
  stage.github.addToken('token-of-other', {
    owners: ['other'],
    permissions: { contents: 'write', pull_requests: 'write' },
  });
  stage.github.changeSettings('acme/core', { archived: true });
  const run = await stage.run({ 'dry-run': 'false' });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain(
    '::error::other/cli did not get its templates: The token may not write workflow files in other/cli: give it Workflows: write',
  );
  expect(run.stdout).toContain(
    '::error::acme/core did not get its templates: acme/core is archived: nobody can write there.',
  );
  expect(pullsOf('ops/releases')).toHaveLength(1);
});

slow.each(['git/create-ref', 'graphql', 'pulls/create'])(
  'an answer that is lost after the effect (%s) doubles nothing',
  async (operation) => {
    await stage.close();
    stage = await open({ faults: faultOnce(operation, { kind: 'reset', when: 'after' }) });
    const run = await stage.run({ 'dry-run': 'false' });
    expect(run.exitCode).toBe(0);
    for (const repository of ['acme/core', 'other/cli', 'ops/releases']) {
      expect(pullsOf(repository)).toHaveLength(1);
      const commits = stage.github.effects.filter((one) => one.kind === 'commit' && one.repository === repository);
      expect(commits).toHaveLength(1);
    }
  },
);

test('a hub gets its pipeline, and each source its trigger', async () => {
  await stage.close();
  stage = await open({}, { '.github/hub.yml': HUB });
  const run = await stage.run({ 'dry-run': 'false' });
  expect(run.exitCode).toBe(0);
  const trigger = fileAt('acme/services', '.github/workflows/trigger-hub.yml') ?? '';
  expect(trigger).toContain('hub: ops/releases\n');
  expect(trigger).toContain('branches: [main, "hotfix/*"]');
  expect(trigger).toContain('          paths: |\n            auth: "services/auth/**"\n            web: "**"\n');
  const hub = fileAt('ops/releases', '.github/workflows/hub.yml') ?? '';
  expect(hub).toContain('types: [services-changed, release-actions-self-test]');
  expect(hub).toContain('acme: ${{ secrets.ACME_TOKEN }}');
  for (const text of [trigger, hub]) expect(await parseYaml(text)).not.toHaveProperty('faults');
  expect(pullsOf('ops/releases')[0]?.[0]).toBe('Add hub.yml and hub-status.yml of release-actions 0.0.0');
});

test('every template that is brought is there', async () => {
  const names = [
    'release.yml',
    'release-train.yml',
    'cross-repo-deploy.yml',
    'doctor.yml',
    'hub.yml',
    'hub-status.yml',
    'trigger-hub.yml',
  ];
  for (const name of names)
    expect(await readFile(`workflows-templates/${name}`, 'utf8')).toContain('org/release-actions');
});

slow('the check tells what is behind, and what was changed', async () => {
  await stage.run({ 'dry-run': 'false' });
  for (const [repository, base] of [
    ['acme/core', 'main'],
    ['other/cli', 'trunk'],
  ] as const)
    merge(repository, base);
  const { withHeader } = await import('../../../src/operations/doctor/templates/template-text.ts');
  const path = '.github/workflows/publish.yml';
  const older = (fileAt('other/cli', path, 'trunk') ?? '')
    .split('\n')
    .slice(1)
    .join('\n')
    .replace('minutes: 60', 'minutes: 45');
  stage.github.commit('other/cli', 'trunk', { [path]: withHeader('release.yml', '0.0.0-old.1', older) });
  const mine = (fileAt('acme/core', file, 'main') ?? '').replace('minutes: 60', 'minutes: 15');
  stage.github.commit('acme/core', 'main', { [file]: mine });
  const run = await stage.run({ operation: 'check', 'on-problems': 'warn', 'dry-run': 'true' });
  expect(run.stdout).toContain(
    '.github/workflows/publish.yml in other/cli is release.yml of release-actions 0.0.0-old.1; this is 0.0.0.',
  );
  expect(run.stdout).toContain('.github/workflows/release.yml in acme/core was changed since it was installed');
});
