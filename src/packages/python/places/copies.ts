import { join } from 'node:path';
import type { SourceFile } from '../../../platform/files/folder-tree.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import { packageFolders } from '../package-folders.ts';
import { isPythonVersion } from '../pep440.ts';
import { place, trimmed, type VersionFinding } from '../place.ts';
import type { Finder, Project } from '../project.ts';
import { assignmentsTo } from '../python-source.ts';
import { parseToml, type TomlDocument } from '../toml.ts';
import { iniValue } from './setup-cfg.ts';

/** The modules in which packages repeat their version by hand. */
const MODULES = ['_version.py', 'version.py', '__about__.py', '__version__.py', '__init__.py'];
const NAMES = ['__version__', 'VERSION', 'version', '__VERSION__'];
/** The same by parts, which a version of another form does not fit into. */
const BY_PARTS = ['version_info', '__version_info__', 'version_tuple', 'VERSION_INFO'];

/**
 * What repeats the version without being its source: literals in the modules that are there for it, and what commitizen and
 * bump-my-version keep. Only those that are equal to the source are written.
 */
export const copies: Finder = async (project) => [...(await inModules(project)), ...(await ofTools(project))];

async function inModules({ workspace, folder, ...project }: Project): Promise<VersionFinding[]> {
  const paths = packageFolders({ workspace, folder, ...project }).flatMap((one) =>
    MODULES.map((file) => join(one, file)),
  );
  const files = await Promise.all(paths.map((path) => workspace.read(join(folder, path))));
  const distinct = new Map(files.filter((file) => file !== undefined).map((file) => [file.path, file]));
  return [...distinct.values()].flatMap((file) => [...NAMES.flatMap((name) => literal(file, name)), ...byParts(file)]);
}

function literal(file: SourceFile, name: string): VersionFinding[] {
  const [only, ...more] = assignmentsTo([name], file.text);
  if (only?.kind !== 'literal' || more.length > 0) return [];
  const span = trimmed(file.text, only);
  return isPythonVersion(file.text.slice(span.start, span.end)) ? [{ ...place(file, name, span), role: 'copy' }] : [];
}

function byParts(file: SourceFile): VersionFinding[] {
  return BY_PARTS.flatMap((name): VersionFinding[] => {
    const [assigned] = assignmentsTo([name], file.text);
    if (!assigned || !/^\(\s*\d+\s*,/.test(file.text.slice(assigned.start))) return [];
    return [
      {
        type: 'left-alone',
        reason: `${file.shown} writes ${name} out by its parts, which is not kept in line; compute it from the version`,
      },
    ];
  });
}

async function ofTools({ workspace, folder, pyproject, setupCfg }: Project): Promise<VersionFinding[]> {
  const read = async (name: string) => {
    const file = await workspace.read(join(folder, name));
    return file && parseToml(file);
  };
  const commitizen = [pyproject, await read('.cz.toml'), await read('cz.toml')];
  const bumpversion = [pyproject, await read('.bumpversion.toml')];
  const ini = [setupCfg, await workspace.read(join(folder, '.bumpversion.cfg'))];
  return [
    ...commitizen.flatMap((toml) => inToml(toml, ['tool', 'commitizen', 'version'])),
    ...bumpversion.flatMap((toml) => inToml(toml, ['tool', 'bumpversion', 'current_version'])),
    ...ini.flatMap((file) => {
      const span = file && iniValue(file.text, 'bumpversion', 'current_version');
      return span ? [{ ...place(file, '[bumpversion] current_version', span), role: 'copy' as const }] : [];
    }),
  ];
}

function inToml(toml: TomlDocument | undefined, path: readonly string[]): VersionFinding[] {
  const span = toml?.span(path);
  if (!toml || !span) return [];
  const name = `[${path.slice(0, -1).join('.')}].${path.at(-1)}`;
  const semver = toml.get('tool', 'commitizen', 'version_scheme');
  const spelling = path[1] === 'commitizen' && /^semver/.test(scalarText(semver)) ? 'cargo' : 'pep440';
  return [{ ...place(toml.file, name, span), role: 'copy', spelling }];
}
