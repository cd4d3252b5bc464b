import { type BranchRule, branchRules, protectionChecks } from '../../platform/github/branch-rules.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { type ListedRuleset, type Ruleset, readRuleset } from '../../platform/github/rulesets.ts';
import { listed } from '../../platform/text/wording.ts';

/** What stops every push by a token without bypass, and what may stop one, each with where it comes from. */
export interface Guards {
  readonly stopping: readonly string[];
  readonly doubtful: readonly string[];
}

/** Rules that let no commit through that is pushed by a token without bypass. https://docs.github.com/rest/repos/rules */
const STOPS: ReadonlySet<string> = new Set([
  'update',
  'pull_request',
  'required_status_checks',
  'required_signatures',
  'required_deployments',
  'merge_queue',
  'workflows',
  'code_scanning',
]);

/** Rules that may let it through: it depends on its message, its author, or the files that it changes. */
const MAY_STOP: ReadonlySet<string> = new Set([
  'commit_message_pattern',
  'commit_author_email_pattern',
  'committer_email_pattern',
  'file_path_restriction',
  'file_extension_restriction',
]);

/** Rules that may let a new tag through: it depends on its name, or on the commit that it stands on. */
const MAY_STOP_TAG: ReadonlySet<string> = new Set([
  'tag_name_pattern',
  'required_signatures',
  'required_status_checks',
  'required_deployments',
  'commit_message_pattern',
  'commit_author_email_pattern',
  'committer_email_pattern',
]);

/**
 * What guards a branch. A force push and a merge commit are not what is pushed, so rules against them are no guards. One request:
 * its rules where a ruleset stands for branches, else its older protection; that one, too, where no rule stops every push.
 */
export async function branchGuards(
  repository: Repository,
  { branch, rulesets }: { readonly branch: string; readonly rulesets: readonly ListedRuleset[] },
  options: CallOptions,
): Promise<Guards> {
  const hasRules = rulesets.some(({ target }) => target === 'branch');
  const rules = hasRules ? await branchRules(repository, branch, options) : [];
  const stopping = sourcesOf(rules.filter(({ type }) => STOPS.has(type)));
  const doubtful = sourcesOf(rules.filter(({ type }) => MAY_STOP.has(type)));
  if (stopping.length > 0) return { stopping, doubtful };
  const checks = await protectionChecks(repository, branch, options);
  const older = `the branch protection of ${branch} in ${repository}`;
  if (checks === undefined) return { stopping, doubtful };
  return checks.length > 0
    ? { stopping: [`${older} requires the status checks ${listed(checks)}`], doubtful }
    : { stopping, doubtful: [...doubtful, `${older} shows only administrators whether it requires a pull request`] };
}

/** What guards new tags of these names, of which one will be pushed. One request for each ruleset that stands for tags. */
export async function tagGuards(
  repository: Repository,
  { tags, rulesets }: { readonly tags: readonly string[]; readonly rulesets: readonly ListedRuleset[] },
  options: CallOptions,
): Promise<Guards> {
  const guards = rulesets
    .filter(({ target }) => target === 'tag')
    .map(async ({ id, source }): Promise<Guards> => {
      const ruleset = await readRuleset(repository, id, options);
      const which = `ruleset ${id} of ${source}`;
      if (!ruleset?.refs) return { stopping: [], doubtful: [`${which} shows not which tags it stands for`] };
      const covered = await coveredBy(ruleset.refs, tags);
      if (covered.length === 0) return NONE;
      const has = (types: readonly string[]) =>
        types.length > 0 ? [`${which} has ${listed(types)} for ${listed(ruleset.refs?.include ?? [])}`] : [];
      const creation = has(ruleset.rules.filter((type) => type === 'creation'));
      const isCertain = covered.length === tags.length;
      const mayStop = has(ruleset.rules.filter((type) => MAY_STOP_TAG.has(type)));
      return isCertain
        ? { stopping: creation, doubtful: mayStop }
        : { stopping: [], doubtful: [...creation, ...mayStop] };
    });
  const found = await Promise.all(guards);
  return {
    stopping: found.flatMap(({ stopping }) => stopping),
    doubtful: found.flatMap(({ doubtful }) => doubtful),
  };
}

const NONE: Guards = { stopping: [], doubtful: [] };

/** Which of these tags the patterns take in, as GitHub reads them: `*` stops at a slash. */
async function coveredBy({ include, exclude }: NonNullable<Ruleset['refs']>, tags: readonly string[]) {
  const { default: picomatch } = await import('picomatch');
  const fits = (patterns: readonly string[], tag: string) =>
    patterns.some(
      (one) => one === '~ALL' || picomatch.isMatch(`refs/tags/${tag}`, one, { dot: true, nobrace: true, noext: true }),
    );
  return tags.filter((tag) => fits(include, tag) && !fits(exclude, tag));
}

function sourcesOf(rules: readonly BranchRule[]): string[] {
  const types = new Map<string, Set<string>>();
  for (const { type, source, rulesetId } of rules) {
    const ruleset = `${rulesetId === undefined ? 'a ruleset' : `ruleset ${rulesetId}`} of ${source}`;
    types.set(ruleset, (types.get(ruleset) ?? new Set()).add(type));
  }
  return [...types].map(([ruleset, of]) => `${ruleset} has ${listed([...of])}`);
}
