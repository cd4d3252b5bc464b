import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PlannableComponent, planAcrossRepositories } from '../../../src/packages/changesets/across.ts';
import type { ChangesetPlan } from '../../../src/packages/changesets/assemble.ts';
import { planMarkdown } from '../../../src/packages/changesets/changeset-plan-markdown.ts';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import type { RepositoryReader } from '../../../src/packages/workspace/source-tree.ts';
import { slow } from '../../support/slow.ts';
import { changeset, config, type Files, remove, writeWorkspace } from './workspaces.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach(remove));

/** Repositories as folders on disk, read as an API would be. */
function reader(repositories: Readonly<Record<string, Files>>): RepositoryReader & { asked: string[] } {
  const asked: string[] = [];
  const folders = new Map(Object.entries(repositories).map(([name, files]) => [name, writeWorkspace(files)]));
  made.push(...folders.values());
  const folder = (repository: string) => folders.get(repository) ?? `no ${repository}`;
  return {
    asked,
    async list(repository) {
      asked.push(repository);
      const all = readdirSync(folder(repository), { recursive: true, encoding: 'utf8' });
      return all
        .filter((name) => statSync(join(folder(repository), name)).isFile())
        .map((name) => name.split(sep).join('/'));
    },
    async read(repository, _, paths) {
      return new Map(paths.map((path) => [path, readFileSync(join(folder(repository), path), 'utf8')]));
    },
  };
}

const solo = (name: string, version: string, rest: object = {}): Files => ({
  'package.json': { name, version, ...rest },
});
const pending = (id: string, releases: Record<string, string>, settings: object = {}): Files => ({
  '.changeset/config.json': config(settings),
  [`.changeset/${id}.md`]: changeset(releases, `About ${id}.`),
});
const component = (id: string, npm: string, rest: object = {}): PlannableComponent => ({
  id,
  repository: `eda/${id}`,
  ref: 'main',
  package: { npm },
  ...rest,
});

const chain = [component('domain', '@eda/domain'), component('infra', '@eda/infra'), component('app', '@eda/app')];
const chainFiles = {
  'eda/domain': { ...solo('@eda/domain', '1.0.0'), ...pending('brave-fox', { '@eda/domain': 'major' }) },
  'eda/infra': solo('@eda/infra', '2.1.0', { dependencies: { '@eda/domain': '^1.0.0' } }),
  'eda/app': {
    ...solo('@eda/app', '0.4.0', { peerDependencies: { '@eda/infra': '2.1.0' } }),
    '.changeset/config.json': config(),
  },
};

test('a change releases its dependents in other repositories, in order', async () => {
  const { plan, versions, components, warnings } = await planAcrossRepositories(chain, reader(chainFiles));
  expect(versions).toEqual({ domain: '2.0.0', infra: '2.1.1', app: '0.4.1' });
  expect(plan.waves).toEqual([['@eda/domain'], ['@eda/infra'], ['@eda/app']]);
  expect(components[1]).toMatchObject({
    id: 'infra',
    release: { repository: 'eda/infra', directory: '.', why: 'dependency', because: ['@eda/domain'] },
  });
  expect(plan.changesets).toMatchObject([{ id: 'brave-fox', repository: 'eda/domain', summary: 'About brave-fox.' }]);
  expect(warnings).toEqual([]);
  expect(planMarkdown(plan)).toContain(
    '| `@eda/app` | `eda/app` | `0.4.0` | `0.4.1` | patch | depends on `@eda/infra` | – |',
  );
});

test('a change within the ranges releases nobody else', async () => {
  const files = {
    ...chainFiles,
    'eda/domain': { ...solo('@eda/domain', '1.0.0'), ...pending('a', { '@eda/domain': 'minor' }) },
  };
  expect((await planAcrossRepositories(chain, reader(files))).versions).toEqual({ domain: '1.1.0' });
});

