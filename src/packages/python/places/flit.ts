import { UserError } from '../../../platform/errors.ts';
import { scalarText } from '../../../platform/text/scalar-text.ts';
import { type Finder, importName, moduleFile } from '../project.ts';
import { assignedPlace } from './python-module.ts';

/** Flit reads `__version__` of the module. https://flit.pypa.io/en/stable/pyproject_toml.html */
export const flit: Finder = async (project) => {
  const { pyproject, backend, isDynamic, name } = project;
  const legacy = pyproject?.get('tool', 'flit', 'metadata', 'module');
  if (!backend.startsWith('flit_core') || !(isDynamic || typeof legacy === 'string')) return [];
  const module = [legacy, pyproject?.get('tool', 'flit', 'module', 'name'), importName(name ?? '')].find(
    (one) => typeof one === 'string' && one !== '',
  );
  const file = await moduleFile(project, scalarText(module));
  if (file) return [assignedPlace(file, ['__version__'])];
  throw new UserError(
    `flit takes the version from __version__ of the module ${JSON.stringify(module)}, which is neither in ` +
      `${project.workspace.shown(project.folder)} nor under src. Correct [tool.flit.module].name.`,
  );
};
