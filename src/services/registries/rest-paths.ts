import { UserError } from '../../platform/errors.ts';

export type RestOperation =
  | 'register'
  | 'service'
  | 'status'
  | 'deregister'
  | 'list'
  | 'discovery'
  | 'refresh'
  | 'resolve-route';

export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below registry-url, or a whole URL for a host of its own; may hold `{name}`. */
  readonly path: string;
}

export type RestPaths = Readonly<Record<RestOperation, RestRoute>>;

export const DEFAULT_PATHS: RestPaths = {
  register: { method: 'POST', path: '/api/register' },
  service: { method: 'GET', path: '/api/services/{name}' },
  status: { method: 'PATCH', path: '/api/services/{name}/status' },
  deregister: { method: 'DELETE', path: '/api/services/{name}' },
  list: { method: 'GET', path: '/api/services' },
  discovery: { method: 'GET', path: '/.well-known/discovery' },
  refresh: { method: 'POST', path: '/api/discovery/refresh' },
  'resolve-route': { method: 'POST', path: '/api/routes/resolve' },
};

const FORM = /^(?:(GET|POST|PUT|PATCH|DELETE) +)?(\/\S*|https?:\/\/\S+)$/;
const READS: readonly string[] = ['service', 'list', 'discovery'] satisfies RestOperation[];

/**
 * The paths with those of the input `paths` in place of the defaults: `/path` or a URL, with or without `METHOD ` before it.
 * Throws a UserError with all faults at once.
 */
export function readPaths(given: Readonly<Record<string, string>>): RestPaths {
  const faults: string[] = [];
  const paths: Record<string, RestRoute> = { ...DEFAULT_PATHS };
  for (const [operation, text] of Object.entries(given)) {
    const standard = Object.hasOwn(DEFAULT_PATHS, operation) ? paths[operation] : undefined;
    const match = FORM.exec(text);
    if (!standard) faults.push(unknownName('paths', operation, Object.keys(DEFAULT_PATHS)));
    else if (!match?.[2] || !isPlace(match[2])) {
      faults.push(
        `Input paths: ${operation} is ${JSON.stringify(text)}; expected "/path" or "METHOD /path", below registry-url, or a URL of another host instead of the path.`,
      );
    } else {
      const method = (match[1] as RestRoute['method'] | undefined) ?? standard.method;
      if (READS.includes(operation) && method !== 'GET')
        faults.push(`Input paths: ${operation} is read, so by GET only.`);
      paths[operation] = { method, path: match[2] };
    }
  }
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  return paths as RestPaths;
}

/** Whether it is a path, or a URL without credentials whose host is no placeholder. */
function isPlace(path: string): boolean {
  if (path.startsWith('/')) return true;
  const url = URL.canParse(path) ? new URL(path) : undefined;
  return url !== undefined && url.username === '' && url.password === '' && !/^https?:\/\/[^/]*[{}]/.test(path);
}

export function unknownName(input: string, name: string, known: readonly string[]): string {
  return `Input ${input}: ${JSON.stringify(name)} is not known; expected one of ${known.join(', ')}.`;
}
