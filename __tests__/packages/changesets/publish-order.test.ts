import { expect, test } from '@jest/globals';
import { publishOrder } from '../../../src/packages/changesets/publish-order.ts';
import { directoryTree } from '../../../src/packages/workspace/source-tree.ts';
import { readWorkspace } from '../../../src/packages/workspace/workspace.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();

async function order(packages: Record<string, object>) {
  const files = Object.entries(packages).map(([name, more]) => [
    `p/${name}/package.json`,
    JSON.stringify({ name, version: '1.0.0', ...more }),
  ]);
  const folder = await folders({ 'package.json': '{"workspaces":["p/*"]}', ...Object.fromEntries(files) });
  return publishOrder((await readWorkspace(directoryTree(folder))).packages);
}
const on = (...names: string[]) => ({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });

test('what others need comes first; development dependencies and oneself do not count', async () => {
  const { waves, broken } = await order({
    a: { ...on('b', 'a'), devDependencies: { c: '*' } },
    b: { peerDependencies: { d: '*' } },
    c: on('a'),
    d: {},
  });
  expect(waves).toEqual([['d'], ['b'], ['a'], ['c']]);
  expect(broken).toEqual([]);
});

test('of a cycle a peer is given up first, and the rest stays in order', async () => {
  const { waves, broken } = await order({
    core: on('plug'),
    plug: { peerDependencies: { core: '*' }, ...on('base') },
    base: {},
    top: on('core'),
  });
  expect(waves).toEqual([['base'], ['plug'], ['core'], ['top']]);
  expect(broken).toEqual([expect.stringMatching(/^core → plug → core need each other/)]);
});

test('several cycles, one in another, are all ordered, the same way each time', async () => {
  const packages = { a: on('b'), b: on('c', 'a'), c: on('a', 'd'), d: on('c'), e: on('d') };
  const { waves, broken } = await order(packages);
  expect(waves.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(waves.at(-1)).toContain('e');
  expect(broken.length).toBeGreaterThan(1);
  expect(await order(packages)).toEqual({ waves, broken });
});
