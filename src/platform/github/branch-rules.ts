import type { CallOptions } from './client/client.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';
import { noneWithoutPlan } from './rulesets.ts';

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

interface RawBranch {
  readonly protection?: {
    readonly enabled?: boolean;
    readonly required_status_checks?: { readonly enforcement_level?: string; readonly contexts?: readonly string[] };
  };
}

/**
 * The status checks that the older protection of a branch wants, asked conditionally; undefined where it has none, or there is
 * no such branch. What else it wants only administrators see. Needs Contents: read.
 */
export async function protectionChecks(
  repository: Repository,
  branch: string,
  options?: CallOptions,
): Promise<readonly string[] | undefined> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
  const found = await absentIs404(() => repository.poll<RawBranch>(route, { branch }, options));
  const { enabled = false, required_status_checks: checks = {} } = found?.data.protection ?? {};
  if (!enabled) return undefined;
  const { enforcement_level: level = 'off', contexts = [] } = checks;
  return level === 'off' ? [] : contexts;
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
  const rules = await noneWithoutPlan(
    async () => (await repository.poll<readonly RawRule[]>(route, params, options)).data,
  );
  return rules.map(({ type, ruleset_source = repository.name, ruleset_id }) => ({
    type,
    source: ruleset_source,
    rulesetId: ruleset_id,
  }));
}
