import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
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
