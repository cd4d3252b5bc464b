import { UserError } from '../../errors.ts';
import { faultAt, type Place, place, type SourceFile, trimmed } from '../place.ts';
import { type Finder, importName, moduleFile } from '../project.ts';
import { assignmentsTo } from '../python-source.ts';

/**
 * The place where a Python file assigns a literal to one of these names. Throws a UserError where there is none, where it is
 * computed, or where there are several.
 */
export function assignedPlace(file: SourceFile, names: readonly string[]): Place {
  const found = assignmentsTo(names, file.text);
  const [first, second] = found;
  const name = names.join(' or ');
  if (!first) {
    throw new UserError({
      message: `${file.shown} assigns no ${name} at its top level, but pyproject.toml or setup.cfg says that the version is there.`,
      file: file.shown,
    });
  }
  if (second) {
    throw faultAt(
      file,
      second.start,
      `${file.shown} assigns ${name} ${found.length} times. Keep one of the assignments.`,
    );
  }
  if (first.kind === 'expression') {
    throw faultAt(file, first.start, `${file.shown}: ${name} is computed. Only a plain string can be synchronised.`);
  }
  return place(file, names[0] ?? name, trimmed(file.text, first));
}

/**
 * `__version__` of the package that bears the project's name, where the version itself stands elsewhere: many packages
 * repeat it by hand. One that is computed (importlib.metadata) needs nothing.
 */
export const packageVersion: Finder = async (project) => {
  if (!project.name || project.isDynamic) return [];
  const file = await moduleFile(project, importName(project.name));
  const found = file ? assignmentsTo(['__version__'], file.text) : [];
  if (!file || !found.some((one) => one.kind === 'literal')) return [];
  return [assignedPlace(file, ['__version__'])];
};