test('each repository keeps its own settings, ids may be equal, and one is read once', async () => {
  const mono = {
    'package.json': { private: true, workspaces: ['packages/*'] },
    'packages/a/package.json': { name: 'a', version: '1.0.0' },
    'packages/b/package.json': { name: 'b', version: '1.3.0', private: true },
    ...pending('same', { a: 'minor', b: 'patch' }, { linked: [['*']], privatePackages: { version: true } }),
  };
  const other = {
    'package.json': { private: true, workspaces: ['packages/*'] },
    'packages/c/package.json': { name: 'c', version: '1.0.0' },
    'packages/d/package.json': { name: 'd', version: '5.0.0', private: true, dependencies: { a: '1.0.0' } },
    ...pending('same', { c: 'patch' }),
  };
  const at = (id: string, repository: string) => component(id, id, { repository });
  const api = reader({ 'x/mono': mono, 'x/other': other });
  const { versions, plan } = await planAcrossRepositories(
    [at('a', 'x/mono'), at('b', 'x/mono'), at('c', 'x/other'), at('d', 'x/other')],
    api,
  );
  expect(versions).toEqual({ a: '1.4.0', b: '1.4.0', c: '1.0.1' });
  expect(plan.changesets.map(({ id, repository }) => [id, repository])).toEqual([
    ['same', 'x/mono'],
    ['same', 'x/other'],
  ]);
  expect(api.asked).toEqual(['x/mono', 'x/other']);
});

test('a workspace-protocol-only repository still follows other repositories', async () => {
  const files = {
    ...chainFiles,
    'eda/infra': {
      ...chainFiles['eda/infra'],
      '.changeset/config.json': config({ bumpVersionsWithWorkspaceProtocolOnly: true }),
    },
  };
  expect((await planAcrossRepositories(chain, reader(files))).versions).toMatchObject({ infra: '2.1.1' });
});

test('a Python component follows the only package, or one of its name; else it is said', async () => {
  const python = (id: string, pypi: string): PlannableComponent => ({
    id,
    repository: `py/${id}`,
    ref: 'main',
    package: { pypi },
  });
  const workspace = { 'package.json': { workspaces: ['*'] }, 'x/package.json': { name: 'x', version: '1.0.0' } };
  const { versions, warnings } = await planAcrossRepositories(
    [python('one', 'acme-one'), python('two', 'Acme_Two'), python('three', 'acme-three'), python('four', 'acme-four')],
    reader({
      'py/one': { ...solo('@acme/one', '1.0.0'), ...pending('a', { '@acme/one': 'minor' }) },
      'py/two': {
        ...workspace,
        'y/package.json': { name: 'acme-two', version: '1.0.0' },
        ...pending('a', { 'acme-two': 'patch', x: 'none' }),
      },
      'py/three': { 'pyproject.toml': '' },
      'py/four': {
        ...workspace,
        'x/package.json': { name: 'x4', version: '1.0.0' },
        'y/package.json': { name: 'y4', version: '1.0.0' },
      },
    }),
  );
  expect(versions).toEqual({ one: '1.1.0', two: '1.0.1' });
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/three: py\/three@main has no package\.json/),
    expect.stringMatching(/four: py\/four@main has 2 packages, none of which is named/),
  ]);
});

test('a repository that leaves prerelease mode can be planned with stable ones', async () => {
  const files = {
    ...chainFiles,
    'eda/domain': {
      ...solo('@eda/domain', '2.0.0-next.1'),
      ...pending('pre/a', { '@eda/domain': 'major' }),
      '.changeset/pre.json': { mode: 'exit', tag: 'next' },
    },
    'eda/infra': solo('@eda/infra', '2.1.0', { dependencies: { '@eda/domain': '^2.0.0-next.1' } }),
  };
  expect((await planAcrossRepositories(chain, reader(files))).versions).toEqual({ domain: '2.0.0' });
});

const inPre = (tag: string): Files => ({
  '.changeset/config.json': config(),
  '.changeset/pre.json': { mode: 'pre', tag },
});
const refused: [string, Record<string, Files>, RegExp, PlannableComponent[]?][] = [
  [
    'one name in two repositories',
    { ...chainFiles, 'eda/app': solo('@eda/domain', '1.0.0') },
    /eda\/app@main package\.json: the package "@eda\/domain" is in eda\/domain as well/,
    [...chain.slice(0, 2), component('app', '@eda/domain')],
  ],
  [
    'a component without its package',
    chainFiles,
    /component web has the package "@eda\/domian", which is not in the workspace of eda\/domain@main; did you mean "@eda\/domain"/,
    [component('web', '@eda/domian', { repository: 'eda/domain' })],
  ],
  [
    "another repository's package in a changeset",
    { ...chainFiles, 'eda/app': { ...chainFiles['eda/app'], '.changeset/x.md': changeset({ '@eda/infra': 'patch' }) } },
    /eda\/app@main \.changeset\/x\.md:2: there is no package "@eda\/infra".*lives in eda\/infra/,
  ],
  [
    'prerelease mode in one of them',
    { ...chainFiles, 'eda/domain': { ...chainFiles['eda/domain'], ...inPre('next') } },
    /eda\/infra@main: it is not in prerelease mode.*"next".*one plan has one mode/,
  ],
  [
    'two prerelease tags',
    {
      'eda/domain': { ...chainFiles['eda/domain'], ...inPre('next') },
      'eda/infra': { ...chainFiles['eda/infra'], ...inPre('beta') },
      'eda/app': { ...chainFiles['eda/app'], ...inPre('next') },
    },
    /eda\/infra@main: it is in prerelease mode "beta"/,
  ],
  [
    'a malformed changeset',
    { ...chainFiles, 'eda/domain': { ...chainFiles['eda/domain'], '.changeset/x.md': 'text' } },
    /eda\/domain@main \.changeset\/x\.md:1: the changeset has no front matter/,
  ],
];
test.each(refused)('refused: %s', async (...[, files, message, components = chain]: (typeof refused)[number]) => {
  await expect(planAcrossRepositories(components, reader(files))).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringMatching(message),
  });
});

