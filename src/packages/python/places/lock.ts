import { dirname, join, resolve } from 'node:path';
import type { SourceFile } from '../../../platform/files/folder-tree.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import type { Place, VersionFinding } from '../place.ts';
import { place } from '../place.ts';
import type { Finder, Project } from '../project.ts';
import { parseToml, type TomlDocument, valueAt } from '../toml.ts';

/** The project's own `[[package]]` entry in uv.lock, its own or its workspace's. https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile */
export const uvLock: Finder = async (project) => {
  const { workspace, folder } = project;
  for (const above of workspace.upwards(folder)) {
    const file = await workspace.read(join(above, 'uv.lock'));
    if (!file) continue;
    const document = await parseToml(file);
    const found = ownEntry(document, (entry) => isProject(entry, project, file));
    if (found) return [found];
    if (above === folder) return [missing(file, project)];
  }
  return [];
};

/** The crate's own entry in Cargo.lock: the one of its name that comes from no registry. */
export function cargoLockPlace(document: TomlDocument, crate: string): Place | undefined {
  const found = ownEntry(document, (entry) => {
    return valueAt(entry, ['name']) === crate && valueAt(entry, ['source']) === undefined;
  });
  return found && { ...found, spelling: 'cargo' };
}

function ownEntry(document: TomlDocument, isOwn: (entry: unknown) => boolean): Place | undefined {
  const entries = document.get('package');
  const index = Array.isArray(entries) ? entries.findIndex(isOwn) : -1;
  const span = document.span(['package', index, 'version']);
  return span && { ...place(document.file, '[[package]] version', span), role: 'lock' };
}

function isProject(entry: unknown, { name, folder }: Project, lock: SourceFile): boolean {
  const isNamed = name === undefined || normalised(scalarText(valueAt(entry, ['name']))) === normalised(name);
  const sources = ['editable', 'virtual', 'directory'].map((kind) => valueAt(entry, ['source', kind]));
  return isNamed && sources.some((path) => typeof path === 'string' && resolve(dirname(lock.path), path) === folder);
}

/** https://peps.python.org/pep-0503/#normalized-names */
function normalised(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

function missing(file: SourceFile, { name, isDynamic }: Project): VersionFinding {
  const why = isDynamic ? 'uv records none for a dynamic version' : 'run uv lock';
  return { type: 'left-alone', reason: `${file.shown} holds no version of ${name ?? 'this project'} itself (${why})` };
}
