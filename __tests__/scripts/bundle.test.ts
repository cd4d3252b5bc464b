import { cp, link, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { withoutLicence } from '../../scripts/bundle.ts';
import { root } from '../../scripts/project.ts';
import { run } from '../support/processes.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();

describe('the bundle', () => {
  test('is the same, byte for byte, wherever it is built', async () => {
    const here = await built(await folder());
    const elsewhere = await built(join(await folder(), 'a folder', 'further', 'down'));
    expect([...here.keys()]).toEqual([...elsewhere.keys()]);
    expect(here.size).toBeGreaterThan(3);
    const different = [...here].filter(([name, content]) => !elsewhere.get(name)?.equals(content));
    expect(different.map(([name]) => name)).toEqual([]);
  }, 60_000);

  test('names a package whose licence is not told', () => {
    expect(withoutLicence(['@scope/a', 'b', 'c'], '@scope/a\nMIT\nText of b\n\nc\r\nISC\n')).toEqual(['b']);
  });
});

/** A copy of the project in `project`, built there: what its dist/ holds. */
async function built(project: string): Promise<ReadonlyMap<string, Buffer>> {
  const tracked = await run('git', ['ls-files', '-z', 'src', 'scripts', '*action.yml', '*.json'], { cwd: root });
  for (const path of tracked.split('\0').filter((name) => name !== '')) await cp(join(root, path), join(project, path));
  await linkTree(join(root, 'node_modules'), join(project, 'node_modules'));
  await run(process.execPath, [join(project, 'scripts', 'build.ts')], { cwd: project });
  const dist = join(project, 'dist');
  const files = (await readdir(dist)).sort().map(async (name) => [name, await readFile(join(dist, name))] as const);
  return new Map(await Promise.all(files));
}

/** The same files under another name: a copy would take longer than the build, and a symbolic link be seen through. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isFile()) await link(source, target).catch(() => cp(source, target));
  }
}
