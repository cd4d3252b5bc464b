import { endpoint } from '@octokit/endpoint';
import { UserError } from '../../errors.ts';
import { scalarText } from '../../text/scalar-text.ts';
import type { Outgoing } from './call.ts';

export type Params = Readonly<Record<string, unknown>>;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Turns a route such as `GET /repos/{owner}/{repo}` and its parameters into a request. */
type Router = (route: string, params: Params, headers: Readonly<Record<string, string>>) => Outgoing;

const USER_AGENT = `release-actions Node.js/${process.versions.node}`;

/**
 * Octokit expands and encodes the route; what is not in the route goes into the query of a GET and the body of a write. A path
 * parameter that is empty, `.` or `..` would address something else, so it is refused.
 */
export function createRouter(apiUrl: string): Router {
  const requestOf = endpoint.defaults({ baseUrl: apiUrl, headers: { 'user-agent': USER_AGENT } });
  return (route, params, headers) => {
    const [method = 'GET', template = '/'] = route.split(' ', 2);
    const inPath = (name: string) => template.includes(`{${name}}`);
    const given = Object.entries(params).filter(([, value]) => value !== undefined);
    const path = Object.fromEntries(
      given.filter(([name]) => inPath(name)).map(([name, value]) => [name, pathParameter(name, value)]),
    );
    const rest = Object.fromEntries(given.filter(([name]) => !inPath(name)));
    const made = requestOf(route, { ...beside(method, rest), ...path, headers: { ...headers } });
    return {
      route,
      method: made.method,
      url: made.url,
      headers: Object.fromEntries(Object.entries(made.headers).map(([name, value]) => [name, String(value)])),
      body: made.body === undefined || made.body === '' ? undefined : JSON.stringify(made.body),
    };
  };
}

/** A body is passed as a whole: Octokit gives names like `url` and `headers` a meaning of their own. */
function beside(method: string, rest: Record<string, unknown>): Record<string, unknown> {
  if (method === 'GET') return rest;
  return Object.keys(rest).length > 0 ? { data: rest } : {};
}

function pathParameter(name: string, value: unknown): string | number {
  const ok = typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && value !== '';
  const segments = scalarText(value).split(/[/\\]/);
  if (!ok || segments.includes('..') || segments.includes('.') || segments.includes('')) {
    throw new UserError(
      `${JSON.stringify(value)} is not usable as ${name} in a GitHub address: it must not be empty or contain ".", ".." or an empty part between slashes.`,
    );
  }
  return value as string | number;
}
