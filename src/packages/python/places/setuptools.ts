import { join } from 'node:path';
import { UserError } from '../../../platform/errors.ts';
import { type Place, place, trimmed } from '../place.ts';
import { type Finder, moduleFile, type Project } from '../project.ts';
import { valueAt } from '../toml.ts';
import { assignedPlace } from './python-module.ts';

/** `[tool.setuptools.dynamic].version`. https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata */
export const setuptools: Finder = async (project) => {
  const version = project.pyproject?.get('tool', 'setuptools', 'dynamic', 'version');
  if (!project.isDynamic || version === undefined) return [];
  const attr = valueAt(version, ['attr']);
  if (typeof attr === 'string') return [await attributePlace(project, attr)];
  const file = valueAt(version, ['file']);
  const files = Array.isArray(file) ? file : [file];
  const [only] = files;
  if (files.length === 1 && typeof only === 'string') return [await filePlace(project, only)];
  throw new UserError(
    `${project.pyproject?.file.shown}: [tool.setuptools.dynamic].version is ${JSON.stringify(version)}. ` +
      'Expected { attr = "package.__version__" } or { file = "VERSION" }.',
  );
};

/**
 * The place that `attr: package.module.NAME` means: an assignment in that module. Throws a UserError where there is no such
 * module, or no such assignment.
 */
export async function attributePlace(project: Project, attr: string): Promise<Place> {
  const [, module = '', name = ''] = /^(?:(.*)[.:])?([^.:]+)$/.exec(attr.trim()) ?? [];
  const file = await moduleFile(project, module || '__init__', packageRoots(project));
  if (file) return assignedPlace(file, [name]);
  throw new UserError(
    `The version is said to be ${attr} (${project.workspace.shown(project.folder)}), but there is no module ` +
      `${JSON.stringify(module)} there or under src. Correct attr.`,
  );
}

/**
 * The place that `file: VERSION` means: the whole file, but for white space at its ends. Throws a UserError where it is not
 * there.
 */
export async function filePlace(project: Project, path: string): Promise<Place> {
  const file = await project.workspace.read(join(project.folder, path.trim()));
  if (!file) throw new UserError(`The version is said to be in the file ${path}, which does not exist.`);
  return place(file, 'file', trimmed(file.text, { start: 0, end: file.text.length }));
}

function packageRoots(project: Project): string[] {
  const fromToml = project.pyproject?.get('tool', 'setuptools', 'package-dir', '');
  const fromCfg = /^package_dir\s*=\s*(?:\r?\n[ \t]+)?=\s*(\S+)/m.exec(project.setupCfg?.text ?? '')?.[1];
  return [fromToml, fromCfg, '', 'src'].filter((root) => typeof root === 'string');
}
