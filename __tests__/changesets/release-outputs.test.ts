import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishablePackages, publishState, releaseOutputs } from '../../src/changesets/release-outputs.ts';
import { remove, writeWorkspace } from './workspaces.ts';

const made: string[] = [];
afterEach(() => made.splice(0).forEach(remove));

const lookup = (registry: ReadonlySet<string>) => async (name: string, version: string) => ({
  served: registry.has(`${name}@${version}`),
});
const a = { name: 'a', version: '1.0.0' };
const b = { name: '@x/b', version: '2.0.0' };
const c = { name: 'c', version: '3.0.0' };

test('a publish killed half-way is completed by a re-run, and each run names what it published', async () => {
  const registry = new Set(['a@0.9.0', 'c@3.0.0']);
  const before = await publishState([a, b, c], lookup(registry));
  expect(before).toEqual({ served: [c], missing: [a, b] });

  registry.add('a@1.0.0');
  expect(await releaseOutputs(before, lookup(registry))).toEqual({
    published: true,
    'published-packages': [a],
    missing: [b],
  });

  const again = await publishState([a, b, c], lookup(registry));
  registry.add('@x/b@2.0.0');
  expect(await releaseOutputs(again, lookup(registry))).toEqual({
    published: true,
    'published-packages': [b],
    missing: [],
  });

  const done = await publishState([a, b, c], lookup(registry));
  expect(await releaseOutputs(done, lookup(registry))).toEqual({
    published: false,
    'published-packages': [],
    missing: [],
  });
});

test('a registry that gives no answer is not taken for one that has nothing', async () => {
  const down = async () => Promise.reject(new Error('503'));
  await expect(publishState([a], down)).rejects.toThrow('503');
});

test('every version is published in exactly one run, however the runs are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), async (cuts) => {
      const packages = Array.from({ length: 20 }, (_, index) => ({ name: `p${index}`, version: '1.0.0' }));
      const registry = new Set<string>();
      const told: string[] = [];
      for (const cut of [...cuts, 20]) {
        const before = await publishState(packages, lookup(registry));
        for (const { name } of before.missing.slice(0, cut)) registry.add(`${name}@1.0.0`);
        const { published, 'published-packages': now } = await releaseOutputs(before, lookup(registry));
        expect(published).toBe(now.length > 0);
        told.push(...now.map(({ name }) => name));
      }
      expect(told.sort()).toEqual(packages.map(({ name }) => name).sort());
    }),
  );
});

test('private packages and those without a version are not published', async () => {
  const directory = writeWorkspace({
    'package.json': { name: 'root', version: '1.0.0', workspaces: ['p/*'] },
    'p/a/package.json': a,
    'p/b/package.json': { ...b, private: true },
    'p/c/package.json': { name: 'c' },
  });
  made.push(directory);
  expect(await publishablePackages(directory)).toEqual([a]);
});
