import { getReleasePlan } from '@changesets/get-release-plan';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import { UserError } from '../../../src/platform/errors.ts';
import {
  changeset,
  config,
  copyForLibrary,
  type Files,
  readVersions,
  remove,
  treeHash,
  versionsByCli,
  writeWorkspace,
} from './workspaces.ts';

const names = ['@x/a', '@x/b', '@x/c', '@y/d', 'e', 'f'];
const versions = ['0.0.1', '0.3.0', '1.0.0', '1.2.3', '2.0.0-next.1', '2.0.0-next.4'];
const ranges = [
  '^1.0.0',
  '~1.2.0',
  '*',
  '>=0.0.1',
  'workspace:*',
  'workspace:^',
  'workspace:~',
  '1.x',
  '^0.3.0',
  '1.0.0',
  '^2.0.0-next.1',
  'latest',
  'file:../a',
  'workspace:packages/0',
  '^1.0.0 || ^2.0.0',
];
const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

const edge = fc.record({ to: fc.nat(5), kind: fc.constantFrom(...kinds), range: fc.constantFrom(...ranges) });
const member = fc.record({
  version: fc.constantFrom(...versions),
  private: fc.boolean().map((one) => one || undefined),
  edges: fc.array(edge, { maxLength: 4 }),
});
const group = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 });
const written = fc.record({
  id: fc.stringMatching(/^[a-z]{3,8}$/),
  pre: fc.boolean(),
  releases: fc.dictionary(fc.constantFrom(...names), fc.constantFrom('major', 'minor', 'patch', 'none'), {
    minKeys: 1,
    maxKeys: 3,
  }),
});

/** Random workspaces; packages depend on earlier ones only, so that there are no cycles. */
const workspace = fc
  .record({
    members: fc.array(member, { minLength: 2, maxLength: 6 }),
    changesets: fc.uniqueArray(written, { maxLength: 5, selector: ({ id }) => id }),
    fixed: fc.array(group, { maxLength: 1 }),
    linked: fc.array(group, { maxLength: 1 }),
    ignore: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.nat(5), { maxLength: 1 }) },
    ),
    privatePackages: fc.constantFrom(undefined, true, { version: true, tag: false }),
    bumpVersionsWithWorkspaceProtocolOnly: fc.constantFrom(false, false, true),
    ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: fc.constantFrom({}, {}, { updateInternalDependents: 'always' }),
    pre: fc.constantFrom(undefined, undefined, { mode: 'pre', tag: 'next' }, { mode: 'exit', tag: 'next' }),
  })
  .map(({ members, changesets, pre, ...settings }): Files => {
    const named = (indices: readonly number[]) =>
      indices.filter((one) => one < members.length).map((one) => names[one]);
    const files: Record<string, string | object> = {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      '.changeset/config.json': config({
        ...settings,
        fixed: settings.fixed.map(named),
        linked: settings.linked.map(named),
        ignore: named(settings.ignore),
      }),
    };
    if (pre) files['.changeset/pre.json'] = pre;
    for (const [index, { edges, ...rest }] of members.entries()) {
      const json: Record<string, unknown> = { name: names[index], ...rest };
      for (const { to, kind, range } of edges.filter((one) => one.to < index)) {
        json[kind] = { ...(json[kind] as object), [names[to] ?? '']: range };
      }
      files[`packages/${index}/package.json`] = json;
    }
    for (const { id, releases, pre: already } of changesets) {
      const known = Object.entries(releases).filter(([name]) => names.indexOf(name) < members.length);
      if (known.length > 0) files[`.changeset/${already ? 'pre/' : ''}${id}.md`] = changeset(Object.fromEntries(known));
    }
    return files;
  });

const made: string[] = [];
const complaints: unknown[] = [];
// The library complains of ranges through console.error; the plan must not.
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation((...args) => void complaints.push(args));
});
afterEach(() => made.splice(0).forEach(remove));

async function plan(files: Files) {
  const directory = writeWorkspace(files);
  made.push(directory);
  const before = treeHash(directory);
  complaints.length = 0;
  const planned = await planFromChangesets({ directory }).catch((error) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  expect(treeHash(directory)).toBe(before);
  expect(complaints).toEqual([]);
  return { directory, planned };
}

describe('a plan is what changesets does', () => {
  test('releases are those of get-release-plan on a copy', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(workspace, async (files) => {
        const { directory, planned } = await plan(files);
        const copy = copyForLibrary(directory);
        made.push(copy);
        const real = await getReleasePlan(copy).catch(() => undefined);
        expect({ refused: planned === undefined }).toEqual({ refused: real === undefined });
        if (!planned || !real) return;
        compared++;
        const own = readVersions(directory);
        const expected = real.releases
          .filter(({ type }) => type !== 'none')
          .map(({ name, type, newVersion }) => ({ name, type, oldVersion: own[name], newVersion }));
        const got = planned.releases.map(({ name, type, oldVersion, newVersion }) => ({
          name,
          type,
          oldVersion,
          newVersion,
        }));
        const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
        expect(got.sort(byName)).toEqual(expected.sort(byName));
        expect(
          planned.releases.every(({ why, because, changesets }) =>
            why !== 'changeset' ? because.length > 0 || why === 'prerelease-exit' : changesets.length > 0,
          ),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(60);
  }, 60_000);

  test('versions are those that `changeset version` writes', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(workspace, async (files) => {
        const { directory, planned } = await plan(files);
        const written = await versionsByCli(directory);
        // The tool refuses as well where there is nothing to release.
        if (!planned || (planned.changesets.length === 0 && written === undefined)) return;
        compared++;
        const bumped = Object.fromEntries(planned.releases.map(({ name, newVersion }) => [name, newVersion]));
        expect(written).toEqual({ ...readVersions(directory), ...bumped });
      }),
      { numRuns: 15 },
    );
    expect(compared).toBeGreaterThan(2);
  }, 120_000);

  const places = [
    'packages/a',
    'packages/b',
    'packages/b/c',
    'packages/.hidden',
    'packages/a/test/fixtures/f',
    'apps/web',
    'tools',
  ];
  test.each([
    [['packages/*']],
    [['packages/**']],
    [['./packages/*/']],
    [['packages/a', 'apps/*']],
    [['packages/**', '!**/fixtures/**']],
    [['!packages/b/**', 'packages/**']],
    [['packages/**', '!packages/b']],
    [['packages/{a,b/c}']],
    [['**']],
    [['*/*']],
    [['packages/a', '.']],
    [['packages/[ab]', 'tools', 'nowhere/*']],
    [['packages/@(a|b)/**']],
    [['packages/a', 'packages/.hidden']],
    [['packages/a/', 'packages/a', 'packages/?']],
  ])('the workspace %j has the same packages', async (workspaces) => {
    const files: Record<string, Files[string]> = {
      'package.json': { name: 'root', version: '1.0.0', workspaces },
      'packages/a/node_modules/x/package.json': { name: 'x', version: '1.0.0' },
      '.changeset/config.json': config({ fixed: [['**']] }),
      '.changeset/one.md': changeset({ 'packages-a': 'patch' }),
    };
    for (const place of places) files[`${place}/package.json`] = { name: place.replaceAll('/', '-'), version: '1.0.0' };
    const { directory, planned } = await plan(files);
    const copy = copyForLibrary(directory);
    made.push(copy);
    const real = await getReleasePlan(copy);
    expect(planned?.releases.map(({ name }) => name).sort()).toEqual(real.releases.map(({ name }) => name).sort());
  });
});
