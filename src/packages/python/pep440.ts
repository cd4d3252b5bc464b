import { compare, explain, valid } from '@renovatebot/pep440';

/** A text that is longer is no version: it is not worth a look. */
const LONGEST = 200;

/** Whether `text` is a version PEP 440 knows, in any of the spellings it normalises. https://peps.python.org/pep-0440/ */
export function isPythonVersion(text: string): boolean {
  return text.length <= LONGEST && valid(text) !== null;
}

/** The order of two PEP 440 versions, as pip sees them. Throws a RangeError for text that is none. */
export function compareVersions(left: string, right: string): -1 | 0 | 1 {
  for (const version of [left, right]) {
    if (!isPythonVersion(version)) throw new RangeError(`${JSON.stringify(version)} is not a PEP 440 version.`);
  }
  return Math.sign(compare(left, right)) as -1 | 0 | 1;
}

/**
 * The one spelling that all spellings of a version share, trailing zeros of the release dropped, so that equal versions have
 * equal texts; undefined for what is no version. https://peps.python.org/pep-0440/#normalization
 */
export function normaliseVersion(text: string): string | undefined {
  const version = text.trim();
  const parts = isPythonVersion(version) ? explain(version) : null;
  if (!parts) return undefined;
  const { base_version: base, public: whole, local } = parts;
  return base.replace(/(?:\.0)+$/, '') + whole.slice(base.length) + (local === null ? '' : `+${local}`);
}

/** Whether it is an alpha, beta, release candidate or development release. */
export function isPrerelease(version: string): boolean {
  return isPythonVersion(version) && explain(version)?.is_prerelease === true;
}
