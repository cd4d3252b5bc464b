import { UserError } from '../../../platform/errors.ts';
import type { SourceFile } from '../../../platform/files/folder-tree.ts';
import { faultAt, type Place, place, trimmed } from '../place.ts';
import { type Finder, importName, moduleFile } from '../project.ts';
import { assignmentsTo } from '../python-source.ts';

/** A backend that does not parse Python but looks for a line. */
interface Reader {
  readonly backend: string;
  /** Has a group `version`; matched with the flag m. */
  readonly pattern: RegExp;
}

/**
 * The place where a Python file assigns a literal to one of these names. Throws a UserError where there is none, where it is
 * computed, or where there are several.
 */
export function assignedPlace(file: SourceFile, names: readonly string[], readBy?: Reader): Place {
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
  const assigned = place(file, names[0] ?? name, trimmed(file.text, first));
  return readBy ? asRead(assigned, readBy) : assigned;
}

/** Fails unless the backend's expression finds the assignment first: it would find a look-alike in a docstring as well. */
function asRead(found: Place, { backend, pattern }: Reader): Place {
  const { file } = found;
  const span = new RegExp(pattern, `dm${pattern.flags}`).exec(file.text)?.indices?.groups?.version;
  if (span?.[1] === found.end) return { ...found, start: span[0] };
  throw faultAt(
    file,
    span?.[0] ?? found.start,
    span
      ? `${backend} takes the version from this line of ${file.shown}, which only looks like the assignment. Indent or reword it.`
      : `${backend} cannot read the assignment of ${found.name} in ${file.shown}. Write it as ${found.name} = "…" on a line of its own.`,
  );
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
