import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../simulator/github.ts';
import type { RepositoryDefinition } from '../../../simulator/types.ts';
import { resolveManifestFile, resolveRead } from '../../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../../src/engine/planning/read-manifest.ts';
import { git } from '../../../src/platform/process/git.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import type { Manifest } from '../../../src/train/manifest/manifest.ts';
import { packagesOf } from '../../../src/train/manifest/packages.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';
import { type DoctorWorld, EXAMPLE, exampleWorld } from './doctor-world.ts';

/** Who needs whom, by repositories: ids are a matter of taste. */
function graphOf({ components }: Manifest): Record<string, readonly string[]> {
  const repositories = new Map(components.map(({ id, repository }) => [id, repository]));
  return Object.fromEntries(
    components.map(({ repository, needs }) => [repository, needs.map((id) => repositories.get(id) ?? id).sort()]),
  );
}

async function manifestIn(text: string): Promise<Manifest> {
  const resolved = resolveRead(await readManifest(text, 'draft'));
  if ('faults' in resolved) throw new Error(JSON.stringify(resolved.faults));
  return resolved.manifest;
}

describe("the example's sixteen repositories", () => {
  let world: DoctorWorld;
  beforeAll(async () => {
    world = await exampleWorld();
  });
  afterAll(() => world.close());

  slow('give the graph of the example, its packages, groups and tokens; and the draft passes the check', async () => {
    const run = await world.run({ operation: 'discover', owners: 'typescript-eda, web-buddy, chatgpt-buddy' });
    expect(run).toMatchObject({ exitCode: 0, outputs: { draft: '.release-actions/release-train.yml' } });
    const draft = await manifestIn(await world.read('.release-actions/release-train.yml'));
    const { manifest: example } = await resolveManifestFile(EXAMPLE);
    expect(graphOf(draft)).toEqual(graphOf(example));
    const published = ({ components }: Manifest) => new Set(components.map((one) => JSON.stringify(packagesOf(one))));
    expect(published(draft)).toEqual(published(example));
    expect(draft.groups.map(({ version }) => version)).toEqual(['shared', 'shared', 'shared']);
    expect(Object.keys(draft.tokens).sort()).toEqual(Object.keys(example.tokens).sort());
    expect((await world.run({ manifest: '.release-actions/release-train.yml' })).problems).toEqual([]);
    expect(world.github.violations).toEqual([]);
  });
});

const RELEASE = {
  '.github/workflows/release.yml':
    'name: Release\nrun-name: "[${{ inputs.nonce }}]"\non:\n  workflow_dispatch:\n    inputs: { version: {}, nonce: {}, channel: { required: true, options: [latest, next] } }\njobs: {}\n',
};
const json = (name: string, more: object = {}) => JSON.stringify({ name, version: '1.0.0', ...more });

async function discovered(
  repositories: readonly Omit<RepositoryDefinition, 'owner'>[],
  {
    inputs = {},
    token = {},
    before,
    faults,
  }: {
    /** The draft that is there already. */
    readonly before?: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly token?: { readonly repositories?: readonly string[] };
    readonly faults?: Parameters<typeof createGitHub>[0]['faults'];
  } = {},
) {
  const github = createGitHub({ clock: realClock, rateLimits: 'off', ...(faults && { faults }) });
  for (const one of repositories) github.addRepository({ owner: 'acme', ...one });
  github.addToken('token-of-acme', { owners: ['acme'], ...token, ...(token.repositories && { owners: [] }) });
  const { url, close } = await github.serve();
  const cwd = await mkdtemp(join(tmpdir(), 'release-actions-discover-'));
  try {
    if (before !== undefined) await writeFile(join(cwd, 'draft.yml'), before);
    const run = await runBundle('doctor', {
      cwd,
      inputs: { operation: 'discover', owners: 'acme', token: 'token-of-acme', draft: 'draft.yml', ...inputs },
      env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'acme/releases' },
    });
    const text = await readFile(join(cwd, 'draft.yml'), 'utf8').catch(() => '');
    expect(github.violations).toEqual([]);
    return { run, text, manifest: text === '' ? undefined : await manifestIn(text).catch(() => undefined) };
  } finally {
    await close();
  }
}

test('a draft that somebody has edited is left as it is, and one that nobody has is found again', async () => {
  const repositories = [{ name: 'core', files: { 'package.json': json('@acme/core'), ...RELEASE } }];
  const { text } = await discovered(repositories);
  expect(await discovered(repositories, { before: text })).toMatchObject({ run: { exitCode: 0 }, text });
  const before = text.replace('core:', 'kernel:');
  const { run, text: after } = await discovered(repositories, { before });
  expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('draft.yml is there already') });
  expect(after).toBe(before);
});

