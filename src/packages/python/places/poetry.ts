import { faultAt, place } from '../place.ts';
import type { Finder } from '../project.ts';

/** `[tool.poetry].version`; with the dynamic-versioning plugin it is a placeholder. */
export const poetry: Finder = async ({ pyproject }) => {
  const table = pyproject?.get('tool', 'poetry', 'version');
  if (!pyproject || table === undefined) return [];
  if (pyproject.get('tool', 'poetry-dynamic-versioning', 'enable') === true) {
    return [{ type: 'elsewhere', reason: 'poetry-dynamic-versioning takes the version from the git tag' }];
  }
  const span = pyproject.span(['tool', 'poetry', 'version']);
  if (!span) throw faultAt(pyproject.file, 0, `${pyproject.file.shown}: [tool.poetry].version is not a string.`);
  return [place(pyproject.file, '[tool.poetry].version', span)];
};
