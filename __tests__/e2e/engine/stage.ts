import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/project.ts';
import { run } from '../../support/processes.ts';
import { adaptFolder, OWN_REPOSITORY, OWN_TAG, repositoriesUsed } from './adapt.ts';

const standIns = join(root, '__tests__/e2e/stand-ins');

export interface Stage {
  /** The tree that users get from our tag, adapted for act. */
  readonly release: string;
  /** The `--local-repository` arguments for what these workflow texts, and ours, use. */
  mappings(texts: readonly string[]): string[];
}

/** Lays out, in a folder, what a job downloads: our own release and the stand-ins for actions of others. */
export async function makeStage(folder: string): Promise<Stage> {
  const release = join(folder, 'release');
  await exportRelease(release);
  const standInFolders = await layOutStandIns(join(folder, 'stand-ins'));
  const ours = await yamlTexts(release);
  return {
    release,
    mappings(texts) {
      const used = [...new Set([...texts, ...ours].flatMap(repositoriesUsed))];
      const foreign = used.filter((one) => standInFolders.has(nameOf(one)));
      return [
        `${OWN_REPOSITORY}@${OWN_TAG}=${release}`,
        ...foreign.map((one) => `${one}=${standInFolders.get(nameOf(one))}`),
      ];
    },
  };
}

function nameOf(repositoryAtRef: string): string {
  return repositoryAtRef.split('@')[0] ?? '';
}

/** `git archive` of the working tree as it is now, committed or not: `export-ignore` holds, as for users. */
async function exportRelease(target: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'release-actions-index-'));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(scratch, 'index') } as Record<string, string>;
    await run('git', ['read-tree', 'HEAD'], { cwd: root, env });
    await run('git', ['add', '--all'], { cwd: root, env });
    const tree = (await run('git', ['write-tree'], { cwd: root, env })).trim();
    const archive = join(scratch, 'release.tar');
    await run('git', ['archive', '--format=tar', `--output=${archive}`, tree], { cwd: root, env });
    await mkdir(target, { recursive: true });
    await run('tar', ['-xf', archive, '-C', target]);
    // GitHub reads a reusable workflow from the repository, and only its jobs download the archive.
    await cp(join(root, '.github/workflows'), join(target, '.github/workflows'), { recursive: true });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await adaptFolder(target);
}

/** One folder per stand-in: its action.yml at the top, and the sources of all, which it shares a toolkit with. */
async function layOutStandIns(target: string): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  for (const owner of await readdir(standIns, { withFileTypes: true })) {
    if (!owner.isDirectory()) continue;
    for (const name of await readdir(join(standIns, owner.name))) {
      const folder = join(target, owner.name, name);
      await cp(standIns, folder, { recursive: true });
      await cp(join(standIns, owner.name, name), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
      folders.set(`${owner.name}/${name}`, folder);
    }
  }
  return folders;
}

async function yamlTexts(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name));
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
}
