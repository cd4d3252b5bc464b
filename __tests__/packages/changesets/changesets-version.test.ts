import { expect, test } from '@jest/globals';
import { changesetsMajor } from '../../../src/packages/changesets/changesets-version.ts';
import { directoryTree } from '../../../src/packages/workspace/source-tree.ts';
import { readWorkspace } from '../../../src/packages/workspace/workspace.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const root = (range?: string) => ({
  'package.json': JSON.stringify(range === undefined ? {} : { devDependencies: { '@changesets/cli': range } }),
});
const installed = (version: string) => ({ 'node_modules/@changesets/cli/package.json': JSON.stringify({ version }) });

test.each<[string, 2 | 3, Record<string, string>]>([
  ['nothing is said', 3, root()],
  ['a range of 2', 2, root('^2.27.1')],
  ['a range of 3', 3, root('~3.0.0')],
  ['a prerelease of 3', 3, root('3.0.0-next.8')],
  ['an old one', 2, root('2.x')],
  ['what is installed, whatever is declared', 2, { ...root('^3.0.0'), ...installed('2.31.1') }],
  ['a catalog', 2, { ...root('catalog:'), 'pnpm-workspace.yaml': 'catalog:\n  "@changesets/cli": ^2.29.0\n' }],
  [
    'a named catalog',
    2,
    { ...root('catalog:dev'), 'pnpm-workspace.yaml': 'catalogs:\n  dev:\n    "@changesets/cli": 2.29.0\n' },
  ],
  [
    'a range over both: the lock file of pnpm 9',
    2,
    { ...root('>=2'), 'pnpm-lock.yaml': "packages:\n\n  '@changesets/cli@2.27.1':\n    resolution: {}\n" },
  ],
  ['the lock file of pnpm 8', 2, { ...root('*'), 'pnpm-lock.yaml': 'packages:\n\n  /@changesets/cli@2.26.0:\n' }],
  [
    'the lock file of npm',
    3,
    {
      ...root('*'),
      'package-lock.json': '{"packages":{"node_modules/@changesets/cli": {\n "version": "3.0.3"}}}',
    },
  ],
  ['the lock file of yarn 1', 2, { ...root('*'), 'yarn.lock': '"@changesets/cli@*":\n  version "2.27.1"\n' }],
  ['the lock file of yarn 4', 3, { ...root('*'), 'yarn.lock': '"@changesets/cli@npm:*":\n  version: 3.0.0\n' }],
  ['the lock file of bun', 2, { ...root('*'), 'bun.lock': '"@changesets/cli": ["@changesets/cli@2.29.0", ""]' }],
  [
    'the settings that were written by changesets 2',
    2,
    { ...root(), '.changeset/config.json': '{"$schema": "https://unpkg.com/@changesets/config@3.1.1/schema.json"}' },
  ],
  [
    'those of changesets 3',
    3,
    { ...root(), '.changeset/config.json': '{"$schema": "https://unpkg.com/@changesets/config@4.0.0/schema.json"}' },
  ],
])('%s: %d', async (_, major, files) => {
  const tree = directoryTree(await folders(files));
  expect(await changesetsMajor(tree, (await readWorkspace(tree)).root)).toBe(major);
});
