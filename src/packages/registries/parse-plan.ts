import { type Fault, UserError } from '../../platform/errors.ts';
import { runContext } from '../../platform/runner/context.ts';
import { parseDigest } from './integrity.ts';
import { formatPackage, type PackageVersion, parsePackage } from './package.ts';
import { sameCommit } from './provenance.ts';
import type { PackageExpectations } from './verify.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What was planned of versions, as the inputs say it. */
interface Planned {
  /** Package → digests, as `formatPackage` and npm or PyPI write them. */
  readonly integrity: Readonly<Record<string, string>>;
  readonly commit?: string | undefined;
  /** `owner/name`. */
  readonly repository?: string | undefined;
}

/**
 * Checks what was planned against the packages that are asked for, where those are known; throws a UserError with every fault.
 */
export function parsePlan(
  packages: readonly PackageVersion[] | undefined,
  { integrity, commit, repository }: Planned,
  env: Environment,
): PackageExpectations {
  const faults: Fault[] = [];
  const planned: Record<string, string> = {};
  for (const [key, digests] of Object.entries(integrity)) {
    const parsed = parsePackage(key);
    const name = parsed instanceof Error ? key : formatPackage(parsed);
    if (packages && !packages.some((one) => formatPackage(one) === name)) {
      faults.push({ message: `Input integrity names ${JSON.stringify(key)}, which is not in the packages input.` });
    }
    const wrong = digests.split(/\s+/).find((one) => !parseDigest(one));
    if (wrong !== undefined) {
      faults.push({
        message: `Input integrity, ${key}: ${JSON.stringify(wrong)} is not a digest; expected sha512-BASE64 (as npm prints it) or sha256:HEX.`,
      });
    }
    planned[name] = digests;
  }
  if (commit !== undefined && !/^[0-9a-f]{7,64}$/i.test(commit)) {
    faults.push({
      message: `Input commit: ${JSON.stringify(commit)} is not a commit; expected at least 7 hexadecimal digits.`,
    });
  }
  if (repository !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    faults.push({
      message: `Input repository: ${JSON.stringify(repository)} is not a repository; expected owner/name.`,
    });
  }
  if (faults.length > 0) throw new UserError(faults);
  const name = repository ?? (commit === undefined ? undefined : repositoryOf(commit, env));
  return {
    integrity: planned,
    commit,
    ...(name !== undefined && { repository: `${runContext(env).serverUrl}/${name}` }),
  };
}

/** The commit of this run is one of this repository, and a provenance of a fork that has it as well is not ours. */
function repositoryOf(commit: string, env: Environment) {
  const { commit: own, repository } = runContext(env);
  return own !== undefined && sameCommit(commit, own) ? repository : undefined;
}
