import type { Method } from './client/api-route.ts';
import type { Download } from './client/call.ts';
import type { Answer, CallOptions, GitHubClient, ListOptions, Params, Polled } from './client/client.ts';
import { ownerAndRepo } from './repository-name.ts';

type Within = `/repos/{owner}/{repo}${string}`;
type Get = `GET ${Within}`;
type Write = `${Exclude<Method, 'GET'>} ${Within}`;

/** A repository as one token sees it: the client's calls, which know what `{owner}` and `{repo}` are. What they promise, the client says. */
export interface Repository {
  readonly client: GitHubClient;
  /** `owner/name`, as it was asked for; what the handle is in a text, too. */
  readonly name: string;
  readonly owner: string;
  toString(): string;
  read<T = unknown>(route: Get, params?: Params, options?: CallOptions): Promise<T>;
  poll<T = unknown>(route: Get, params?: Params, options?: CallOptions): Promise<Polled<T>>;
  list<T = unknown>(route: Get, params: Params, options: ListOptions): Promise<T[]>;
  download(route: Get, params: Params, options: CallOptions & Download): Promise<Uint8Array>;
  write<T = unknown>(route: Write, params?: Params, options?: CallOptions): Promise<Answer<T>>;
  writeIdempotent<T = unknown>(route: Write, params?: Params, options?: CallOptions): Promise<Answer<T>>;
}

/** The handle of `owner/name`; asks nothing. Throws a UserError for text that is no repository. */
export function openRepository(client: GitHubClient, name: string): Repository {
  const place = ownerAndRepo(name);
  const within = (params?: Params) => ({ ...place, ...params });
  return {
    client,
    name,
    owner: place.owner,
    toString: () => name,
    read: (route, params, options) => client.read(route, within(params), options),
    poll: (route, params, options) => client.poll(route, within(params), options),
    list: (route, params, options) => client.list(route, within(params), options),
    download: (route, params, options) => client.download(route, within(params), options),
    write: (route, params, options) => client.write(route, within(params), options),
    writeIdempotent: (route, params, options) => client.writeIdempotent(route, within(params), options),
  };
}

/** The same handle for one look at many things: what is polled with the same words is asked once, and its answer is shared. */
export function askedOnce(repository: Repository): Repository {
  const answers = new Map<string, Promise<unknown>>();
  return {
    ...repository,
    poll: <T>(route: Get, params?: Params, options?: CallOptions) => {
      const key = JSON.stringify([route, params]);
      const answer = answers.get(key) ?? repository.poll(route, params, options);
      answers.set(key, answer);
      return answer as Promise<Polled<T>>;
    },
  };
}
