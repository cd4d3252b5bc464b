import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import { pathInside } from '../../platform/files/path-inside.ts';
import { lastWords } from '../../platform/process/run-client.ts';
import { isRecord } from '../../platform/records.ts';
import type { ManagerTool } from '../npm/manager-tool.ts';
import type { PackageManager } from '../workspace/manager.ts';
import { changelogSection } from './changelog.ts';
import type { Home } from './own-repository-url.ts';
import type { ReleasePackage } from './publishable.ts';
import type { PackedPackage } from './release-folder.ts';
import { packedManifest } from './tarball.ts';
import { tarballFaults } from './tarball-faults.ts';

interface PackOptions {
  /** The workspace that the packages' directories are relative to. */
  readonly workspace: string;
  /** Absolute; the tarballs go there. */
  readonly folder: string;
  readonly manager: PackageManager;
  /** That manager, ready to run. */
  readonly tool: ManagerTool;
  /** npm, for a folder that is published and is no member of the workspace. */
  readonly npm: ManagerTool;
  /** The repository that provenance will name; absent where the registry will want none. */
  readonly home?: Home | undefined;
}

/** A packed package, and all that would make its publish fail. */
interface Packing {
  readonly packed: PackedPackage;
  readonly faults: readonly string[];
}

/**
 * Packs one package by its own package manager, which resolves `workspace:` and `catalog:`, and looks into the tarball. Throws a
 * UserError with what the manager said where it cannot.
 */
export async function packPackage(pkg: ReleasePackage, options: PackOptions): Promise<Packing> {
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
    const extra = await extras(workspace, directory, pkg);
    const manifest = packedManifest(bytes, `The tarball of ${name}`);
    const expected = { name, version, directory: pkg.directory, distTag: extra.distTag };
    return {
      packed: { name, version, tag, file, integrity, ...extra },
      faults: tarballFaults(manifest, expected, options.home),
    };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function runPack(
  { name, contents }: ReleasePackage,
  directory: string,
  folder: string,
  { manager, tool, npm }: PackOptions,
): Promise<void> {
  // pnpm knows publishConfig.directory itself; for the others that folder is what is packed, and no member.
  const elsewhere = contents !== undefined && manager.name !== 'pnpm';
  const cwd = elsewhere ? await publishedFolder(name, directory, contents) : directory;
  const by = elsewhere ? npm : tool;
  const args = elsewhere ? ['pack', '--pack-destination', folder] : packArguments(manager, folder);
  const { exitCode, stdout, stderr } = await by.run(args, { cwd, timeoutMs: 600_000 });
  if (exitCode === 0) return;
  const said = lastWords(`${stdout}\n${stderr}`);
  throw new UserError(`${name} could not be packed: ${by.name} pack failed: ${said}`);
}

async function publishedFolder(name: string, directory: string, contents: string): Promise<string> {
  const folder = resolve(directory, contents);
  const way = relative(directory, folder);
  const inside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  if (inside) await pathInside(directory, contents);
  const there = inside && (await stat(join(folder, 'package.json')).catch(() => undefined))?.isFile();
  if (there) return folder;
  throw new UserError(
    `${name} could not be packed: its publishConfig.directory is ${JSON.stringify(contents)}, and there is no package.json in that folder. It is made by a build; run that before this step.`,
  );
}

function packArguments({ name, classic }: PackageManager, folder: string): string[] {
  if (name === 'bun') return ['pm', 'pack', '--destination', folder];
  if (name === 'yarn') return ['pack', classic ? '--filename' : '--out', join(folder, 'package.tgz')];
  return ['pack', '--pack-destination', folder];
}

async function extras(workspace: string, directory: string, { version, json, registry }: ReleasePackage) {
  const { publishConfig } = json.json.value;
  const distTag = isRecord(publishConfig) ? publishConfig.tag : undefined;
  const changelog = await readFile(await pathInside(workspace, join(directory, 'CHANGELOG.md')), 'utf8').catch(
    () => '',
  );
  const notes = changelogSection(changelog, version);
  return {
    ...(typeof distTag === 'string' && { distTag }),
    ...(registry !== undefined && { registry }),
    ...(notes !== undefined && { notes }),
  };
}