test('a package.json that cannot be read is a warning where changesets are not used', async () => {
  const files = { ...chainFiles, 'eda/app': { 'package.json': '{}' } };
  const { warnings } = await planAcrossRepositories(
    [...chain.slice(0, 2), { id: 'app', repository: 'eda/app', ref: 'v1' }],
    reader(files),
  );
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/eda\/app@v1 package\.json:1: a package needs a "name"/),
    expect.stringMatching(/app: .*no version/),
  ]);
});

test('what the reader throws is passed on', async () => {
  const failing: RepositoryReader = {
    list: async () => Promise.reject(new Error('GET /repos/x: 404')),
    read: async () => new Map(),
  };
  await expect(planAcrossRepositories(chain, failing)).rejects.toThrow('404');
});

slow('a plan across repositories is the plan of one workspace that holds them all', async () => {
  const member = fc.record({
    version: fc.constantFrom('0.3.0', '1.0.0', '1.2.3', '2.0.0'),
    needs: fc.array(
      fc.record({
        to: fc.nat(5),
        kind: fc.constantFrom('dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'),
        range: fc.constantFrom('^1.0.0', '~1.2.0', '*', '1.x', '^0.3.0', '1.0.0', '>=1.0.0 <3'),
      }),
      { maxLength: 4 },
    ),
    type: fc.constantFrom(undefined, undefined, 'none', 'patch', 'minor', 'major'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(member, { minLength: 2, maxLength: 6 }), async (members) => {
      const one: Record<string, string | object> = {
        'package.json': { workspaces: ['*'] },
        '.changeset/config.json': config(),
      };
      const apart: Record<string, Files> = {};
      for (const [index, { version, needs, type }] of members.entries()) {
        const name = `p${index}`;
        const json: Record<string, unknown> = { name, version };
        for (const { to, kind, range } of needs.filter(({ to }) => to < index)) {
          json[kind] = { ...(json[kind] as object), [`p${to}`]: range };
        }
        const written = type ? pending(name, { [name]: type }) : {};
        one[`${name}/package.json`] = json;
        Object.assign(one, written);
        apart[`x/${name}`] = { 'package.json': json, ...written };
      }
      const directory = writeWorkspace(one);
      made.push(directory);
      const together = await planFromChangesets({ directory });
      const components = members.map((_, index) => component(`p${index}`, `p${index}`, { repository: `x/p${index}` }));
      const { plan } = await planAcrossRepositories(components, reader(apart));
      const told = ({ releases, waves }: ChangesetPlan) => [
        waves,
        releases.map(({ name, newVersion, why, because }) => [name, newVersion, why, because]),
      ];
      expect(told(plan)).toEqual(told(together));
    }),
    { numRuns: 60 },
  );
});

test('packages of several repositories that need each other are ordered as well as they can be, and that is said', async () => {
  const { plan } = await planAcrossRepositories(
    chain,
    reader({
      ...chainFiles,
      'eda/domain': {
        ...solo('@eda/domain', '1.0.0', { dependencies: { '@eda/app': '0.4.0' } }),
        ...pending('a', { '@eda/domain': 'major' }),
      },
    }),
  );
  expect(plan.waves.flat()).toHaveLength(3);
  expect(plan.warnings).toMatchObject([
    { message: expect.stringMatching(/@eda\/app → @eda\/infra → @eda\/domain → @eda\/app need each other/) },
  ]);
});
