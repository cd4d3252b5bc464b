import type { Finder } from '../project.ts';

/** Build requirements that make the version from the git tag when setuptools (or another backend) builds. */
const SCM = ['setuptools-scm', 'setuptools-git-versioning', 'versioningit', 'flit-scm', 'versioneer', 'pbr', 'dunamai'];

/** Versions that no file holds: the tag is the version. */
export const scm: Finder = async ({ pyproject, isDynamic, setupPy, setupCfg }) => {
  const isStatic = pyproject?.get('tool', 'setuptools', 'dynamic', 'version') !== undefined;
  const requires = pyproject?.get('build-system', 'requires');
  const names = (Array.isArray(requires) ? requires : []).map(String).map((one) =>
    one
      .replace(/[^A-Za-z0-9._-].*$/s, '')
      .replace(/[-_.]+/g, '-')
      .toLowerCase(),
  );
  const tool =
    names.find((name) => SCM.includes(name)) ?? (pyproject?.get('tool', 'setuptools_scm') && 'setuptools-scm');
  const isOld = !pyproject?.get('project') && /\b(use_scm_version|use_pbr|pbr)\b\s*=/.test(setupPy?.text ?? '');
  const usesScm =
    (tool && (isDynamic || !pyproject?.get('project')) && !isStatic && !hasOwnVersion(setupCfg?.text)) || isOld;
  return usesScm ? [{ type: 'elsewhere', reason: `${tool ?? 'setup.py'} takes the version from the git tag` }] : [];
};

function hasOwnVersion(setupCfg = ''): boolean {
  return /^version\s*[=:]/im.test(setupCfg);
}
