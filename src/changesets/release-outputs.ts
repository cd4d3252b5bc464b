import { UserError } from '../errors.ts';
import { directoryTree } from './tree.ts';
import { readWorkspace } from './workspace.ts';

/** Asks the registry for one exact version; rejects when the registry gives no answer, which is not "no". */
export type ServedLookup = (name: string, version: string) => Promise<{ readonly served: boolean }>;

export interface PackageVersion {
  readonly name: string;
  readonly version: string;
}

/** What a publish step has to do, and what there is already. */
export interface PublishState {
  readonly served: readonly PackageVersion[];
  readonly missing: readonly PackageVersion[];
}

export interface ReleaseOutputs {
  /** Whether any version is served now that was not before. */
  readonly published: boolean;
  readonly 'published-packages': readonly PackageVersion[];
  /** What the registry does not serve yet, although the publish step has ended. */
  readonly missing: readonly PackageVersion[];
}

/** As many packages as the registry is asked for at once. */
const AT_ONCE = 8;

/**
 * The packages of a workspace that a publish step would publish: public and with a version.
 *
 * @throws UserError with every package.json that cannot be read.
 */
export async function publishablePackages(directory: string): Promise<PackageVersion[]> {
  const { packages, faults } = await readWorkspace(directoryTree(directory));
  if (faults.length > 0) throw new UserError(faults);
  return packages.flatMap(({ name, version, private: hidden }) => (version && !hidden ? [{ name, version }] : []));
}

/**
 * Which versions the registry serves already. Asking it is right with every package manager; the publishers' logs are not:
 * `pnpm publish -r` prints nothing that says what it has published.
 */
export async function publishState(packages: readonly PackageVersion[], served: ServedLookup): Promise<PublishState> {
  const answers: boolean[] = [];
  for (let start = 0; start < packages.length; start += AT_ONCE) {
    const some = packages.slice(start, start + AT_ONCE);
    const found = await Promise.all(some.map(({ name, version }) => served(name, version)));
    answers.push(...found.map((one) => one.served));
  }
  return {
    served: packages.filter((_, index) => answers[index]),
    missing: packages.filter((_, index) => !answers[index]),
  };
}

/** What was published between the state taken before and now; only what was missing then is asked for again. */
export async function releaseOutputs(before: PublishState, served: ServedLookup): Promise<ReleaseOutputs> {
  const now = await publishState(before.missing, served);
  return { published: now.served.length > 0, 'published-packages': now.served, missing: now.missing };
}
