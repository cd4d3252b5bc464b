import type { Transport } from '../../net/transport.ts';
import type { Log } from '../../runner/log.ts';
import type { Clock } from '../../time/clock.ts';
import { createClient, type GitHubClient } from '../client/client.ts';
import { Traffic } from '../client/traffic.ts';
import { ownerAndRepo } from '../repository-name.ts';
import type { TokenSource } from './tokens.ts';

export interface ClientsOptions {
  /** By owner; upper and lower case are the same to GitHub. */
  readonly tokens?: Readonly<Record<string, TokenSource>>;
  /** For every other owner. */
  readonly token: TokenSource;
  readonly apiUrl?: string;
  readonly clock: Clock;
  readonly transport?: Transport | undefined;
  readonly log?: Log;
  /** Takes secrets out of what is written. */
  readonly redact?: <T>(value: T) => T;
  readonly random?: () => number;
  readonly writeGapMs?: number;
}

/** The client for a repository (`owner/name`): one per token, so that owners who share a token share its limits and pauses. */
export function clientsByOwner({ tokens = {}, token, writeGapMs = 1000, ...options }: ClientsOptions) {
  const byOwner = new Map(Object.entries(tokens).map(([owner, source]) => [owner.toLowerCase(), source]));
  const clients = new Map<TokenSource, GitHubClient>();
  return (repository: string): GitHubClient => {
    const source = byOwner.get(ownerAndRepo(repository).owner.toLowerCase()) ?? token;
    const known = clients.get(source);
    if (known) return known;
    const traffic = new Traffic({ clock: options.clock, writeGapMs });
    const client = createClient({ ...options, token: source, traffic });
    clients.set(source, client);
    return client;
  };
}
