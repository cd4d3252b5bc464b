import { faultAt, place } from '../place.ts';
import type { Finder } from '../project.ts';

/** `[project].version`. https://packaging.python.org/en/latest/specifications/pyproject-toml/#version */
export const pep621: Finder = async ({ pyproject, isDynamic }) => {
  const version = pyproject?.get('project', 'version');
  if (!pyproject || version === undefined) return [];
  const span = pyproject.span(['project', 'version']);
  if (!span) throw faultAt(pyproject.file, 0, `${pyproject.file.shown}: [project].version is not a string.`);
  if (isDynamic) {
    throw faultAt(
      pyproject.file,
      span.start,
      `${pyproject.file.shown} has two sources for the version: [project].version is ${JSON.stringify(version)}, but ` +
        '[project].dynamic lists "version" as well. Remove one of them.',
    );
  }
  return [place(pyproject.file, '[project].version', span)];
};
