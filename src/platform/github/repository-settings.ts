import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

/** Whether Actions are on in a repository; needs Administration: read. */
export async function areActionsOn(repository: Repository): Promise<boolean | undefined> {
  const route = 'GET /repos/{owner}/{repo}/actions/permissions';
  const found = await absentIs404(() => repository.poll<{ enabled: boolean }>(route, {}));
  return found?.data.enabled;
}

/** An environment of a repository, and what stands before it. */
export interface EnvironmentFacts {
  readonly name: string;
  readonly hasReviewers: boolean;
  /** Whether only some branches may deploy there. */
  readonly limitsBranches: boolean;
}

interface RawEnvironment {
  readonly name: string;
  readonly protection_rules?: readonly { readonly type?: string; readonly reviewers?: readonly unknown[] }[];
  readonly deployment_branch_policy?: object | null;
}

const MOST_ENVIRONMENTS = 500;

/** The environments of a repository; needs Actions: read. */
export async function listEnvironments(repository: Repository): Promise<EnvironmentFacts[]> {
  const route = 'GET /repos/{owner}/{repo}/environments';
  const limits = { limit: MOST_ENVIRONMENTS, key: 'environments' };
  const found = await repository.list<RawEnvironment>(route, {}, limits);
  return found.map(({ name, protection_rules = [], deployment_branch_policy }) => ({
    name,
    hasReviewers: protection_rules.some(
      ({ type, reviewers = [] }) => type === 'required_reviewers' && reviewers.length > 0,
    ),
    limitsBranches: deployment_branch_policy !== null && deployment_branch_policy !== undefined,
  }));
}

/** Whether everybody sees the page of a repository; undefined where it has none. Needs Pages: read. */
export async function isPagePublic(repository: Repository): Promise<boolean | undefined> {
  const route = 'GET /repos/{owner}/{repo}/pages';
  const found = await absentIs404(() => repository.poll<{ public: boolean }>(route, {}));
  return found?.data.public;
}
