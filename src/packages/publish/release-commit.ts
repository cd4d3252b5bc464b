import { type GitOptions, git } from '../../platform/process/git.ts';
import { isRecord } from '../../platform/records.ts';
import { refusal } from './handed-over.ts';
import type { HandedRelease } from './release-folder.ts';

/** What a release commit may change, by file name. */
const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml'];
const MANIFEST = 'package.json';
const ALLOWED = new Set([MANIFEST, 'CHANGELOG.md', 'pnpm-workspace.yaml', ...LOCK_FILES]);
const MAY_CHANGE = new Set(['version', 'dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']);
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
  const manifest: unknown = JSON.parse(
    (await git(['cat-file', 'blob', `${head}:${MANIFEST}`], options)).replace(/^\uFEFF/, ''),
  );
  const version = isRecord(manifest) ? manifest.version : undefined;
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
  return name === MANIFEST ? manifestFaults(path, before, after) : originFaults(path, before, after);
}

function manifestFaults(path: string, before: string, after: string): string[] {
  const [old, next] = [before, after].map((text): unknown => JSON.parse(text.replace(/^\uFEFF/, '')));
  if (!isRecord(old) || !isRecord(next)) return [`${path} in its commit is no map`];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return keys.flatMap((key) => {
    if (JSON.stringify(old[key]) === JSON.stringify(next[key])) return [];
    const names = (of: unknown) => JSON.stringify(isRecord(of) ? Object.keys(of).sort() : []);
    const sameNames = key === 'version' || names(old[key]) === names(next[key]);
    return MAY_CHANGE.has(key) && sameNames ? [] : [`its commit changes ${JSON.stringify(key)} of ${path}`];
  });
}

/** Where a lock file takes packages from: no place that it did not name before. */
function originFaults(path: string, before: string, after: string): string[] {
  const origins = (text: string) => new Set(text.match(/[a-z+]{2,12}:\/\/[^/\s"']{1,256}/gi) ?? []);
  const known = origins(before);
  return [...origins(after)]
    .filter((origin) => !known.has(origin))
    .map((origin) => `its commit makes ${path} take packages from ${origin}`);
}
