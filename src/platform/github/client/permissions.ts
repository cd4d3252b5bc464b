import type { Reply } from '../../net/transport.ts';

export const workflowDispatch = /workflows\/\{workflow_id\}\/dispatches$/;

/** What a route needs, where GitHub's `x-accepted-github-permissions` does not say. */
const permissions: readonly (readonly [RegExp, string])[] = [
  [workflowDispatch, 'actions: write'],
  [/\/dispatches$/, 'contents: write'],
  [/\/(cancel|force-cancel|rerun|rerun-failed-jobs)$/, 'actions: write'],
  [/^GET .*\/actions\//, 'actions: read'],
  [/^GET .*\/(contents|git|releases|commits|tags)/, 'contents: read'],
  [/\/statuses\//, 'statuses: write'],
  [/\/(contents|git|releases|merges)/, 'contents: write'],
  [/^GET .*\/(issues|pulls)/, 'issues: read (pull-requests: read for a pull request)'],
  [/\/(issues|pulls)/, 'issues: write (pull-requests: write for a pull request)'],
  [/\/graphql$/, 'contents: write for a commit, else the permission of what is asked'],
];

/** GitHub’s own list where it gives one: `,` joins what is needed together, `;` parts alternatives. */
export function permissionOf({
  route,
  headers,
}: {
  readonly route: string;
  readonly headers: Reply['headers'];
}): string {
  const accepted = headers['x-accepted-github-permissions'];
  if (accepted) {
    return `the permission ${accepted
      .replace(/\s*;\s*/g, ' or ')
      .replace(/\s*,\s*/g, ' with ')
      .replaceAll('=', ': ')
      .replaceAll('_', '-')}`;
  }
  const known = permissions.find(([pattern]) => pattern.test(route))?.[1];
  return known ? `the permission ${known}` : 'the permission for this operation';
}
