import { type GitOptions, git } from '../../platform/process/git.ts';
import { isRecord } from '../../platform/records.ts';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';
import { depthOf, MOST_NESTED } from '../../platform/text/nesting.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import { parseSpecifier } from '../npm/specifiers.ts';
import { LOCK_FILES } from '../workspace/manager.ts';
import { DEPENDENCY_KINDS } from '../workspace/package-json.ts';
import { refusal } from './handed-over.ts';
import type { HandedRelease } from './release-folder.ts';

const MANIFEST = 'package.json';
const WITH_CATALOGS = ['pnpm-workspace.yaml', '.yarnrc.yml'];
/** What a release commit may change, by file name. */
const ALLOWED = new Set([MANIFEST, 'CHANGELOG.md', ...WITH_CATALOGS, ...LOCK_FILES]);
/** Where a version and ranges stand in a file that is a map: in a package.json, and in the catalogs of pnpm, yarn and bun. */
const ANY = '*';
const CATALOGS = [
  ['catalog', ANY],
  ['catalogs', ANY, ANY],
];
const PLACES = [
  ['version'],
  ...DEPENDENCY_KINDS.map((kind) => [kind, ANY]),
  ...[...CATALOGS, ...CATALOGS.map((place) => ['workspaces', ...place])],
];
const MOST_COMMITS = 1;

/**
 * Throws a UserError unless the commit is what prepare-release makes on top of `base`: one commit, which changes versions,
 * ranges, lock files and the changelog, no other file, no mode and no other field. A job that ran foreign code made it.
 */
export async function verifyReleaseCommit(
  { head, commit: base, packages }: HandedRelease,
  options: GitOptions,
): Promise<void> {
  const [, ...parents] = (await git(['rev-list', '--parents', '--max-count=1', head], options)).split(' ');
  if (parents.length !== MOST_COMMITS || parents[0] !== base) {
    throw refusal([`its commit ${head} does not stand directly on ${base}`]);
  }
  const raw = await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', base, head], options);
  const fields = raw.split('\0').filter((field) => field !== '');
  const faults: string[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [change = '', path = ''] = [fields[index], fields[index + 1]];
    const name = path.split('/').at(-1) ?? '';
    const [before, after, , , status] = change.replace(/^:/, '').split(' ');
    const plain = after === '100644' && (before === '100644' || (status === 'A' && name === 'CHANGELOG.md'));
    if (!plain || !ALLOWED.has(name)) faults.push(`its commit changes ${JSON.stringify(path)}`);
    else faults.push(...(await contentFaults(path, name, { head, base, options })));
  }
  const manifest = await readMap(MANIFEST, await git(['cat-file', 'blob', `${head}:${MANIFEST}`], options));
  const version = manifest?.version;
  if (packages.some((pkg) => pkg.version !== version))
    faults.push(`its commit has the version ${JSON.stringify(version)}`);
  if (faults.length > 0) throw refusal(faults);
}

interface Commits {
  readonly head: string;
  readonly base: string;
  readonly options: GitOptions;
}

async function contentFaults(path: string, name: string, { head, base, options }: Commits): Promise<string[]> {
  if (name === 'CHANGELOG.md') return [];
  const at = (commit: string) => git(['cat-file', 'blob', `${commit}:${path}`], options);
  const [before, after] = [await at(base), await at(head)];
  if (LOCK_FILES.includes(name)) return originFaults(path, before, after);
  const [old, next] = [await readMap(name, before), await readMap(name, after)];
  if (!old || !next) return [`${path} in its commit cannot be read`];
  return changes(old, next, []).map((place) => `its commit changes ${JSON.stringify(place.join('.'))} of ${path}`);
}

type Fields = Readonly<Record<string, unknown>>;

/** A package.json as npm reads it, or a file of YAML with every value as it is written. */
async function readMap(name: string, text: string): Promise<Fields | undefined> {
  try {
    const plain = withoutMark(text);
    if (depthOf(plain) > MOST_NESTED) return undefined;
    const read = name === MANIFEST ? { value: JSON.parse(plain) as unknown } : await parseYaml(plain, 'texts');
    return 'value' in read && isRecord(read.value) ? read.value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The places in a map at which there is more than another version, or another range of the same package. */
function changes(old: unknown, next: unknown, place: readonly string[]): (readonly string[])[] {
  if (JSON.stringify(old) === JSON.stringify(next)) return [];
  const leads = PLACES.filter((one) => place.every((key, index) => one[index] === key || one[index] === ANY));
  if (leads.some((one) => one.length > place.length) && isRecord(old) && isRecord(next)) {
    const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
    return [...keys].flatMap((key) => changes(ownOf(old, key), ownOf(next, key), [...place, key]));
  }
  const isThere = leads.some((one) => one.length === place.length);
  return isThere && (place[0] === 'version' || isSamePackage(place.at(-1) ?? '', old, next)) ? [] : [place];
}

function ownOf(map: Fields, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isSamePackage(name: string, before: unknown, after: unknown): boolean {
  const [old, next] = [before, after].map((one) => (typeof one === 'string' ? parseSpecifier(name, one) : undefined));
  return old?.kind === 'range' && next?.kind === 'range' && old.name === next.name && old.prefix === next.prefix;
}

/** Where a lock file takes packages from: no place that it did not name before. */
function originFaults(path: string, before: string, after: string): string[] {
  const origins = (text: string) => new Set(text.match(ORIGIN) ?? []);
  const known = origins(before);
  return [...origins(after)]
    .filter((origin) => !known.has(origin))
    .map((origin) => `its commit makes ${path} take packages from ${origin}`);
}

/** A server of a URL; a repository or a folder that is named without one. */
const ORIGIN =
  /[a-z+]{2,12}:\/\/[^/\s"']{1,256}|\bgit@[^:\s"']{1,256}:|(?<=[\s"'@])(?:git|github|gitlab|bitbucket|gist|file|link|portal|exec):/gi;
