import semver from 'semver';
import { normaliseVersion } from '../python/pep440.ts';
import { isNpmName } from '../workspace/npm-name.ts';

/** One published version of one package. */
export type PackageVersion =
  | {
      readonly ecosystem: 'npm';
      readonly name: string;
      readonly version: string;
      /** Asked instead of the registry that npm's configuration names, as `publishConfig.registry` says it. */
      readonly registry?: string;
    }
  | { readonly ecosystem: 'pypi'; readonly name: string; readonly version: string };

const PYPI_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** How a package version is written: `npm:NAME@VERSION` or `pypi:NAME==VERSION`. */
export function formatPackage({ ecosystem, name, version }: PackageVersion): string {
  return ecosystem === 'npm' ? `npm:${name}@${version}` : `pypi:${name}==${version}`;
}

/** Reads `npm:NAME@VERSION`, with the URL of another registry behind it, or `pypi:NAME==VERSION`; an Error says what was expected. */
export function parsePackage(text: string): PackageVersion | Error {
  const npm = /^npm:(@?[^@\s]+)@(.+?)(?:\s+(https?:\/\/\S+))?$/.exec(text);
  if (npm) return npmPackage(npm[1] ?? '', npm[2] ?? '', npm[3]);
  const pypi = /^pypi:([^=\s]+)==(.+)$/.exec(text);
  if (pypi) return pypiPackage(pypi[1] ?? '', pypi[2] ?? '');
  return new Error('expected npm:NAME@VERSION or pypi:NAME==VERSION');
}

function npmPackage(name: string, version: string, registry: string | undefined): PackageVersion | Error {
  if (!isNpmName(name)) return new Error(`${JSON.stringify(name)} is not an npm package name`);
  if (!isExactVersion(version)) {
    return new Error(`${JSON.stringify(version)} is not an exact version such as 1.2.3 or 2.0.0-rc.1`);
  }
  return { ecosystem: 'npm', name, version, ...(registry !== undefined && { registry }) };
}

function pypiPackage(name: string, version: string): PackageVersion | Error {
  if (!PYPI_NAME.test(name)) return new Error(`${JSON.stringify(name)} is not a Python package name`);
  if (normaliseVersion(version) === undefined) {
    return new Error(`${JSON.stringify(version)} is not a version by PEP 440, such as 1.2.3 or 2.0.0rc1`);
  }
  return { ecosystem: 'pypi', name, version };
}

/** Whether the text is one SemVer version, written as the registry keeps it (no `v`, no blanks, no build metadata). */
export function isExactVersion(text: string): boolean {
  return semver.parse(text)?.version === text;
}
