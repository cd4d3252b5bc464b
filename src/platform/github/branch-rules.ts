import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

/** A rule that is in force for a branch, and the ruleset it comes from. */
export interface BranchRule {
  /** GitHub's word: `pull_request`, `required_signatures`, … */
  readonly type: string;
  /** The repository, organisation or enterprise whose ruleset it is. */
  readonly source: string;
  readonly rulesetId: number | undefined;
}

interface RawRule {
  readonly type: string;
  readonly ruleset_source?: string;
  readonly ruleset_id?: number;
}

/** What everybody who may read a repository is shown of a branch. */
export interface BranchProtection {
  /** Whether anything guards it: the older protection, or a ruleset. */
  readonly isGuarded: boolean;
  /** The older protection, where it covers the branch: the status checks that it wants. What else it wants only administrators see. */
  readonly classic: { readonly checks: readonly string[] } | undefined;
}

interface RawBranch {
  readonly protected?: boolean;
  readonly protection?: {
    readonly enabled?: boolean;
    readonly required_status_checks?: { readonly enforcement_level?: string; readonly contexts?: readonly string[] };
  };
}

/** Whether something guards a branch, asked conditionally; undefined where there is no such branch. Needs Contents: read. */
export async function branchProtection(
  repository: Repository,
  branch: string,
  options?: CallOptions,
): Promise<BranchProtection | undefined> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
  const found = await absentIs404(() => repository.poll<RawBranch>(route, { branch }, options));
  if (!found) return undefined;
  const { protected: isGuarded = false, protection = {} } = found.data;
  const { enforcement_level: level = 'off', contexts = [] } = protection.required_status_checks ?? {};
  return { isGuarded, classic: protection.enabled ? { checks: level === 'off' ? [] : contexts } : undefined };
}

/**
 * The rules that GitHub's rulesets put on a branch, at most 100 of them, asked conditionally. Anybody who may read the
 * repository may ask; who may bypass a rule is not said, and the older branch protection is not among them. A plan without
 * rulesets has no rules.
 */
export async function branchRules(
  repository: Repository,
  branch: string,
  options?: CallOptions,
): Promise<readonly BranchRule[]> {
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  const params = { branch, per_page: 100 };
  try {
    const { data } = await repository.poll<readonly RawRule[]>(route, params, options);
    return data.map(({ type, ruleset_source = repository.name, ruleset_id }) => ({
      type,
      source: ruleset_source,
      rulesetId: ruleset_id,
    }));
  } catch (error) {
    const hasNone = error instanceof GitHubError && error.status === 403 && /^Upgrade to /i.test(error.said ?? '');
    if (hasNone) return [];
    throw error;
  }
}