slow('forks, archived, empty and bare repositories are left out and told; the rest is right', async () => {
  const { run, manifest } = await discovered([
    { name: 'core', files: { 'package.json': json('@acme/core'), ...RELEASE } },
    { name: 'fork', fork: true, files: { 'package.json': json('@acme/fork') } },
    { name: 'attic', archived: true, files: { 'package.json': json('@acme/attic') } },
    { name: 'empty', empty: true },
    { name: 'notes', files: { 'README.md': '#' } },
    { name: 'hidden', private: true, files: { 'package.json': json('@acme/hidden', { private: true }) } },
    { name: 'broken', files: { 'package.json': '{ "name": ' } },
    { name: 'new-name', formerNames: ['acme/old-name'], files: { 'package.json': json('@acme/moved'), ...RELEASE } },
  ]);
  expect(manifest?.components.map(({ id }) => id)).toEqual(['core', 'new-name']);
  for (const line of [
    'Left out acme/fork: it is a fork.',
    'Left out acme/attic: it is archived.',
    'Left out acme/empty: it is empty.',
    'Left out acme/notes: it has no package.json, no pyproject.toml, and no workflow that could release or deploy it.',
    'Left out acme/hidden: its packages are private, and it has no workflow that could release or deploy it.',
    'Left out acme/broken: Its package.json could not be read:',
  ])
    expect(run.stdout).toContain(line);
  expect(run.stdout).toContain(
    'core: its workflow requires the input channel, for which latest was written: look at it.',
  );
  expect(manifest?.components[0]?.inputs).toEqual({ version: '{version}', nonce: '{nonce}', channel: 'latest' });
});

slow('workspaces, Python projects and private applications, each as it is released', async () => {
  const { manifest, run } = await discovered([
    {
      name: 'mono',
      files: {
        'package.json': JSON.stringify({ private: true, workspaces: ['packages/*'] }),
        'packages/a/package.json': json('@acme/a'),
        'packages/b/package.json': json('@acme/b', { dependencies: { '@acme/a': 'workspace:*' } }),
        ...RELEASE,
      },
    },
    {
      name: 'py-client',
      defaultBranch: 'trunk',
      files: {
        'pyproject.toml':
          '[project]\nname = "Acme_Client"\nversion = "1.0.0"\ndependencies = ["acme.core[fast] >=1,<2; python_version > \'3.9\'", "requests"]\n',
      },
    },
    {
      name: 'py-core',
      files: {
        'python/pyproject.toml':
          '[tool.poetry]\nname = "acme-core"\nversion = "1.0.0"\n[tool.poetry.dependencies]\npython = "^3.11"\n',
      },
    },
    {
      name: 'app',
      files: {
        'package.json': json('app', {
          private: true,
          dependencies: { '@acme/b': '^1.0.0' },
          devDependencies: { '@acme/a': '*' },
        }),
        '.github/workflows/deploy.yml':
          'on: { workflow_dispatch: { inputs: { version: {}, environment: { required: true } } } }\njobs: {}\n',
      },
    },
  ]);
  const shape = manifest?.components.map(({ id, needs, ref, directory, dispatch, ...one }) => ({
    ...{ id, needs, ref, directory, dispatch, packages: packagesOf(one) },
  }));
  expect(shape).toEqual([
    {
      id: 'mono',
      needs: [],
      ref: 'main',
      dispatch: { workflow: 'release.yml' },
      packages: [{ npm: '@acme/a' }, { npm: '@acme/b' }],
    },
    { id: 'app', needs: ['mono'], ref: 'main', dispatch: { workflow: 'deploy.yml' }, packages: [] },
    {
      id: 'py-core',
      needs: [],
      ref: 'main',
      directory: 'python',
      dispatch: { workflow: 'release.yml' },
      packages: [{ pypi: 'acme-core' }],
    },
    {
      id: 'py-client',
      needs: ['py-core'],
      ref: 'trunk',
      dispatch: { workflow: 'release.yml' },
      packages: [{ pypi: 'Acme_Client' }],
    },
  ]);
  expect(run.stdout).toContain(
    'py-core: acme/py-core has no workflow that could release it; release.yml is to be installed there.',
  );
  const app = manifest?.components.find(({ id }) => id === 'app');
  expect(app?.inputs).toEqual({ version: '{version}', environment: '{environment}' });
});

test('a circle of real dependencies is cut and told, and the draft is a manifest all the same', async () => {
  const { manifest, run } = await discovered([
    { name: 'hen', files: { 'package.json': json('hen', { dependencies: { egg: '^1' } }), ...RELEASE } },
    { name: 'egg', files: { 'package.json': json('egg', { peerDependencies: { hen: '^1' } }), ...RELEASE } },
  ]);
  expect(manifest && graphOf(manifest)).toEqual({ 'acme/egg': ['acme/hen'], 'acme/hen': [] });
  expect(run.stdout).toContain(
    'egg → hen → egg depend on each other in a circle: hen was left without needing egg, though it depends on egg (dependencies).',
  );
});

