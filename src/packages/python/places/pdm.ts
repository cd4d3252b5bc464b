import { join } from 'node:path';
import { UserError } from '../../../platform/errors.ts';
import type { Finder } from '../project.ts';
import { valueAt } from '../toml.ts';
import { assignedPlace } from './python-module.ts';

const PATTERN = /^__version__\s*=\s*(["'])(?<version>.+?)\1\s*(?:#.*)?$/;

/** `[tool.pdm.version]`. https://backend.pdm-project.org/metadata/#dynamic-project-version */
export const pdm: Finder = async ({ pyproject, isDynamic, folder, workspace }) => {
  const table = pyproject?.get('tool', 'pdm', 'version');
  if (!isDynamic || table === undefined) return [];
  const source = valueAt(table, ['source']);
  if (source === 'scm' || valueAt(table, ['use_scm']) === true) {
    return [{ type: 'elsewhere', reason: 'pdm takes the version from the git tag (source = "scm")' }];
  }
  const path = valueAt(table, ['path']) ?? valueAt(table, ['from']);
  const file = typeof path === 'string' ? await workspace.read(join(folder, path)) : undefined;
  if (file) return [assignedPlace(file, ['__version__'], { backend: 'pdm', pattern: PATTERN })];
  throw new UserError(
    `${pyproject?.file.shown}: [tool.pdm].version is ${JSON.stringify(table)}. ` +
      'Expected { source = "file", path = "…" } with a file that exists.',
  );
};
