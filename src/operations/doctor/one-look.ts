import { KnownError } from '../../platform/errors.ts';
import type { CallOptions, GitHubClient, ListOptions, Params } from '../../platform/github/client/client.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { createPool } from '../../platform/time/pool.ts';

const AT_ONCE = 8;
/**
 * GitHub takes 900 points a minute, one for each read and five for each write, and 80 writes:
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const POINTS_A_MINUTE = 750;
const WRITE_POINTS = 12;
const MINUTE_MS = 60_000;
/** A pause that GitHub asks for is waited for: a pass that comes half through is worth nothing. */
const PATIENCE_MS = 150_000;

/**
 * Wraps clients so that a pass asks each thing once, eight at a time, and no token for more in a minute than GitHub takes:
 * every check may ask for all that it needs as if it were alone.
 */
export function oneLook({ clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal }) {
  const pool = createPool(AT_ONCE);
  return (client: GitHubClient): GitHubClient => {
    const seen = new Map<string, Promise<unknown>>();
    const inTurn = turns(clock, signal);
    const attempt = untilGivenUp();
    const asked = <T>(work: () => Promise<T>, points = 1): Promise<T> =>
      pool(async () => {
        await inTurn(points);
        return attempt(work);
      });
    const once = <T>(key: readonly unknown[], work: () => Promise<T>): Promise<T> => {
      const name = JSON.stringify(key);
      const known = seen.get(name) as Promise<T> | undefined;
      if (known) return known;
      const answer = asked(work);
      seen.set(name, answer);
      return answer;
    };
    const bounded = <O extends CallOptions>(options?: O) => ({ timeoutMs: PATIENCE_MS, signal, ...options }) as O;
    return {
      apiUrl: client.apiUrl,
      mayBeOfJob: client.mayBeOfJob,
      usage: client.usage,
      read: (route, params, options) =>
        once(['read', route, params], () => client.read(route, params, bounded(options))),
      poll: (route, params, options) =>
        once(['poll', route, params], () => client.poll(route, params, bounded(options))),
      list: <T>(route: `GET ${string}`, params: Params, options: ListOptions) =>
        once<T[]>(['list', route, params, options.limit], () => client.list<T>(route, params, bounded(options))),
      download: (route, params, options) => asked(() => client.download(route, params, bounded(options))),
      write: (route, params, options) => asked(() => client.write(route, params, bounded(options)), WRITE_POINTS),
      writeIdempotent: (route, params, options) =>
        asked(() => client.writeIdempotent(route, params, bounded(options)), WRITE_POINTS),
      graphql: (query, variables, options) =>
        asked(() => client.graphql(query, variables, bounded(options)), WRITE_POINTS),
    };
  };
}

/** Asks on, until somebody wants a longer pause than a pass takes, or turns out never to have answered at all. */
function untilGivenUp() {
  let givenUp: unknown;
  let isReached = false;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (givenUp) throw givenUp;
    try {
      const answer = await work();
      isReached = true;
      return answer;
    } catch (error) {
      isReached ||= !(error instanceof GitHubError && error.status === 0);
      if (!isReached || (error instanceof KnownError && error.kind === 'paused')) givenUp ??= error;
      throw givenUp ?? error;
    }
  };
}

/** Lets a caller go on as soon as what went in the last minute leaves room for it. */
function turns(clock: Clock, signal: AbortSignal): (points: number) => Promise<void> {
  const gone: { readonly at: number; readonly points: number }[] = [];
  let spent = 0;
  return async (points) => {
    for (;;) {
      const since = clock.now() - MINUTE_MS;
      while (gone[0] && gone[0].at <= since) spent -= gone.shift()?.points ?? 0;
      if (spent + points <= POINTS_A_MINUTE) break;
      await clock.sleep((gone[0]?.at ?? since) - since, signal);
    }
    spent += points;
    gone.push({ at: clock.now(), points });
  };
}
