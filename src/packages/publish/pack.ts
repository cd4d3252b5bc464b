import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import { isRecord } from '../../platform/records.ts';
import type { ManagerTool } from '../npm/manager-tool.ts';
import type { PackageManager } from '../workspace/manager.ts';
import { changelogSection } from './changelog.ts';
import type { ReleasePackage } from './publishable.ts';
import type { PackedPackage } from './release-folder.ts';

export interface PackOptions {
  /** The workspace that the packages' directories are relative to. */
  readonly workspace: string;
  /** Absolute; the tarballs go there. */
  readonly folder: string;
  readonly manager: PackageManager;
  /** That manager, ready to run. */
  readonly tool: ManagerTool;
}

/** Packs one package by its own package manager, which resolves `workspace:` and `catalog:`; throws a UserError with what it said. */
export async function packPackage(pkg: ReleasePackage, options: PackOptions): Promise<PackedPackage> {
  const { workspace, folder } = options;
  const directory = join(workspace, pkg.directory);
  await mkdir(folder, { recursive: true });
  // An empty folder of its own: whatever the tools print, the tarball is the one file there.
  const fresh = await mkdtemp(join(folder, '.pack-'));
  try {
    await runPack(pkg, directory, fresh, options);
    const [made, ...more] = (await readdir(fresh)).filter((name) => name.endsWith('.tgz'));
    if (made === undefined || more.length > 0) {
      throw new UserError(
        `${pkg.name} could not be packed: expected one tarball, found ${made ? more.length + 1 : 'none'}.`,
      );
    }
    const file = `${pkg.name.replace(/^@/, '').replace('/', '-')}-${pkg.version}.tgz`;
    await rename(join(fresh, made), join(folder, file));
    const bytes = await readFile(join(folder, file));
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const { name, version, tag } = pkg;
    return { name, version, tag, file, integrity, ...(await extras(directory, pkg)) };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function runPack(
  { name }: ReleasePackage,
  cwd: string,
  folder: string,
  { manager, tool }: PackOptions,
): Promise<void> {
  const { exitCode, stdout, stderr } = await tool.run(packArguments(manager, folder), { cwd, timeoutMs: 600_000 });
  if (exitCode === 0) return;
  const said = lastWords(`${stdout}\n${stderr}`);
  throw new UserError(`${name} could not be packed: ${manager.name} pack failed: ${said}`);
}

function packArguments({ name, classic }: PackageManager, folder: string): string[] {
  if (name === 'bun') return ['pm', 'pack', '--destination', folder];
  if (name === 'yarn') return ['pack', classic ? '--filename' : '--out', join(folder, 'package.tgz')];
  return ['pack', '--pack-destination', folder];
}

async function extras(directory: string, { version, json }: ReleasePackage) {
  const publishConfig: unknown = json.json.value.publishConfig;
  const distTag = isRecord(publishConfig) ? publishConfig.tag : undefined;
  const changelog = await readFile(join(directory, 'CHANGELOG.md'), 'utf8').catch(() => '');
  const notes = changelogSection(changelog, version);
  return { ...(typeof distTag === 'string' && { distTag }), ...(notes !== undefined && { notes }) };
}
