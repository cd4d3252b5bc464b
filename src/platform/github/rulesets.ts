import type { CallOptions } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

/** A ruleset that is in force in a repository: its own, or one of its organisation or enterprise. */
export interface ListedRuleset {
  readonly id: number;
  /** What it guards: `branch`, `tag` or `push`. */
  readonly target: string;
  /** The repository, organisation or enterprise whose it is. */
  readonly source: string;
}

interface RawListed {
  readonly id: number;
  readonly target?: string;
  readonly source: string;
  readonly enforcement: string;
}

/**
 * The rulesets that are in force for branches and tags of a repository, at most 100, without their rules, asked conditionally.
 * Anybody who may read the repository may ask. A server, and a plan, without rulesets has none.
 */
export async function activeRulesets(repository: Repository, options?: CallOptions): Promise<readonly ListedRuleset[]> {
  const route = 'GET /repos/{owner}/{repo}/rulesets';
  const params = { targets: 'branch,tag', per_page: 100 };
  const found = await absentIs404(() =>
    noneWithoutPlan(async () => (await repository.poll<readonly RawListed[]>(route, params, options)).data),
  );
  return (found ?? [])
    .filter(({ enforcement }) => enforcement === 'active')
    .map(({ id, target = 'branch', source }) => ({ id, target, source }));
}

/** The list; an empty one where the owner's plan has no rulesets. */
export async function noneWithoutPlan<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await ask();
  } catch (error) {
    const hasNone = error instanceof GitHubError && error.status === 403 && /^Upgrade to /i.test(error.said ?? '');
    if (hasNone) return [];
    throw error;
  }
}

/** What a ruleset says. */
export interface Ruleset {
  /** Patterns of refs (`refs/tags/v*`), and `~ALL`; undefined where they are not shown. */
  readonly refs: { readonly include: readonly string[]; readonly exclude: readonly string[] } | undefined;
  /** GitHub's words: `creation`, `required_signatures`, … */
  readonly rules: readonly string[];
  /** Whether who asks may always pass by it, as far as GitHub says so. */
  readonly isBypassed: boolean | undefined;
}

interface RawRuleset {
  readonly current_user_can_bypass?: string;
  readonly conditions?: { readonly ref_name?: { include?: readonly string[]; exclude?: readonly string[] } } | null;
  readonly rules?: readonly { readonly type: string }[];
}

/** One ruleset, asked conditionally; undefined where there is none, or it is not shown. */
export async function readRuleset(
  repository: Repository,
  id: number,
  options?: CallOptions,
): Promise<Ruleset | undefined> {
  const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
  const found = await absentIs404(() => repository.poll<RawRuleset>(route, { ruleset_id: id }, options));
  if (!found) return undefined;
  const { current_user_can_bypass: bypass, conditions, rules = [] } = found.data;
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  return {
    refs: conditions?.ref_name && { include, exclude },
    rules: rules.map(({ type }) => type),
    isBypassed: bypass === undefined ? undefined : bypass === 'always' || bypass === 'exempt',
  };
}