slow('a token that sees half: what it sees is right, and a name that it does not see is told', async () => {
  const { manifest, run } = await discovered(
    [
      { name: 'seen', private: true, files: { 'package.json': json('seen'), ...RELEASE } },
      { name: 'unseen', private: true, files: { 'package.json': json('unseen'), ...RELEASE } },
    ],
    { token: { repositories: ['acme/seen'] }, inputs: { repositories: 'acme/unseen', owners: 'acme, nobody-there' } },
  );
  expect(manifest?.components.map(({ id }) => id)).toEqual(['seen']);
  expect(run.stdout).toContain('Left out acme/unseen: there is no such repository, or the token may not see it.');
  expect(run.stdout).toContain(
    'Left out nobody-there/*: there is no such organisation or person, or the token may not see it.',
  );
});

const demanding = (option: string) =>
  `on: { workflow_dispatch: { inputs: { version: {}, "x: [\\n- y": { required: true, options: [${JSON.stringify(option)}] } } } }\njobs: {}\n`;

test('names and values from repositories do not break out of the draft', async () => {
  const { manifest } = await discovered([
    { name: 'All', files: { 'package.json': json('@acme/all'), ...RELEASE } },
    { name: '0.x', files: { 'package.json': json('@acme/zero'), ...RELEASE } },
    {
      name: 'odd',
      defaultBranch: 'true',
      files: { 'package.json': json('@acme/odd'), '.github/workflows/release.yml': demanding('a: b # {version}') },
    },
  ]);
  expect(manifest?.components.map(({ id, ref }) => [id, ref])).toEqual([
    ['0.x', 'main'],
    ['acme-all', 'main'],
    ['odd', 'true'],
  ]);
  expect(manifest?.components.at(-1)?.inputs).toEqual({ version: '{version}', 'x: [\n- y': 'a: b # \\{version}' });
});

test('what no manifest can say is told with its line', async () => {
  const files = { 'package.json': json('@acme/odd'), '.github/workflows/release.yml': demanding('${{ a }}') };
  const { run } = await discovered([{ name: 'odd', files }]);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toMatch(/The draft needs a hand\. Line \d+: .* is not evaluated in a manifest/);
});

test('one repository that cannot be read does not end the others', async () => {
  const { run, manifest } = await discovered([
    { name: 'good', files: { 'package.json': json('good'), ...RELEASE } },
    { name: 'linked', files: { 'package.json': json('linked', { dependencies: { good: 7 } }), ...RELEASE } },
  ]);
  expect(run.exitCode).toBe(0);
  expect(manifest?.components.map(({ id }) => id)).toContain('good');
  expect(run.stdout).toContain('Its package.json could not be read: ');
});

test('nothing to discover is a sentence', async () => {
  const { run } = await discovered([{ name: 'notes', files: { 'README.md': '#' } }]);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('Nothing was found that a train could release. acme/notes: it has no package.json');
});

test.each([
  [{ owners: '' }, 'give the input owners (organisations or people), repositories (owner/name), or clones'],
  [{ owners: 'a/b' }, 'Input owners: "a/b" is no owner.'],
  [{ repositories: 'acme' }, 'expected a repository as owner/name'],
])('%j is refused', async (inputs, message) => {
  const { run } = await discovered([], { inputs });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain(message);
});

slow('a folder of clones needs no token', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'release-actions-clones-'));
  const clone = async (name: string, files: Readonly<Record<string, string>>) => {
    const folder = join(cwd, 'clones', name);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const options = { cwd: folder, env: process.env };
    await git(['init', '-q', '-b', 'trunk'], options);
    await git(['remote', 'add', 'origin', `git@github.com:acme/${name}.git`], options);
  };
  await clone('core', { 'package.json': json('@acme/core'), ...RELEASE });
  await clone('cli', { 'package.json': json('@acme/cli', { dependencies: { '@acme/core': '^1' } }), ...RELEASE });
  await mkdir(join(cwd, 'clones', 'downloads'), { recursive: true });
  const run = await runBundle('doctor', {
    cwd,
    inputs: { operation: 'discover', clones: 'clones', draft: 'draft.yml' },
  });
  expect(run.exitCode).toBe(0);
  const draft = await manifestIn(await readFile(join(cwd, 'draft.yml'), 'utf8'));
  expect(graphOf(draft)).toEqual({ 'acme/core': [], 'acme/cli': ['acme/core'] });
  expect(draft.components[0]?.ref).toBe('trunk');
  expect(run.stdout).toContain('Left out downloads: it is no clone with a remote called origin.');
});
