import { type Answer, json, listIn, noContent, notFound, optionalText, Problem, requiredText } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { nodeId, repositoryUrl, userBody } from './shapes.ts';
import { type Comment, type Issue, iso, type Repository, type World } from './world.ts';

type Body = Record<string, unknown>;

export const issueHandlers: RepositoryHandlers = {
  'issues/list-for-repo': (repository, call) => {
    const state = call.query.get('state') ?? 'open';
    const labels = call.query.get('labels')?.split(',') ?? [];
    const creator = call.query.get('creator');
    const since = Date.parse(call.query.get('since') ?? '1970-01-01');
    const all = repository.issues.filter(
      (issue) =>
        issue.gone === undefined &&
        (issue.isPull || hasIssues(repository)) &&
        (state === 'all' || issue.state === state) &&
        labels.every((label) => issue.labels.includes(label)) &&
        (creator === null || issue.author === creator) &&
        issue.updatedAt >= since,
    );
    if (call.query.get('direction') !== 'asc') all.reverse();
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/issues`);
    return json(
      200,
      items.map((issue) => issueBody(repository, call, issue)),
      headers,
    );
  },
  'issues/create': (repository, call) => {
    if (!hasIssues(repository)) throw new Problem(410, 'Issues has been disabled in this repository.');
    const isDropped = call.access.kind === 'token' && call.access.token.dropsLabels === true;
    const issue = createIssue(call.world, repository, {
      title: bounded('title', String(call.body.title ?? requiredText(call.body, 'title'))) ?? '',
      body: bounded('body', optionalText(call.body, 'body')) ?? null,
      labels: isDropped ? [] : labelNames(call.body),
      assignees: isDropped ? [] : listIn(call.body, 'assignees').map(String),
      author: call.access.name,
    });
    return json(201, issueBody(repository, call, issue));
  },
  'issues/get': (repository, call) => json(200, issueBody(repository, call, findIssue(repository, call))),
  'issues/update': updateIssue,
  'issues/list-comments': (repository, call) => {
    const issue = findIssue(repository, call);
    const path = `/repos/${repository.fullName}/issues/${issue.number}/comments`;
    const { items, headers } = paginate(call, issue.comments, path);
    return json(
      200,
      items.map((comment) => commentBody(repository, call, issue, comment)),
      headers,
    );
  },
  'issues/create-comment': (repository, call) => {
    const issue = findIssue(repository, call);
    if (issue.locked) throw new Problem(403, 'Unable to create comment because issue is locked.');
    const now = call.world.timeline.now();
    const id = 2_000_000_000 + call.world.nextId();
    const body = bounded('body', requiredText(call.body, 'body')) ?? '';
    const comment: Comment = { id, author: call.access.name, createdAt: now, updatedAt: now, body };
    issue.comments.push(comment);
    issue.updatedAt = now;
    call.world.record({ kind: 'comment', repository: repository.fullName, number: issue.number });
    return json(201, commentBody(repository, call, issue, comment));
  },
  'issues/update-comment': (repository, call) => {
    const { issue, comment } = findComment(repository, call);
    comment.body = bounded('body', requiredText(call.body, 'body')) ?? '';
    comment.updatedAt = call.world.timeline.now();
    return json(200, commentBody(repository, call, issue, comment));
  },
  'issues/delete-comment': (repository, call) => {
    const { issue, comment } = findComment(repository, call);
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    return noContent();
  },
};

export function createIssue(
  world: World,
  repository: Repository,
  given: {
    title: string;
    body: string | null;
    labels: string[];
    assignees?: string[];
    author: string;
    isPull?: boolean;
  },
): Issue {
  const now = world.timeline.now();
  const issue: Issue = {
    ...given,
    isPull: given.isPull ?? false,
    assignees: given.assignees ?? [],
    id: 2_500_000_000 + world.nextId(),
    number: repository.issues.length + 1,
    state: 'open',
    stateReason: null,
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
  repository.issues.push(issue);
  world.record({ kind: 'issue', repository: repository.fullName, number: issue.number });
  return issue;
}

function updateIssue(repository: Repository, call: ApiCall): Answer {
  const issue = findIssue(repository, call);
  const { body } = call;
  const now = call.world.timeline.now();
  issue.title = bounded('title', optionalText(body, 'title')) ?? issue.title;
  issue.body = bounded('body', optionalText(body, 'body')) ?? issue.body;
  if (Array.isArray(body.labels)) issue.labels = labelNames(body);
  if (Array.isArray(body.assignees)) issue.assignees = body.assignees.map(String);
  if (body.state === 'closed' || body.state === 'open') {
    issue.state = body.state;
    issue.stateReason = optionalText(body, 'state_reason') ?? (body.state === 'closed' ? 'completed' : 'reopened');
    issue.closedAt = body.state === 'closed' ? now : null;
  }
  issue.updatedAt = now;
  return json(200, issueBody(repository, call, issue));
}

const LONGEST = { title: 256, body: 65_536 } as const;

function bounded(field: keyof typeof LONGEST, text: string | undefined): string | undefined {
  if ((text?.length ?? 0) <= LONGEST[field]) return text;
  throw new Problem(422, `Validation Failed: ${field} is too long (maximum is ${LONGEST[field]} characters)`);
}

function labelNames(body: Readonly<Body>): string[] {
  return listIn(body, 'labels').map((label) =>
    typeof label === 'object' && label !== null && 'name' in label ? String(label.name) : String(label),
  );
}

function findIssue(repository: Repository, call: ApiCall): Issue {
  const issue = repository.issues[Number(call.params.issue_number) - 1];
  // Of one that was moved only GET says where; its comments are there no more.
  if (issue === undefined || issue.gone === 'moved') throw notFound();
  if (issue.gone === 'deleted') throw new Problem(410, 'This issue was deleted');
  if (!issue.isPull && !hasIssues(repository)) throw new Problem(410, 'Issues has been disabled in this repository.');
  return issue;
}

function hasIssues({ definition }: Repository): boolean {
  return definition.issues !== false;
}

function findComment(repository: Repository, call: ApiCall): { issue: Issue; comment: Comment } {
  const id = Number(call.params.comment_id);
  for (const issue of repository.issues) {
    const comment = issue.comments.find((one) => one.id === id);
    if (comment) return { issue, comment };
  }
  throw notFound();
}

function issueBody(repository: Repository, call: ApiCall, issue: Issue): Body {
  const { places } = call.world;
  const base = repositoryUrl(places, repository);
  const url = `${base}/issues/${issue.number}`;
  const html = `${places.html}/${repository.fullName}/${issue.isPull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId('I', issue.id),
    number: issue.number,
    url,
    html_url: html,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    title: issue.title,
    body: issue.body,
    user: userBody(places, issue.author),
    labels: issue.labels.map((name, index) => ({
      id: index + 1,
      node_id: nodeId('LA', name),
      url: `${base}/labels/${encodeURIComponent(name)}`,
      name,
      color: 'ededed',
      default: false,
      description: null,
    })),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked ?? false,
    active_lock_reason: null,
    assignee: null,
    assignees: issue.assignees.map((login) => userBody(places, login)),
    milestone: null,
    comments: issue.comments.length,
    author_association: 'MEMBER',
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : iso(issue.closedAt),
    ...(issue.isPull && {
      pull_request: {
        url: `${base}/pulls/${issue.number}`,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
      },
    }),
  };
}

function commentBody(repository: Repository, call: ApiCall, issue: Issue, comment: Comment): Body {
  const { places } = call.world;
  const base = repositoryUrl(places, repository);
  const kind = issue.isPull ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${base}/issues/comments/${comment.id}`,
    html_url: `${places.html}/${repository.fullName}/${kind}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${base}/issues/${issue.number}`,
    user: userBody(places, comment.author),
    author_association: comment.association ?? 'MEMBER',
    body: comment.body,
    created_at: iso(comment.createdAt),
    updated_at: iso(comment.updatedAt),
  };
}
