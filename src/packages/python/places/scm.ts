import type { Finder, Project } from '../project.ts';
import { setupArguments } from '../python-source.ts';

/** Build requirements that make a dynamic version from the git tag. */
const TOOLS = [
  'setuptools-scm',
  'setuptools-git-versioning',
  'versioningit',
  'flit-scm',
  'versioneer',
  'pbr',
  'dunamai',
];

/** Versions that no file holds: the tag is the version. */
export const scm: Finder = async (project) => {
  const tool = project.isDynamic ? toolOfDynamic(project) : toolOfSetupPy(project);
  return tool ? [{ type: 'elsewhere', reason: `${tool} takes the version from the git tag` }] : [];
};

function toolOfDynamic({ pyproject }: Project): string | undefined {
  if (pyproject?.get('tool', 'setuptools', 'dynamic', 'version') !== undefined) return undefined;
  if (pyproject?.get('tool', 'setuptools_scm') !== undefined) return 'setuptools-scm';
  const requires = pyproject?.get('build-system', 'requires');
  const names = Array.isArray(requires) ? requires.map((one) => requiredName(String(one))) : [];
  return names.find((name) => TOOLS.includes(name));
}

/** Projects from before `[project]`. */
function toolOfSetupPy({ pyproject, setupPy }: Project): string | undefined {
  if (pyproject?.get('project') !== undefined) return undefined;
  const passes = (keyword: string) => setupPy !== undefined && setupArguments(keyword, setupPy.text).length > 0;
  if (pyproject?.get('tool', 'setuptools_scm') !== undefined || passes('use_scm_version')) return 'setuptools-scm';
  return passes('pbr') ? 'pbr' : undefined;
}

/** `setuptools_scm[toml]>=8` → `setuptools-scm`. */
function requiredName(requirement: string): string {
  const [name = ''] = /^[A-Za-z0-9._-]+/.exec(requirement.trim()) ?? [];
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
