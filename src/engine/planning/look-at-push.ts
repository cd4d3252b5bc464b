import { messageOf } from '../../platform/errors.ts';
import { type BranchRule, branchProtection, branchRules } from '../../platform/github/branch-rules.ts';
import type { CallOptions } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { listed } from '../../platform/text/wording.ts';
import type { ReleasePush } from './release-push.ts';

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

export interface Pushed {
  readonly repository: Repository;
  /** The branch that the run stands on. */
  readonly branch: string;
  /** The workflow file, its repository and ref, for messages. */
  readonly where: string;
  readonly push: ReleasePush;
}

/**
 * Whether a rule of its branch would stop the release commit: that is found out after publishing otherwise, when it can be
 * neither undone nor repeated. A force push and a merge commit are not what is pushed, so rules against them are none. One
 * request where nothing guards the branch, two where something does.
 */
export async function lookAtBranch(
  { repository, branch: standsOn, where, push }: Pushed,
  options: CallOptions,
): Promise<{ readonly problems: readonly string[]; readonly warnings: readonly string[] }> {
  const branch = (push.branch ?? standsOn).replace(/^refs\/heads\//, '');
  if (branch.startsWith('refs/')) return { problems: [], warnings: [] };
  try {
    const { stopping, doubtful } = await guardsOf(repository, branch, options);
    const isCertain = stopping.length > 0 && push.token === 'job';
    if (isCertain) return { problems: [`${where} ${refusal(stopping, branch)}`], warnings: [] };
    const unsure = [...stopping, ...doubtful];
    const warning = `${where} pushes to ${branch}, and whether it may cannot be seen from here: ${listed(unsure)}.`;
    return { problems: [], warnings: unsure.length > 0 ? [warning] : [] };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {
      problems: [],
      warnings: [`${where} pushes to ${branch}, whose rules could not be looked at: ${messageOf(error)}`],
    };
  }
}

/** What stops every push by a token without bypass, and what may stop one, each with where it comes from. */
async function guardsOf(
  repository: Repository,
  branch: string,
  options: CallOptions,
): Promise<{ readonly stopping: readonly string[]; readonly doubtful: readonly string[] }> {
  const found = await branchProtection(repository, branch, options);
  // A branch that is made by the push has its rules, too.
  if (found && !found.isGuarded) return { stopping: [], doubtful: [] };
  const { checks } = found?.classic ?? {};
  const rules = await branchRules(repository, branch, options);
  const older = `the branch protection of ${branch} in ${repository}`;
  return {
    stopping: [
      ...sourcesOf(rules.filter(({ type }) => STOPS.has(type))),
      ...(checks && checks.length > 0 ? [`${older} requires the status checks ${listed(checks)}`] : []),
    ],
    doubtful: [
      ...sourcesOf(rules.filter(({ type }) => MAY_STOP.has(type))),
      ...(checks?.length === 0 ? [`${older} shows only administrators whether it requires a pull request`] : []),
    ],
  };
}

function refusal(guards: readonly string[], branch: string): string {
  return (
    `pushes its release commit to ${branch} with GITHUB_TOKEN, and GitHub would refuse that: ${listed(guards)}. ` +
    'The version would be published and tagged, and the component count as failed. Give the step record-release the token of a GitHub App that may bypass the rule; ' +
    'or take its input branch away, or set on-branch-failure: warn there: the tag keeps the commit.'
  );
}

function sourcesOf(rules: readonly BranchRule[]): string[] {
  const types = new Map<string, Set<string>>();
  for (const { type, source, rulesetId } of rules) {
    const ruleset = `${rulesetId === undefined ? 'a ruleset' : `ruleset ${rulesetId}`} of ${source}`;
    types.set(ruleset, (types.get(ruleset) ?? new Set()).add(type));
  }
  return [...types].map(([ruleset, of]) => `${ruleset} has ${listed([...of])}`);
}
