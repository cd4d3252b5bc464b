import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../../scripts/project.ts';

const PAGES = globSync(['*.md', 'docs/*.md', '*/README.md', 'examples/*/README.md'], {
  cwd: root,
  exclude: ['node_modules', '.changeset'],
});
const COMMANDS = PAGES.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/gh workflow run (\S+\.yml)([^\n`]*)/g)].map(
    ([, file = '', options = '']) => [page, file, options] as const,
  ),
);

test('there are commands to judge', () => expect(COMMANDS.length).toBeGreaterThan(5));

test.each(COMMANDS)('%s: gh workflow run %s%s starts a template by inputs that it has', (_, file, options) => {
  const { on } = parse(readFileSync(join(root, 'workflows-templates', file), 'utf8')) as {
    on: Readonly<Record<string, { readonly inputs?: Readonly<Record<string, unknown>> } | null>>;
  };
  expect(Object.keys(on)).toContain('workflow_dispatch');
  const given = [...options.matchAll(/-f ([\w-]+)=/g)].map(([, name]) => name);
  expect(Object.keys(on.workflow_dispatch?.inputs ?? {})).toEqual(expect.arrayContaining(given));
});
