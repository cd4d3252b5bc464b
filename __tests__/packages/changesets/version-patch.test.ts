import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { applyVersionPatch, writeVersionPatch } from '../../../src/packages/changesets/version-patch.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
let builder: string;
let pusher: string;
const git = async (cwd: string, ...args: string[]) =>
  (await run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd })).trim();
const options = (cwd: string) => ({ cwd, env: process.env });
const patch = () => join(builder, '.git', 'versions.patch');

beforeEach(async () => {
  builder = await folders({
    'package.json': '{"version":"1.0.0"}\n',
    'packages/a/package.json': '{"version":"1.0.0"}\n',
    '.changeset/brave-cats.md': '---\n"a": minor\n---\n\nMore.\n',
    'index.js': 'fine()\n',
  });
  await git(builder, 'init', '--quiet');
  await git(builder, 'add', '-A');
  await git(builder, 'commit', '--quiet', '-m', 'Begin');
  pusher = await folders();
  await git(pusher, 'clone', '--quiet', builder, '.');
});

async function change(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(builder, path)), { recursive: true });
    await writeFile(join(builder, path), text);
  }
}

slow('what raising the versions changed arrives, and nothing else that was left behind', async () => {
  await git(builder, 'rm', '--quiet', '.changeset/brave-cats.md');
  await change({
    'packages/a/package.json': '{"version":"1.1.0"}\n',
    'packages/a/CHANGELOG.md': '# a\n\n## 1.1.0\n\n- Möre.\n',
    'index.js': 'evil()\n',
    'left-behind.txt': 'x',
  });
  await writeVersionPatch(patch(), options(builder));
  await applyVersionPatch(patch(), options(pusher));
  expect((await git(pusher, 'status', '--porcelain')).split('\n').map((line) => line.trim())).toEqual([
    'D  .changeset/brave-cats.md',
    'A  packages/a/CHANGELOG.md',
    'M  packages/a/package.json',
  ]);
  expect(await readFile(join(pusher, 'packages/a/CHANGELOG.md'), 'utf8')).toContain('Möre.');
});

slow(
  'the lock file of whatever manager arrives: a version that it has would be another one than it locks',
  async () => {
    const locks = ['bun.lock', 'npm-shrinkwrap.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];
    await change(Object.fromEntries(locks.map((file) => [file, '1.1.0\n'])));
    await writeVersionPatch(patch(), options(builder));
    await applyVersionPatch(patch(), options(pusher));
    expect(await git(pusher, 'diff', '--cached', '--name-only')).toBe(locks.join('\n'));
  },
);

test('nothing changed is nothing to do', async () => {
  await writeVersionPatch(patch(), options(builder));
  await applyVersionPatch(patch(), options(pusher));
  expect(await git(pusher, 'status', '--porcelain')).toBe('');
});

test.each([
  ['code', { 'index.js': 'evil()\n' }, 'index.js'],
  ['a workflow', { '.github/workflows/x.yml': 'on: push\n' }, '.github/workflows/x.yml'],
  ['configuration', { '.npmrc': 'registry=https://evil.test\n' }, '.npmrc'],
])('a patch that brings %s is refused whole', async (_, files, named) => {
  await change({ ...files, 'package.json': '{"version":"1.1.0"}\n' });
  await git(builder, 'add', '-A');
  await writeFile(patch(), `${await git(builder, 'diff', '--cached', '--binary')}\n`);
  await expect(applyVersionPatch(patch(), options(pusher))).rejects.toThrow(`does more than raise versions: ${named}`);
  expect(await git(pusher, 'status', '--porcelain')).toBe('');
});

test('a patch that turns a file into a link is refused', async () => {
  await git(builder, 'rm', '--quiet', 'package.json');
  await run('ln', ['-s', '/etc/passwd', 'package.json'], { cwd: builder });
  await git(builder, 'add', '-A');
  await writeFile(patch(), `${await git(builder, 'diff', '--cached', '--binary', '--no-renames')}\n`);
  await expect(applyVersionPatch(patch(), options(pusher))).rejects.toThrow(/mode (?:change 100644 => )?120000/);
});
