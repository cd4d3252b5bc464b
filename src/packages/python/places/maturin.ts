import { dirname, join } from 'node:path';
import { UserError } from '../../../platform/errors.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import { type Place, place } from '../place.ts';
import type { Finder, Project } from '../project.ts';
import { parseToml, type TomlDocument } from '../toml.ts';
import { cargoLockPlace } from './lock.ts';

/** Maturin takes a dynamic version from Cargo.toml, in SemVer. https://www.maturin.rs/metadata.html */
export const maturin: Finder = async (project) => {
  const { pyproject, backend, isDynamic, workspace, folder } = project;
  const hasProject = pyproject?.get('project', 'version') !== undefined;
  if (!pyproject || backend !== 'maturin' || !(isDynamic || !hasProject)) return [];
  const path = pyproject.get('tool', 'maturin', 'manifest-path') ?? 'Cargo.toml';
  const manifest = await workspace.read(join(folder, scalarText(path)));
  if (!manifest) {
    throw new UserError({
      message: `maturin takes the version from ${scalarText(path)}, which does not exist in ${workspace.shown(folder)}.`,
      file: pyproject.file.shown,
    });
  }
  const crate = await parseToml(manifest);
  const version = await cratePlace(project, crate);
  const lock = await lockPlace(project, crate, scalarText(crate.get('package', 'name')));
  return lock ? [version, lock] : [version];
};

async function cratePlace(project: Project, crate: TomlDocument): Promise<Place> {
  const own = crate.span(['package', 'version']);
  if (own) return { ...place(crate.file, '[package].version', own), spelling: 'cargo' };
  if (crate.get('package', 'version', 'workspace') === true) {
    for await (const root of tomlAbove(project, crate, 'Cargo.toml')) {
      const shared = root.span(['workspace', 'package', 'version']);
      if (shared) return { ...place(root.file, '[workspace.package].version', shared), spelling: 'cargo' };
    }
  }
  throw new UserError({
    message: `${crate.file.shown} has no [package].version, from which maturin would take the version. Add it.`,
    file: crate.file.shown,
  });
}

async function lockPlace(project: Project, crate: TomlDocument, name: string): Promise<Place | undefined> {
  for await (const lock of tomlAbove(project, crate, 'Cargo.lock')) return cargoLockPlace(lock, name);
  return undefined;
}

async function* tomlAbove({ workspace }: Project, from: TomlDocument, name: string): AsyncGenerator<TomlDocument> {
  for (const folder of workspace.upwards(dirname(from.file.path))) {
    const file = await workspace.read(join(folder, name));
    if (file) yield file.path === from.file.path ? from : await parseToml(file);
  }
}
