import { hash as hashOf } from 'node:crypto';
import { isRecord } from '../../src/platform/records.ts';
import type { Route } from '../router.ts';
import { type Access, authorise } from './access.ts';
import { type Answer, json, Problem } from './answer.ts';
import type { Incoming } from './api.ts';
import { findRenamed, findRepository, type World } from './world.ts';

/** A personal token that ends tells when. */
export function expiryHeader(access: Access): Record<string, string> {
  const { kind = 'pat', expiresAt } = access.kind === 'token' ? access.token : {};
  if (access.kind !== 'token' || kind !== 'pat' || expiresAt === undefined) return {};
  const [date, time] = new Date(expiresAt).toISOString().slice(0, 19).split('T');
  return { 'github-authentication-token-expiration': `${date} ${time} UTC` };
}

/** Where GitHub leads a request for a repository by a name that it had before; only for those who may see it. */
export function movedTo(
  world: World,
  access: Access,
  incoming: Incoming,
  { operation, params }: Route,
): Answer | undefined {
  const { owner, repo } = params;
  if (owner === undefined || repo === undefined || findRepository(world, `${owner}/${repo}`)) return undefined;
  const repository = findRenamed(world, `${owner}/${repo}`);
  if (repository === undefined) return undefined;
  authorise(access, repository, { ...operation, permission: ['metadata', 'read'] });
  const { origin, pathname, search } = incoming.url;
  const path = pathname.replace(`/repos/${owner}/${repo}`, `/repos/${repository.fullName}`);
  // A method other than GET is kept: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
  const status = incoming.method === 'GET' ? 301 : 307;
  const location = `${origin}${path}${search}`;
  return json(status, { message: 'Moved Permanently', url: location }, { location });
}

export function parseBody(text: string): Record<string, unknown> | undefined {
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return { ...value };
    if (value === null) return undefined;
  } catch {
    // Answered below, like a body that is no object.
  }
  throw new Problem(400, 'Problems parsing JSON');
}

/** A tag of the body and of who asks; a matching `if-none-match` makes the answer a 304. */
export function withEtag(incoming: Incoming, answer: Answer): Answer {
  if (incoming.method !== 'GET' || answer.status !== 200 || answer.body === undefined) return answer;
  const hash = hashOf('sha1', incoming.header('authorization') ?? '') + hashOf('sha1', answer.body);
  const etag = `W/"${hash}"`;
  const headers = { ...answer.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  const isSame = incoming.header('if-none-match')?.replace(/^W\//, '') === `"${hash}"`;
  return isSame ? { status: 304, headers: { etag }, body: undefined } : { ...answer, headers };
}
