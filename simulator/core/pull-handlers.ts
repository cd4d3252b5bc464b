import { json, notFound, optionalText, Problem, requiredText } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { createIssue } from './issue-handlers.ts';
import { paginate } from './paginate.ts';
import { createRun } from './run-life.ts';
import { fullRepositoryBody, nodeId, repositoryUrl, userBody } from './shapes.ts';
import { iso, type Pull, type Repository } from './world.ts';

type Body = Record<string, unknown>;

export const pullHandlers: RepositoryHandlers = {
  'pulls/list': (repository, call) => {
    const state = call.query.get('state') ?? 'open';
    const head = call.query.get('head')?.split(':').at(-1);
    const all = repository.pulls.filter(
      (pull) => (state === 'all' || pull.issue.state === state) && (head === undefined || pull.head === head),
    );
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/pulls`);
    return json(
      200,
      items.map((pull) => pullBody(repository, call, pull)),
      headers,
    );
  },
  'pulls/get': (repository, call) => json(200, fullPullBody(repository, call, findPull(repository, call))),
  'pulls/create': (repository, call) => {
    const head = requiredText(call.body, 'head').split(':').at(-1) ?? '';
    const base = requiredText(call.body, 'base');
    const taken = repository.pulls.some((one) => one.issue.state === 'open' && one.head === head && one.base === base);
    if (taken) throw refused({ message: `A pull request already exists for ${repository.owner}:${head}.` });
    const headSha = repository.git.refs.get(`refs/heads/${head}`);
    if (headSha === undefined) throw refused({ field: 'head' });
    const baseSha = repository.git.refs.get(`refs/heads/${base}`);
    if (baseSha === undefined) throw refused({ field: 'base' });
    const issue = createIssue(call.world, repository, {
      title: requiredText(call.body, 'title'),
      body: optionalText(call.body, 'body') ?? null,
      labels: [],
      author: call.access.name,
      isPull: true,
    });
    const pull = { issue, head, base, headSha, baseSha };
    repository.pulls.push(pull);
    startRuns(repository, call, pull);
    return json(201, fullPullBody(repository, call, pull));
  },
  'pulls/update': (repository, call) => {
    const pull = findPull(repository, call);
    const { issue } = pull;
    issue.title = optionalText(call.body, 'title') ?? issue.title;
    issue.body = optionalText(call.body, 'body') ?? issue.body;
    if (call.body.state === 'closed' || call.body.state === 'open') issue.state = call.body.state;
    issue.updatedAt = call.world.timeline.now();
    return json(200, fullPullBody(repository, call, pull));
  },
};

/** What listens to pull requests runs for the new one, unless GITHUB_TOKEN has opened it. */
function startRuns(repository: Repository, { world, access }: ApiCall, { issue, head, headSha }: Pull): void {
  if (access.kind === 'token' && access.token.kind === 'github-token') return;
  const { fullName } = repository;
  const payload = {
    pull_request: { number: issue.number, head: { repo: { full_name: fullName } } },
    number: issue.number,
  };
  for (const workflow of repository.workflows.filter(({ definition }) => definition.on.includes('pull_request'))) {
    const request = { repository, workflow, event: 'pull_request', branch: head, sha: headSha, inputs: {}, payload };
    createRun(world, { ...request, actor: access.name });
  }
}

function findPull(repository: Repository, call: ApiCall): Pull {
  const pull = repository.pulls.find(({ issue }) => issue.number === Number(call.params.pull_number));
  if (pull === undefined) throw notFound();
  return pull;
}

function refused(error: { message: string } | { field: string }): Problem {
  const code = 'message' in error ? 'custom' : 'invalid';
  return new Problem(422, 'Validation Failed', { details: { errors: [{ resource: 'PullRequest', code, ...error }] } });
}

function fullPullBody(repository: Repository, call: ApiCall, pull: Pull): Body {
  const counts = { additions: 1, deletions: 0, changed_files: 1, commits: 1, review_comments: 0 };
  return {
    ...pullBody(repository, call, pull),
    ...counts,
    comments: pull.issue.comments.length,
    merged: false,
    merged_by: null,
    mergeable: true,
    mergeable_state: 'clean',
    rebaseable: true,
    maintainer_can_modify: false,
  };
}

function pullBody(repository: Repository, call: ApiCall, { issue, ...pull }: Pull): Body {
  const { places } = call.world;
  const base = repositoryUrl(places, repository);
  const url = `${base}/pulls/${issue.number}`;
  const html = `${places.html}/${repository.fullName}/pull/${issue.number}`;
  const links = {
    self: url,
    html,
    issue: `${base}/issues/${issue.number}`,
    comments: `${base}/issues/${issue.number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${base}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${base}/statuses/${pull.headSha}`,
  };
  const owner = userBody(places, repository.owner, 'Organization');
  const repo = fullRepositoryBody(call.world, repository, 'write');
  const side = (ref: string, sha: string) => ({ label: `${repository.owner}:${ref}`, ref, sha, user: owner, repo });
  return {
    id: issue.id,
    node_id: nodeId('PR', issue.id),
    number: issue.number,
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    comments_url: links.comments,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    statuses_url: links.statuses,
    state: issue.state,
    locked: false,
    title: issue.title,
    body: issue.body,
    user: userBody(places, issue.author),
    labels: [],
    assignee: null,
    assignees: [],
    milestone: null,
    draft: false,
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: 'MEMBER',
    auto_merge: null,
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : iso(issue.closedAt),
    merged_at: null,
    merge_commit_sha: null,
  };
}
