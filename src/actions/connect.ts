import { type Fault, UserError } from '../errors.ts';
import type { GitHubClient } from '../github/client.ts';
import { clientsByOwner } from '../github/clients.ts';
import { proxyFetch } from '../github/proxy.ts';
import { appToken, staticToken, type TokenSource } from '../github/tokens.ts';
import type { Runner } from '../runner/action.ts';
import { optional, secret, text, url } from '../runner/inputs.ts';

/** How every action is told to reach GitHub. */
export const connectionInputs = {
  token: secret(optional(text)),
  'app-id': optional(text),
  'private-key': secret(optional(text)),
  'api-url': optional(url),
} as const;

interface Connection {
  readonly token: string | undefined;
  readonly appId: string | undefined;
  readonly privateKey: string | undefined;
  readonly apiUrl: string | undefined;
}

interface ConnectOptions {
  /** Owner → the environment variable that holds the token for its repositories. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Owners of all repositories that will be reached: an App mints a token for each. */
  readonly owners: readonly string[];
}

/**
 * A client per owner, from what the action was given: an App (one installation token per owner, re-minted within its hour),
 * else the owner's own token, else `token`. Nothing is requested yet; a token that is missing is a UserError that names it.
 */
export function connect(
  { token, appId, privateKey, apiUrl }: Connection,
  { env, secrets, clock, log }: Runner,
  { tokens = {}, owners }: ConnectOptions,
): (repository: string) => GitHubClient {
  const base = apiUrl ?? env.GITHUB_API_URL ?? 'https://api.github.com';
  const fetch = proxyFetch(env);
  const common = { apiUrl: base, clock, ...(fetch ? { fetch } : {}) };
  const app = appId !== undefined && privateKey !== undefined ? { appId, privateKey, secrets, ...common } : undefined;
  const faults: Fault[] = [];
  if ((appId === undefined) !== (privateKey === undefined)) {
    faults.push({ message: 'Inputs app-id and private-key belong together: give both or neither.' });
  }
  const sourceFor = (owner: string): TokenSource | Fault | undefined => {
    const variable = Object.entries(tokens).find(([name]) => name.toLowerCase() === owner.toLowerCase())?.[1];
    if (variable !== undefined) {
      const value = env[variable]?.trim();
      return value ? staticToken(secrets.add(value)) : { message: missingVariable(owner, variable) };
    }
    if (app) return appToken({ ...app, owner });
    if (token !== undefined) return undefined;
    return { message: `There is no token for ${owner}: give the input token, or app-id and private-key.` };
  };
  const sources: Record<string, TokenSource> = {};
  for (const owner of new Set(owners)) {
    const source = sourceFor(owner);
    if (source && 'message' in source) faults.push(source);
    else if (source) sources[owner] = source;
  }
  if (faults.length > 0) throw new UserError(faults);
  return clientsByOwner({ ...common, tokens: sources, token: staticToken(token ?? ''), log });
}

function missingVariable(owner: string, variable: string): string {
  return (
    `The token for ${owner} is missing: the manifest says that it is in the environment variable ${variable}, which is empty. ` +
    `Set it in the step: env: { ${variable}: \${{ secrets.${variable} }} }.`
  );
}

/** The owner in `owner/name`. */
export function ownerOf(repository: string): string {
  return repository.split('/', 1)[0] ?? repository;
}
