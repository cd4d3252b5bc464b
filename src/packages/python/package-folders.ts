import { join } from 'node:path';
import { isText, listOf } from '../../platform/records.ts';
import { importName, type Project } from './project.ts';
import { valueAt } from './toml.ts';

/** Where the code of a project's packages usually is, relative to its folder: by its name, and as its build backend is told. */
export function packageFolders({ name, pyproject }: Project): string[] {
  const conventional = name === undefined ? [] : [importName(name), importName(name).toLowerCase()];
  const roots = ['', 'src', 'lib', 'python'];
  const byName = conventional.flatMap((one) => roots.map((root) => join(root, ...one.split('.'))));
  const told = [
    ...textsOf(pyproject?.get('tool', 'hatch', 'build', 'targets', 'wheel', 'packages')),
    ...textsOf(pyproject?.get('tool', 'setuptools', 'packages')).map((one) => one.split('.').join('/')),
    ...listOf(pyproject?.get('tool', 'poetry', 'packages')).map((one) => {
      const [include, from] = [valueAt(one, ['include']), valueAt(one, ['from'])];
      return typeof include === 'string' ? join(typeof from === 'string' ? from : '', include) : undefined;
    }),
  ].filter((one) => one !== undefined);
  return [...new Set([...byName, ...told, ...told.map((one) => join('src', one))])].filter((one) => !/[*?]/.test(one));
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter(isText);
}
