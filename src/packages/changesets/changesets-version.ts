import semver from 'semver';
import { isRecord } from '../../platform/records.ts';
import { DEPENDENCY_KINDS, type PackageJson } from '../workspace/package-json.ts';
import type { SourceTree } from '../workspace/source-tree.ts';
import { FOLDER } from './changeset.ts';

/** The two lines of changesets whose rules differ: private packages, peers, prereleases. */
export type ChangesetsMajor = 2 | 3;

const CLI = '@changesets/cli';
const INSTALLED = `node_modules/${CLI}/package.json`;

/**
 * The changesets that will raise this repository's versions: the ones that are installed, else those that the root package.json
 * declares, that its lock file has, that its settings were written for; 3 where nothing says anything.
 */
export async function changesetsMajor(tree: SourceTree, root: PackageJson | undefined): Promise<ChangesetsMajor> {
  const asks = [installed, declared, locked, ofSettings];
  for (const ask of asks) {
    const version = await ask(tree, root);
    if (version !== undefined) return version;
  }
  return 3;
}

async function installed(tree: SourceTree): Promise<ChangesetsMajor | undefined> {
  return versionIn((await tree.read([INSTALLED])).get(INSTALLED));
}

function versionIn(packageJson: string | undefined): ChangesetsMajor | undefined {
  return lineOf(/"version":\s*"(\d+)\./.exec(packageJson ?? '')?.[1]);
}

async function declared(tree: SourceTree, root: PackageJson | undefined): Promise<ChangesetsMajor | undefined> {
  const found = DEPENDENCY_KINDS.flatMap((kind) => root?.dependencies.filter((one) => one.kind === kind) ?? []);
  const written = found.find(({ name }) => name === CLI)?.specifier;
  if (written === undefined) return undefined;
  const range = written.startsWith('catalog:') ? await fromCatalog(tree, written) : written;
  const plain = (range ?? '').replace(/^(workspace:|npm:(@changesets\/cli@)?)/, '');
  if (semver.validRange(plain) === null) return undefined;
  // A range over both lines says nothing: which one it is, the lock file has.
  return [2, 3].flatMap((line) => (semver.subset(plain, `^${line}.0.0-0`, ANY) ? [line as ChangesetsMajor] : []))[0];
}

const ANY = { includePrerelease: true };

async function fromCatalog(tree: SourceTree, specifier: string): Promise<string | undefined> {
  const { parseYaml } = await import('../../platform/text/yaml.ts');
  const file = 'pnpm-workspace.yaml';
  const document = await parseYaml((await tree.read([file])).get(file) ?? '');
  if ('faults' in document || !isRecord(document.value)) return undefined;
  const name = specifier.slice('catalog:'.length);
  const { catalog, catalogs } = document.value;
  const named = isRecord(catalogs) ? catalogs[name || 'default'] : undefined;
  const entries = name === '' || name === 'default' ? (catalog ?? named) : named;
  return isRecord(entries) && typeof entries[CLI] === 'string' ? entries[CLI] : undefined;
}

/** How each manager writes the version that it has chosen; none of them needs to be parsed for that. */
const LOCKED: readonly (readonly [string, RegExp])[] = [
  ['pnpm-lock.yaml', /^ {2}'?\/?@changesets\/cli[@/](\d+)\./m],
  ['package-lock.json', /"node_modules\/@changesets\/cli":\s*\{\s*"version":\s*"(\d+)\./],
  ['yarn.lock', /^"?@changesets\/cli@[^\n]*:\r?\n {2}version:? "?(\d+)\./m],
  ['bun.lock', /"@changesets\/cli":\s*\["@changesets\/cli@(\d+)\./],
];

async function locked(tree: SourceTree): Promise<ChangesetsMajor | undefined> {
  const { files } = await tree.list('');
  for (const [file, pattern] of LOCKED.filter(([name]) => files.includes(name))) {
    const found = lineOf(pattern.exec((await tree.read([file])).get(file) ?? '')?.[1]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `changeset init` writes the schema of its time: version 4 of the settings came with changesets 3. */
async function ofSettings(tree: SourceTree): Promise<ChangesetsMajor | undefined> {
  const file = `${FOLDER}/config.json`;
  const text = (await tree.read([file])).get(file) ?? '';
  const schema = /"\$schema":\s*"[^"]*@changesets\/config@(\d+)\./.exec(text)?.[1];
  return schema === undefined ? undefined : Number(schema) >= 4 ? 3 : 2;
}

function lineOf(major: string | undefined): ChangesetsMajor | undefined {
  if (major === undefined) return undefined;
  return Number(major) >= 3 ? 3 : 2;
}
