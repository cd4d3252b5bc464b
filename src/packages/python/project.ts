import { join } from 'node:path';
import { UserError } from '../../platform/errors.ts';
import type { SourceFile } from '../../platform/files/folder-tree.ts';
import { type FolderWorkspace, firstFile } from '../../platform/files/folder-tree.ts';
import type { VersionFinding } from './place.ts';
import { parseToml, type TomlDocument } from './toml.ts';

/** A Python project as its files describe it. */
export interface Project {
  readonly workspace: FolderWorkspace;
  /** Absolute, with links resolved. */
  readonly folder: string;
  readonly pyproject: TomlDocument | undefined;
  readonly setupCfg: SourceFile | undefined;
  readonly setupPy: SourceFile | undefined;
  /** As `[project]` or `[tool.poetry]` give it. */
  readonly name: string | undefined;
  /** Whether `[project]` leaves the version to the build backend. */
  readonly isDynamic: boolean;
  /** `[build-system].build-backend`. */
  readonly backend: string;
}

/** One kind of place to look at; throws a UserError for what is there but cannot be right. */
export type Finder = (project: Project) => Promise<readonly VersionFinding[]>;

/** Opens the project in a folder; a folder without one is a UserError. */
export async function openProject(workspace: FolderWorkspace, path: string): Promise<Project> {
  const folder = await workspace.folder(path);
  const read = (name: string) => workspace.read(join(folder, name));
  const [toml, setupCfg, setupPy] = [await read('pyproject.toml'), await read('setup.cfg'), await read('setup.py')];
  if (!toml && !setupCfg && !setupPy) {
    throw new UserError(
      `There is no Python project in ${workspace.shown(folder)}: found no pyproject.toml, setup.cfg or setup.py. ` +
        'Name the folder that holds one in the input to.',
    );
  }
  const pyproject = toml && (await parseToml(toml));
  const dynamic = pyproject?.get('project', 'dynamic');
  const name = pyproject?.get('project', 'name') ?? pyproject?.get('tool', 'poetry', 'name');
  const backend = pyproject?.get('build-system', 'build-backend');
  return {
    workspace,
    folder,
    pyproject,
    setupCfg,
    setupPy,
    name: typeof name === 'string' ? name : undefined,
    isDynamic: Array.isArray(dynamic) && dynamic.includes('version'),
    backend: typeof backend === 'string' ? backend : '',
  };
}

/** The files in which Python looks for a module, or a package's own code, in the usual layouts. */
export function moduleFile(project: Project, dotted: string, roots: readonly string[] = ['', 'src']) {
  const path = dotted.split('.').join('/');
  const candidates = roots.flatMap((root) => [`${path}/__init__.py`, `${path}.py`].map((file) => join(root, file)));
  return firstFile(project.workspace, project.folder, candidates);
}

/** The module that a distribution's name stands for by convention: `event-forge` is imported as `event_forge`. */
export function importName(distribution: string): string {
  return distribution.replace(/-/g, '_');
}
