import type { AccessBook, AppDefinition, Installation, Permissions } from './access.ts';
import { type Answer, json, listIn, notFound, objectIn, Problem } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { GlobalHandlers, RepositoryHandlers } from './handlers.ts';
import { limitHeaders } from './limits.ts';
import { paginate } from './paginate.ts';
import { nodeId, userBody } from './shapes.ts';
import { iso } from './world.ts';

type Body = Record<string, unknown>;

const hour = 3_600_000;
const everything: Permissions = {
  actions: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  statuses: 'write',
};

/** Operations of Apps, and those about the caller; `book` is where new tokens are entered. */
export function appHandlers(book: AccessBook): { global: GlobalHandlers; repository: RepositoryHandlers } {
  const global: GlobalHandlers = {
    'rate-limit/get': (call) => {
      const headers = limitHeaders(call.access, call.world.timeline.now());
      const number = (name: string) => Number(headers[`x-ratelimit-${name}`]);
      const core = {
        limit: number('limit'),
        remaining: number('remaining'),
        reset: number('reset'),
        used: number('used'),
      };
      return json(200, { resources: { core, search: core, graphql: core }, rate: core });
    },
    'users/get-authenticated': (call) => {
      if (call.access.kind !== 'token') throw new Problem(401, 'Requires authentication');
      return json(200, privateUser(call));
    },
    'apps/get-authenticated': (call) => json(200, appBody(call, appOf(call))),
    'apps/list-installations': (call) => {
      const app = appOf(call);
      const { items, headers } = paginate(call, app.installations, '/app/installations');
      return json(
        200,
        items.map((one) => installationBody(call, app, one)),
        headers,
      );
    },
    'apps/get-installation': (call) => found(call, ({ id }) => id === Number(call.params.installation_id)),
    'apps/get-org-installation': (call) => found(call, ({ owner }) => isSame(owner, call.params.org)),
    'apps/get-user-installation': (call) => found(call, ({ owner }) => isSame(owner, call.params.username)),
    'apps/create-installation-access-token': (call) => mint(book, call),
  };
  const repository: RepositoryHandlers = {
    'apps/get-repo-installation': ({ owner, fullName }, call) =>
      found(
        call,
        (one) => isSame(one.owner, owner) && (one.repositories?.some((name) => isSame(name, fullName)) ?? true),
      ),
  };
  return { global, repository };
}

function isSame(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

function appOf(call: ApiCall): AppDefinition {
  if (call.access.kind !== 'app-jwt') throw new Problem(401, 'A JSON web token could not be decoded');
  return call.access.app;
}

function found(call: ApiCall, matches: (installation: Installation) => boolean): Answer {
  const app = appOf(call);
  const installation = app.installations.find(matches);
  if (installation === undefined) throw notFound();
  return json(200, installationBody(call, app, installation));
}

function mint(book: AccessBook, call: ApiCall): Answer {
  const app = appOf(call);
  const installation = app.installations.find(({ id }) => id === Number(call.params.installation_id));
  if (installation === undefined) throw notFound();
  const granted = installation.permissions ?? everything;
  const asked = objectIn(call.body, 'permissions') as Permissions;
  const permissions = Object.keys(asked).length > 0 ? asked : granted;
  const missing = Object.entries(permissions).some(
    ([name, level]) => granted[name] !== 'write' && granted[name] !== level,
  );
  if (missing) throw new Problem(422, 'The permissions requested are not granted to this installation.');
  const names = listIn(call.body, 'repositories').map((name) => `${installation.owner}/${String(name)}`);
  if (!names.every((name) => call.world.repositories.has(name.toLowerCase()))) {
    throw new Problem(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const repositories = names.length > 0 ? names : installation.repositories;
  const expiresAt = call.world.timeline.now() + hour;
  const { ids } = call.world.random;
  const token = `ghs_${Array.from({ length: 36 }, () => ids.between(0, 35).toString(36)).join('')}`;
  const scope = repositories ? { repositories } : { owners: [installation.owner] };
  book.addToken(token, { ...scope, permissions, kind: 'app', appId: app.appId, expiresAt });
  call.world.record({ kind: 'access-token', repository: '', number: installation.id });
  const selection = repositories ? 'selected' : 'all';
  return json(201, { token, expires_at: iso(expiresAt), permissions, repository_selection: selection });
}

function appBody(call: ApiCall, app: AppDefinition): Body {
  const { places } = call.world;
  const slug = app.slug ?? 'release-train';
  return {
    id: Number(app.appId) || 1,
    slug,
    node_id: nodeId('A', app.appId),
    owner: userBody(places, app.installations[0]?.owner ?? 'owner', 'Organization'),
    name: slug,
    description: null,
    external_url: `${places.html}/apps/${slug}`,
    html_url: `${places.html}/apps/${slug}`,
    created_at: iso(call.world.timeline.now()),
    updated_at: iso(call.world.timeline.now()),
    permissions: everything,
    events: [],
  };
}

function installationBody(call: ApiCall, app: AppDefinition, installation: Installation): Body {
  const { places } = call.world;
  const user = userBody(places, installation.owner, 'Organization');
  const now = iso(call.world.timeline.now());
  // Where installations are listed, the description wants an account to be a user and an enterprise at once.
  const asEnterprise = { name: installation.owner, slug: installation.owner, created_at: now, updated_at: now };
  const account = { ...user, ...asEnterprise };
  const url = `${places.api}/app/installations/${installation.id}`;
  return {
    id: installation.id,
    account,
    app_id: Number(app.appId) || 1,
    app_slug: app.slug ?? 'release-train',
    target_id: user.id,
    target_type: 'Organization',
    repository_selection: installation.repositories ? 'selected' : 'all',
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${places.api}/installation/repositories`,
    html_url: `${places.html}/organizations/${installation.owner}/settings/installations/${installation.id}`,
    permissions: installation.permissions ?? everything,
    events: [],
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
    created_at: iso(call.world.timeline.now()),
    updated_at: iso(call.world.timeline.now()),
  };
}

function privateUser(call: ApiCall): Body {
  const now = iso(call.world.timeline.now());
  const unknown = { bio: null, blog: null, company: null, email: null, hireable: null, location: null };
  const counts = { followers: 0, following: 0, public_gists: 0, public_repos: 0 };
  return {
    ...userBody(call.world.places, call.access.name),
    ...unknown,
    ...counts,
    name: null,
    created_at: now,
    updated_at: now,
  };
}
