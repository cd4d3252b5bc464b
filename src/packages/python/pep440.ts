type Order = -1 | 0 | 1;

/** How a PEP 440 version sorts: its parts from the heaviest down, each a list that is compared item by item. */
type SortKey = readonly (readonly (bigint | string)[])[];

// https://peps.python.org/pep-0440/#appendix-b-parsing-version-strings-with-regular-expressions, our own wording of it.
const FORM = new RegExp(
  [
    String.raw`^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)`,
    String.raw`(?:[-_.]?(?<phase>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?<phaseNumber>\d*))?`,
    String.raw`(?:-(?<implicitPost>\d+)|(?<post>[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*)))?`,
    String.raw`(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?`,
    String.raw`(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$`,
  ].join(''),
);

/** A text that is longer is no version: it is not worth a look. */
const LONGEST = 200;

const SHORT: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };

/** Before and after every number of a version, so that a missing part can sort below or above all others. */
const LOWEST = -1n;
const HIGHEST = 1n << 4096n;

/** Whether `text` is a version PEP 440 knows, in any of the spellings it normalises. */
export function isPythonVersion(text: string): boolean {
  return partsOf(text) !== undefined;
}

/** The order of two PEP 440 versions, as pip sees them. Throws a RangeError for text that is none. */
export function compareVersions(left: string, right: string): Order {
  return compareLists(sortKey(left), sortKey(right), (a, b) => compareLists(a, b, compareItems));
}

/**
 * The one spelling that all spellings of a version share, trailing zeros of the release dropped, so that equal versions have
 * equal texts; undefined for what is no version. https://peps.python.org/pep-0440/#normalization
 */
export function normaliseVersion(text: string): string | undefined {
  const parts = partsOf(text.trim());
  if (!parts) return undefined;
  const { epoch, release = '', phase, phaseNumber, implicitPost, post, postNumber, dev, devNumber, local } = parts;
  const hasPost = post !== undefined || implicitPost !== undefined;
  return [
    number(epoch) === 0n ? '' : `${number(epoch)}!`,
    release
      .split('.')
      .map(number)
      .join('.')
      .replace(/(?:\.0)+$/, ''),
    phase === undefined ? '' : `${SHORT[phase] ?? phase}${number(phaseNumber)}`,
    hasPost ? `.post${number(postNumber ?? implicitPost)}` : '',
    dev === undefined ? '' : `.dev${number(devNumber)}`,
    local === undefined ? '' : `+${localItems(local).join('.')}`,
  ].join('');
}

function sortKey(version: string): SortKey {
  const parts = partsOf(version);
  if (!parts) throw new RangeError(`${JSON.stringify(version)} is not a PEP 440 version.`);
  const hasPost = parts.post !== undefined || parts.implicitPost !== undefined;
  const isBareDev = parts.phase === undefined && !hasPost && parts.dev !== undefined;
  return [
    [number(parts.epoch)],
    (parts.release ?? '')
      .replace(/(\.0+)+$/, '')
      .split('.')
      .map(number),
    parts.phase === undefined
      ? [isBareDev ? LOWEST : HIGHEST]
      : [BigInt(phaseRank(parts.phase)), number(parts.phaseNumber)],
    [hasPost ? number(parts.postNumber ?? parts.implicitPost) : LOWEST],
    [parts.dev === undefined ? HIGHEST : number(parts.devNumber)],
    localItems(parts.local ?? ''),
  ];
}

/** The parts of a version as it is spelled, in lower case; undefined for what is none. */
function partsOf(text: string): Readonly<Record<string, string | undefined>> | undefined {
  return text.length > LONGEST ? undefined : FORM.exec(text.toLowerCase())?.groups;
}

function number(digits: string | undefined): bigint {
  return BigInt(digits || '0');
}

function localItems(local: string): (bigint | string)[] {
  return local === '' ? [] : local.split(/[-_.]/).map((item) => (/^\d+$/.test(item) ? BigInt(item) : item));
}

function phaseRank(phase: string): number {
  if (phase.startsWith('a')) return 0;
  return phase.startsWith('b') ? 1 : 2;
}

function compareLists<T>(left: readonly T[], right: readonly T[], compareOne: (a: T, b: T) => Order): Order {
  for (const [index, item] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareOne(item, other);
    if (order !== 0) return order;
  }
  return left.length < right.length ? -1 : 0;
}

/** In a local version a number sorts after text. */
function compareItems(left: bigint | string, right: bigint | string): Order {
  if (typeof left !== typeof right) return typeof left === 'string' ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
