import { getReleasePlan } from '@changesets/get-release-plan';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import { UserError } from '../../../src/platform/errors.ts';
import { samples } from '../../support/slow.ts';
import { generatedWorkspace } from './generated-workspace.ts';
import {
  changeset,
  config,
  copyForLibrary,
  type Files,
  readVersions,
  remove,
  treeHash,
  writeWorkspace,
} from './workspaces.ts';

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
      fc.asyncProperty(generatedWorkspace(3), async (files) => {
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
      { numRuns: samples(200) },
    );
    expect(compared).toBeGreaterThan(samples(60) - 1);
  });

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
