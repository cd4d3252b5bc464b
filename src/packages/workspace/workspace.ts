import { type Fault, UserError } from '../../platform/errors.ts';
import { areTexts, mapOf } from '../../platform/records.ts';
import { parseJsonObject } from '../../platform/text/json-object.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import { matchingFolders } from './folders.ts';
import { decideManager, type PackageManager } from './manager.ts';
import { type MemberProblem, readMember, type WorkspacePackage } from './member.ts';
import { type PackageJson, parsePackageJson } from './package-json.ts';
import type { SourceTree } from './source-tree.ts';

export interface Workspace {
  readonly manager: PackageManager;
  /** Absent: there is no package.json at the root. */
  readonly root?: PackageJson;
  /** By directory; the root among them only where it is a member, or the only package. */
  readonly packages: readonly WorkspacePackage[];
  /** Every package.json that can be read, members without a name and the root (first) included. */
  readonly files: readonly PackageJson[];
  /** What is wrong with its packages, and keeps those that it is wrong with from being released. */
  readonly problems: readonly MemberProblem[];
}

/**
 * The packages of a workspace as changesets finds them (through manypkg), with one difference: no lock file is needed. A
 * folder without a workspace is its own only package; a tree without a package.json has none.
 *
 * @throws UserError where the root's files cannot be read, with the place of every fault.
 */
export async function readWorkspace(tree: SourceTree): Promise<Workspace> {
  const root = await readRoot(tree);
  const manager = await decideManager(tree, root);
  if (!root) return { manager, packages: [], files: [], problems: [] };
  const patterns = await packagePatterns(tree, root);
  const directories = patterns ? await matchingFolders(tree, patterns) : ['.'];
  const files = directories.map((directory) => (directory === '.' ? 'package.json' : `${directory}/package.json`));
  const members = await readMembers(tree, files);
  const below = members.files.filter(({ file }) => file !== root.file);
  return { manager, root, ...members, files: [root, ...below] };
}

/** Whether a repository is one package and nothing else: its release is tagged by the version alone. */
export function isOnePackage({ packages }: Pick<Workspace, 'packages'>): boolean {
  return packages.length === 1 && packages[0]?.directory === '.';
}

async function readRoot(tree: SourceTree): Promise<PackageJson | undefined> {
  const text = (await tree.read(['package.json'])).get('package.json');
  return text === undefined ? undefined : parseIn(tree, 'package.json', text);
}

function parseIn(tree: SourceTree, file: string, text: string): Promise<PackageJson> {
  return parsePackageJson(text, file, (message, place) => tree.fault(message, file, place));
}

/** Which of the declarations of packages counts, in the order in which manypkg asks for them; undefined: a single package. */
async function packagePatterns(tree: SourceTree, root: PackageJson): Promise<readonly string[] | undefined> {
  const { files } = await tree.list('');
  if (root.workspaces && files.includes('yarn.lock')) return root.workspaces;
  const texts = await tree.read(['pnpm-workspace.yaml', 'lerna.json']);
  return (
    (await pnpmPatterns(tree, texts.get('pnpm-workspace.yaml'))) ??
    root.workspaces ??
    (await lernaPatterns(tree, texts.get('lerna.json')))
  );
}

async function pnpmPatterns(tree: SourceTree, text: string | undefined): Promise<readonly string[] | undefined> {
  const file = 'pnpm-workspace.yaml';
  if (text === undefined) return undefined;
  const document = await parseYaml(text);
  if ('faults' in document) {
    throw new UserError(
      document.faults.map(({ message, line = 1, column = 1 }) => tree.fault(message, file, { line, column })),
    );
  }
  const packages = mapOf(document.value).packages;
  if (packages === undefined || packages === null) return undefined;
  if (areTexts(packages)) return packages;
  throw new UserError(tree.fault('"packages" must be a list of patterns.', file, document.locate(['packages'])));
}

async function lernaPatterns(tree: SourceTree, text: string | undefined): Promise<readonly string[] | undefined> {
  if (text === undefined) return undefined;
  const lerna = await parseJsonObject(text, (message, place) => tree.fault(message, 'lerna.json', place));
  if ('faults' in lerna) throw new UserError(lerna.faults);
  if (lerna.value.useWorkspaces === true) return undefined;
  const { packages } = lerna.value;
  return areTexts(packages) ? packages : ['packages/*'];
}

async function readMembers(tree: SourceTree, files: readonly string[]) {
  const found = await tree.read(files);
  const read = await Promise.all(
    files.map(async (file) => {
      const text = found.get(file);
      if (text === undefined) return { problems: [] };
      try {
        const json = await parseIn(tree, file, text);
        return { json, ...readMember(tree, file, json) };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { problems: error.faults.map(unreadable) };
      }
    }),
  );
  const packages = read.flatMap((one) => ('member' in one && one.member) || []);
  const jsons = read.flatMap((one) => ('json' in one ? [one.json] : []));
  const problems = [...read.flatMap((one) => one.problems), ...sameNames(tree, packages)];
  return { packages, files: jsons, problems };
}

function unreadable(fault: Fault): MemberProblem {
  return { kind: 'unreadable', private: false, fault };
}

/** Only where both could be published: which of two private packages is meant matters to nobody who installs. */
function sameNames(tree: SourceTree, packages: readonly WorkspacePackage[]): MemberProblem[] {
  const first = new Map<string, WorkspacePackage>();
  return packages.flatMap((one) => {
    const other = first.get(one.name);
    if (!other) first.set(one.name, one);
    if (!other) return [];
    const message = `the name ${JSON.stringify(one.name)} is taken by ${other.file} as well.`;
    return [
      { kind: 'same name' as const, private: one.private || other.private, fault: tree.fault(message, one.file) },
    ];
  });
}
