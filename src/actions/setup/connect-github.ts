import { type Fault, UserError } from '../../platform/errors.ts';
import { appToken } from '../../platform/github/auth/app-token.ts';
import { repositoriesByOwner } from '../../platform/github/auth/clients.ts';
import { staticToken, type TokenSource } from '../../platform/github/auth/tokens.ts';
import { gitHubTransport } from '../../platform/github/client/github-network.ts';
import type { RememberedAnswers } from '../../platform/github/client/remembered-answers.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { ownerOf } from '../../platform/github/repository-name.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { map, optional, secret, text, url } from '../../platform/runner/inputs.ts';
import { didYouMean, listed } from '../../platform/text/wording.ts';
import type { TokensAtHand } from '../../train/manifest/check-manifest.ts';

/** How every action is told to reach GitHub. */
export const connectionInputs = {
  token: secret(optional(text)),
  tokens: secret(optional(tokenMap)),
  'app-id': optional(text),
  'private-key': secret(optional(text)),
  'api-url': optional(url),
} as const;

/** Owner, in lower case, → the token for its repositories. */
type TokensByOwner = Readonly<Record<string, string>>;

/**
 * Reads the input `tokens`. What is wrong is told without a word of a token. An owner without one is a fault: a secret that is
 * not set is empty, and to use another token in its place would end in a refusal that nobody understands.
 */
async function tokenMap(value: string): Promise<TokensByOwner> {
  const given = await readMap(value);
  const tokens = Object.entries(given).map(([owner, token]) => [owner, token.trim()] as const);
  const empty = tokens.flatMap(([owner, token]) => (token === '' ? [owner] : []));
  if (empty.length === 1) throw new UserError(`${empty[0]} is empty: is the secret set?`);
  if (empty.length > 1) throw new UserError(`${listed(empty)} are empty: are the secrets set?`);
  return Object.fromEntries(tokens.map(([owner, token]) => [owner.toLowerCase(), token]));
}

async function readMap(value: string): Promise<Readonly<Record<string, string>>> {
  try {
    return await map(value);
  } catch {
    throw new Error('expected a map from owner to token, as JSON or YAML, such as "my-org: …"');
  }
}

export interface Connection {
  readonly token: string | undefined;
  readonly tokens?: TokensByOwner | undefined;
  readonly appId?: string | undefined;
  readonly privateKey?: string | undefined;
  readonly apiUrl: string | undefined;
}

interface ConnectOptions {
  /** Owner → the environment variable that holds the token for its repositories. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Owners of all repositories that will be reached: an App mints a token for each. */
  readonly owners: readonly string[];
  /** What earlier processes were told. */
  readonly remembered?: RememberedAnswers | undefined;
}

/**
 * Repositories, by a client per owner, from what the action was given: the owner's own token, else an App (one
 * installation token per owner, re-minted within its hour), else `token`. Nothing is requested yet; a token that is missing is a UserError that names it.
 */
export function connect(
  { token, tokens: given = {}, appId, privateKey, apiUrl }: Connection,
  { env, secrets, clock, log }: Runner,
  { tokens = {}, owners, remembered }: ConnectOptions,
): (name: string) => Repository {
  const base = apiUrl ?? runContext(env).apiUrl;
  const direct = gitHubTransport(env);
  const common = { apiUrl: base, clock, transport: remembered?.wrap(direct) ?? direct };
  const app = appId !== undefined && privateKey !== undefined ? { appId, privateKey, secrets, ...common } : undefined;
  const faults = appFaults({ appId, privateKey });
  for (const own of Object.values(given)) secrets.add(own);
  faults.push(...misspelt(Object.keys(given), owners));
  const sourceFor = (owner: string): TokenSource | Fault | undefined => {
    const name = owner.toLowerCase();
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    if (own !== undefined) return staticToken(own, `the entry ${owner} of the input tokens`);
    const variable = Object.entries(tokens).find(([one]) => one.toLowerCase() === name)?.[1];
    if (variable !== undefined) {
      const value = env[variable]?.trim();
      if (!value) return { message: missingVariable(owner, variable) };
      return staticToken(secrets.add(value), `the environment variable ${variable}`);
    }
    if (app) return appToken({ ...app, owner });
    // Half an App is told as such: a person who completes it needs no other token.
    if (token !== undefined || appId !== undefined || privateKey !== undefined) return undefined;
    return {
      message: `There is no token for ${owner}: give it by the input tokens (${owner}: …), or give token, or app-id and private-key.`,
    };
  };
  const sources: Record<string, TokenSource> = {};
  for (const owner of new Set(owners)) {
    const source = sourceFor(owner);
    if (source && 'message' in source) faults.push(source);
    else if (source) sources[owner] = source;
  }
  if (faults.length > 0) throw new UserError(faults);
  return repositoriesByOwner({
    ...common,
    redact: (value) => secrets.redactIn(value),
    tokens: sources,
    token: staticToken(token ?? '', 'the input token'),
    log,
  });
}

/** Throws a UserError for half an App: whom it is to reach does not matter for that. */
export function verifyApp(given: Pick<Connection, 'appId' | 'privateKey'>): void {
  const faults = appFaults(given);
  if (faults.length > 0) throw new UserError(faults);
}

function appFaults({ appId, privateKey }: Pick<Connection, 'appId' | 'privateKey'>): Fault[] {
  const isWhole = (appId === undefined) === (privateKey === undefined);
  return isWhole ? [] : [{ message: 'Inputs app-id and private-key belong together: give both or neither.' }];
}

/** One repository (`owner/name`); see `connect`. */
export function connectTo(name: string, given: Connection, runner: Runner): Repository {
  return connect(given, runner, { owners: [ownerOf(name)] })(name);
}

/** An owner that is asked for nothing, but is spelt almost like one that is and has no token of its own. */
function misspelt(given: readonly string[], owners: readonly string[]): Fault[] {
  const wanted = new Set(owners.map((owner) => owner.toLowerCase()));
  const lacking = [...wanted].filter((owner) => !given.includes(owner));
  return given
    .filter((owner) => !wanted.has(owner))
    .flatMap((owner) => {
      const hint = didYouMean(owner, lacking);
      return hint === '' ? [] : [{ message: `Input tokens: ${owner} owns no repository that is asked${hint}` }];
    });
}

function missingVariable(owner: string, variable: string): string {
  return (
    `The token for ${owner} is missing: the manifest says that it is in the environment variable ${variable}, which is empty. ` +
    `Set it in the step (env: { ${variable}: \${{ secrets.${variable} }} }), or give the token by the input tokens (${owner}: …).`
  );
}

/** Which tokens the job has: those of the input `tokens`, and what its environment holds. */
export function tokensAtHand(
  { tokens = {} }: { readonly tokens?: TokensByOwner | undefined },
  env: Readonly<Record<string, string | undefined>>,
): TokensAtHand {
  const variables = Object.keys(env).filter((name) => Boolean(env[name]?.trim()));
  return { owners: new Set(Object.keys(tokens)), variables: new Set(variables) };
}
