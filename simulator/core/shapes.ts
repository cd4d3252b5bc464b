import { iso, type Places, type Repository, type World } from './world.ts';

type Body = Record<string, unknown>;

/** A number that a text always has: ids of people need no table. */
function idOf(text: string): number {
  let hash = 7;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) >>> 0;
  return hash % 100_000_000;
}

export function nodeId(type: string, id: number | string): string {
  return `${type}_${Buffer.from(String(id)).toString('base64url')}`;
}

export function userBody(places: Places, login: string, type: 'User' | 'Organization' | 'Bot' = 'User'): Body {
  const api = `${places.api}/users/${login}`;
  const id = idOf(login);
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${places.html}/avatars/${id}`,
    gravatar_id: '',
    url: api,
    html_url: `${places.html}/${login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type,
    site_admin: false,
  };
}

/** What follows the repository's own URL, by the name of the property. */
const repositoryLinks: readonly (readonly [string, string])[] = [
  ['archive_url', '/{archive_format}{/ref}'],
  ['assignees_url', '/assignees{/user}'],
  ['blobs_url', '/git/blobs{/sha}'],
  ['branches_url', '/branches{/branch}'],
  ['collaborators_url', '/collaborators{/collaborator}'],
  ['comments_url', '/comments{/number}'],
  ['commits_url', '/commits{/sha}'],
  ['compare_url', '/compare/{base}...{head}'],
  ['contents_url', '/contents/{+path}'],
  ['contributors_url', '/contributors'],
  ['deployments_url', '/deployments'],
  ['downloads_url', '/downloads'],
  ['events_url', '/events'],
  ['forks_url', '/forks'],
  ['git_commits_url', '/git/commits{/sha}'],
  ['git_refs_url', '/git/refs{/sha}'],
  ['git_tags_url', '/git/tags{/sha}'],
  ['hooks_url', '/hooks'],
  ['issue_comment_url', '/issues/comments{/number}'],
  ['issue_events_url', '/issues/events{/number}'],
  ['issues_url', '/issues{/number}'],
  ['keys_url', '/keys{/key_id}'],
  ['labels_url', '/labels{/name}'],
  ['languages_url', '/languages'],
  ['merges_url', '/merges'],
  ['milestones_url', '/milestones{/number}'],
  ['notifications_url', '/notifications{?since,all,participating}'],
  ['pulls_url', '/pulls{/number}'],
  ['releases_url', '/releases{/id}'],
  ['stargazers_url', '/stargazers'],
  ['statuses_url', '/statuses/{sha}'],
  ['subscribers_url', '/subscribers'],
  ['subscription_url', '/subscription'],
  ['tags_url', '/tags'],
  ['teams_url', '/teams'],
  ['trees_url', '/git/trees{/sha}'],
];

export function repositoryUrl(places: Places, repository: Repository): string {
  return `${places.api}/repos/${repository.fullName}`;
}

/** A repository as it stands inside other things: a run, a status. */
export function minimalRepositoryBody(places: Places, repository: Repository): Body {
  const url = repositoryUrl(places, repository);
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    owner: userBody(places, repository.owner, 'Organization'),
    html_url: `${places.html}/${repository.fullName}`,
    description: null,
    fork: repository.definition.fork ?? false,
    url,
    ...Object.fromEntries(repositoryLinks.map(([name, rest]) => [name, url + rest])),
  };
}

export function fullRepositoryBody({ places }: World, repository: Repository, level: 'read' | 'write'): Body {
  const html = `${places.html}/${repository.fullName}`;
  const openIssues = repository.issues.filter(({ state }) => state === 'open').length;
  return {
    ...minimalRepositoryBody(places, repository),
    clone_url: `${html}.git`,
    git_url: `${html.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(places.html).host}:${repository.fullName}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: 'TypeScript',
    license: null,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? 'private' : 'public',
    archived: repository.archived,
    disabled: false,
    allow_forking: true,
    is_template: false,
    has_issues: repository.definition.issues !== false,
    has_projects: true,
    has_wiki: true,
    has_pages: repository.definition.page !== undefined,
    has_discussions: false,
    has_downloads: true,
    forks: 0,
    forks_count: 0,
    network_count: 0,
    open_issues: openIssues,
    open_issues_count: openIssues,
    size: repository.git.refs.size === 0 ? 0 : 1,
    stargazers_count: 0,
    subscribers_count: 0,
    watchers: 0,
    watchers_count: 0,
    topics: repository.definition.topics ?? [],
    permissions: { admin: false, maintain: false, push: level === 'write', triage: level === 'write', pull: true },
    created_at: iso(repository.createdAt),
    updated_at: iso(repository.createdAt),
    pushed_at: iso(repository.createdAt),
  };
}
