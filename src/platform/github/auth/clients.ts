import type { Transport } from '../../net/transport.ts';
import type { Log } from '../../runner/log.ts';
import type { Clock } from '../../time/clock.ts';
import { createClient, type GitHubClient } from '../client/client.ts';
import { Traffic } from '../client/traffic.ts';
import { openRepository, type Repository } from '../repository.ts';
import { ownerOf } from '../repository-name.ts';
import type { TokenSource } from './tokens.ts';

interface ClientsOptions {
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

/** The handle of a repository (`owner/name`), with one client per token: owners who share a token share its limits and pauses. */
export function repositoriesByOwner({ tokens = {}, token, writeGapMs = 1000, ...options }: ClientsOptions) {
  const byOwner = new Map(Object.entries(tokens).map(([owner, source]) => [owner.toLowerCase(), source]));
  const clients = new Map<TokenSource, GitHubClient>();
  const clientOf = (source: TokenSource): GitHubClient => {
    const traffic = new Traffic({ clock: options.clock, writeGapMs });
    const client = clients.get(source) ?? createClient({ ...options, token: source, traffic });
    clients.set(source, client);
    return client;
  };
  return (name: string): Repository =>
    openRepository(clientOf(byOwner.get(ownerOf(name).toLowerCase()) ?? token), name);
}
