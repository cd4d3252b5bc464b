import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import { UserError } from '../../../src/platform/errors.ts';
import { describeWithTools } from '../../support/npm-tools.ts';
import { slow } from '../../support/slow.ts';
import { generatedWorkspace } from './generated-workspace.ts';
import {
  changeset,
  cli3,
  config,
  type Files,
  readVersions,
  remove,
  versionsByCli,
  writeWorkspace,
} from './workspaces.ts';

const made: string[] = [];
const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => made.splice(0).forEach(remove));

async function compare(files: Files, cli: string) {
  const directory = writeWorkspace(files);
  made.push(directory);
  const started = performance.now();
  const planned = await planFromChangesets({ directory }).catch((error) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
  const tookMs = performance.now() - started;
  const judged = await versionsByCli(directory, cli);
  const bumped = planned?.releases.map(({ name, newVersion }) => [name, newVersion] as const) ?? [];
  const expected = planned && { ...readVersions(directory), ...Object.fromEntries(bumped) };
  return { planned, tookMs, expected, judged, released: bumped.length };
}

const WORKSPACES = 45;

for (const major of [2, 3] as const) {
  const needed = major === 2 ? ['@changesets/cli@2.31.1'] : [];
  describeWithTools(needed, `with changesets ${major}`, ([bin]) => {
    const cli = bin === undefined ? cli3 : join(bin, '../@changesets/cli/bin.js');

    slow('plans are what its own `changeset version` writes, in at most twice its time', async () => {
      const reached = { compared: 0, released: 0, refused: 0, ourMs: 0, theirMs: 0 };
      await fc.assert(
        fc.asyncProperty(generatedWorkspace(major), async (files) => {
          const { planned, tookMs, expected, judged, released } = await compare(files, cli);
          reached.ourMs += tookMs;
          reached.theirMs += judged.tookMs;
          // Changesets 2 refuses by an exit code where there is nothing to do.
          if (planned && planned.changesets.length === 0 && !judged.versions) return;
          expect({ refused: planned === undefined, said: judged.said }).toEqual({
            refused: judged.versions === undefined,
            said: judged.said,
          });
          reached.compared += planned ? 1 : 0;
          reached.refused += planned ? 0 : 1;
          reached.released += released;
          if (planned) expect(judged.versions).toEqual(expected);
        }),
        { numRuns: WORKSPACES },
      );
      expect(reached.compared).toBeGreaterThan(15);
      expect(reached.released).toBeGreaterThan(20);
      expect(reached.ourMs).toBeLessThan(reached.theirMs * 2);
      expect(complaints).not.toHaveBeenCalled();
    });

    const core = { 'packages/core/package.json': { name: 'core', version: '1.0.0' } };
    const app = {
      'packages/app/package.json': { name: 'app', version: '1.0.0', private: true, dependencies: { core: '^1.0.0' } },
    };
    const peer = {
      'packages/peer/package.json': { name: 'peer', version: '1.0.0', peerDependencies: { core: '^1.0.0' } },
    };
    const root = (range: string) => ({
      'package.json': { private: true, workspaces: ['packages/*'], devDependencies: { '@changesets/cli': range } },
      '.changeset/config.json': config(),
    });
    const range = `^${major}.0.0`;
    const cases: readonly [string, Files, Record<string, Record<string, string>>][] = [
      [
        'a private package beside a public one',
        { ...core, ...app, '.changeset/a.md': changeset({ core: 'patch', app: 'patch' }) },
        { 2: { core: '1.0.1', app: '1.0.1' }, 3: {} },
      ],
      [
        'a private package alone',
        { ...core, ...app, '.changeset/a.md': changeset({ app: 'minor' }) },
        { 2: { app: '1.1.0' }, 3: {} },
      ],
      [
        'a peer of a minor release',
        { ...core, ...peer, '.changeset/a.md': changeset({ core: 'minor' }) },
        { 2: { core: '1.1.0', peer: '2.0.0' }, 3: { core: '1.1.0' } },
      ],
      [
        'two private packages of one name, and two that need each other',
        {
          ...core,
          'packages/f1/package.json': { name: 'f', version: '1.0.0', private: true, dependencies: { g: '*' } },
          'packages/f2/package.json': { name: 'f', version: '1.0.0', private: true },
          'packages/g/package.json': { name: 'g', version: '0.0.1', private: true, dependencies: { f: '*' } },
          '.changeset/a.md': changeset({ core: 'patch' }),
        },
        { 2: { core: '1.0.1' }, 3: { core: '1.0.1' } },
      ],
      [
        'fixtures that nobody could publish',
        {
          ...core,
          'packages/x/package.json': { name: 'x', version: 'workspace', private: true, dependencies: {} },
          '.changeset/a.md': changeset({ core: 'patch' }),
        },
        { 2: { core: '1.0.1' }, 3: { core: '1.0.1' } },
      ],
      [
        'public packages that need each other',
        {
          'packages/core/package.json': { name: 'core', version: '1.0.0', dependencies: { plug: '^1.0.0' } },
          'packages/plug/package.json': { name: 'plug', version: '1.0.0', peerDependencies: { core: '^1.0.0' } },
          '.changeset/a.md': changeset({ core: 'patch', plug: 'patch' }),
        },
        { 2: { core: '1.0.1', plug: '1.0.1' }, 3: { core: '1.0.1', plug: '1.0.1' } },
      ],
    ];
    // What the two majors do differently.
    const _isPicked = ([, , { 2: two, 3: three }]: (typeof cases)[number]) => !isDeepStrictEqual(two, three);
    slow.each(cases)('%s', async (_, files, byMajor) => {
      const { planned, expected, judged } = await compare({ ...root(range), ...files }, cli);
      const bumped = planned?.releases.map(({ name, newVersion }) => [name, newVersion]);
      // Changesets 3 refuses to mix what it releases with what it does not; so does the plan.
      expect(bumped && Object.fromEntries(bumped)).toEqual(judged.versions && byMajor[major]);
      expect(expected).toEqual(judged.versions);
    });

    test('prerelease mode, from the first prerelease to the end', async () => {
      const pre = (more: object) =>
        major === 2 ? { initialVersions: { core: '1.0.0' }, changesets: ['a'], ...more } : { ...more };
      const before = { ...root(range), '.changeset/b.md': changeset({ core: 'patch' }) };
      const used = { [`.changeset/${major === 3 ? 'pre/' : ''}a.md`]: changeset({ core: 'minor' }) };
      const member = { 'packages/core/package.json': { name: 'core', version: '1.1.0-next.0' } };
      for (const [mode, to] of [
        ['pre', '1.1.0-next.1'],
        ['exit', '1.1.0'],
      ]) {
        const files = { ...before, ...used, ...member, '.changeset/pre.json': pre({ mode, tag: 'next' }) };
        const { expected, judged } = await compare(files, cli);
        expect(judged.versions?.core).toBe(to);
        expect(expected).toEqual(judged.versions);
      }
    });
  });
}
