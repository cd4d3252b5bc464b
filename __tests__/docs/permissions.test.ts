import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../../scripts/project.ts';

type Permissions = Readonly<Record<string, string>>;

interface Job {
  readonly uses?: string;
  readonly permissions?: Permissions;
}

interface Workflow {
  readonly permissions?: Permissions;
  readonly jobs?: Readonly<Record<string, Job>>;
}

const OURS = /^org\/release-actions\/(\.github\/workflows\/.+)@v1$/;

/** What GitHub wants a calling job to grant: what any job of the called workflow takes. */
function taken(path: string): string[] {
  const { jobs = {} } = parse(readFileSync(join(root, path), 'utf8')) as Workflow;
  return Object.values(jobs).flatMap(({ uses = '', permissions = {} }) => [
    ...Object.entries(permissions).map(([name, level]) => `${name}: ${level}`),
    ...(uses.startsWith('$/.github/') ? taken(uses.slice(2)) : []),
  ]);
}

function lacking(text: string): string[] {
  const { permissions: onTop = {}, jobs = {} } = parse(text) as Workflow;
  return Object.values(jobs).flatMap(({ uses = '', permissions = onTop }) => {
    const called = OURS.exec(uses)?.[1];
    const grants = new Set(
      Object.entries(permissions).flatMap(([name, level]) => [`${name}: ${level}`, `${name}: read`]),
    );
    return called === undefined ? [] : taken(called).filter((one) => !grants.has(one));
  });
}

const PAGES = globSync(['*.md', 'docs/*.md', '*/README.md', 'examples/*/README.md'], {
  cwd: root,
  exclude: ['node_modules', '.changeset'],
});
const EXAMPLES = [
  ...PAGES.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g)]
      .map(([, text = '']) => text)
      .filter((text) => /^jobs:/m.test(text) && text.includes('uses: org/release-actions/.github/'))
      .map((text) => [page, text] as const),
  ),
  ...globSync('workflows-templates/*.yml', { cwd: root }).map(
    (file) => [basename(file), readFileSync(join(root, file), 'utf8')] as const,
  ),
];

test('there are examples to judge', () => expect(EXAMPLES.length).toBeGreaterThan(20));

// GitHub starts no run whose called job wants more than the calling job has.
test.each(EXAMPLES)('%s grants what the workflow that it calls takes', (_, text) => {
  expect(lacking(text)).toEqual([]);
});
