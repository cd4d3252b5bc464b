import { UserError } from '../../platform/errors.ts';
import type { GitOptions } from '../../platform/process/git.ts';
import type { ManagerName } from '../workspace/manager.ts';
import { type AskOptions, askRegistry } from './ask-registry.ts';
import { refuseAll, unknownName } from './before-publish.ts';
import { type Home, repositoryFault } from './own-repository-url.ts';
import { type ReleasePackage, readReleaseWorkspace } from './publishable.ts';
import { asNpm } from './release-state.ts';
import { commitOfTag, isOwnTag } from './version-commit.ts';

/** The one package of a repository, at the version that it is to get. */
interface Chosen {
  readonly pkg: ReleasePackage;
  readonly manager: ManagerName;
  readonly version: string;
  readonly tag: string;
  /** The tag that the run was started by. */
  readonly startedBy: string | undefined;
}

/** The package of a repository that is nothing but one package; throws a UserError that says what is there instead. */
export async function onlyPackage(workspace: string): Promise<{ pkg: ReleasePackage; manager: ManagerName }> {
  const { packages, manager } = await readReleaseWorkspace(workspace);
  const [first, ...more] = packages;
  if (first && more.length === 0 && first.directory === '.') return { pkg: first, manager: manager.name };
  const found =
    first && more.length === 0
      ? `the only one, ${first.name}, is in ${first.directory}`
      : `found ${packages.length === 0 ? 'none' : packages.map(({ name }) => name).join(', ')}`;
  throw new UserError(
    `Expected one public package with a version, in the package.json at the root of the repository; ${found}. A workspace is released by the template release-changesets.yml.`,
  );
}

/**
 * Whether somebody has released the version already. Throws a UserError where it cannot be released at all: the name does not
 * exist, provenance would be refused, the tag stands for something else.
 */
export async function isReleased(
  { pkg, manager, version, tag, startedBy }: Chosen,
  { gitOptions, home, ...ask }: AskOptions & { readonly gitOptions: GitOptions; readonly home: Home | undefined },
): Promise<boolean> {
  const { name, registry } = pkg;
  const [answer] = await askRegistry([asNpm({ ...pkg, version })], ask);
  // Other registries create names, and want no provenance.
  if (registry === undefined && answer?.state !== 'served') {
    const misplaced = home && repositoryFault({ name, repository: pkg.json.json.value.repository }, home);
    refuseAll([...(answer?.state === 'absent' ? [unknownName(name, manager)] : []), ...(misplaced ? [misplaced] : [])]);
  }
  const tagged = await commitOfTag(tag, gitOptions);
  const own = tagged !== undefined && (await isOwnTag(tagged, startedBy, gitOptions));
  if (answer?.state === 'served') return tagged !== undefined && !own;
  if (tagged === undefined || own || startedBy !== undefined) return false;
  throw new UserError(
    `The tag ${tag} is there already, on commit ${tagged.slice(0, 9)}, but the registry does not serve ${name}@${version}. Nothing was published. To publish what is tagged, start this workflow on the tag; to release something else, choose another version.`,
  );
}
