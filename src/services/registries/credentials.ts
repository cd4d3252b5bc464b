import { UserError } from '../../platform/errors.ts';

/** What a request is for, where it may have a token of its own. */
export type Use = 'discovery' | 'refresh';

export interface Tokens {
  /** For the registry's own origin only. */
  readonly token?: string | undefined;
  /** For requests of this use, wherever they go. */
  readonly byUse?: Readonly<Partial<Record<Use, string | undefined>>>;
  /** Origin → the token for everything there, as `https://read.example.com`. */
  readonly byOrigin?: Readonly<Record<string, string>>;
}

/** The headers that let a request in: the token named for its use, else that of its origin, else the registry's at home. */
export type ServiceCredentials = (url: string, use?: Use) => Record<string, string>;

/** Throws a UserError where an origin is none, without a word of its token. */
export function credentialsOf(kind: 'rest' | 'consul', registryUrl: string, tokens: Tokens): ServiceCredentials {
  const byOrigin = readOrigins(tokens.byOrigin ?? {});
  const home = new URL(registryUrl).origin;
  return (url, use) => {
    const { origin } = new URL(url);
    const named = use === undefined ? undefined : tokens.byUse?.[use];
    const token = named ?? byOrigin.get(origin) ?? (origin === home ? tokens.token : undefined);
    if (token === undefined) return {};
    return kind === 'consul' ? { 'x-consul-token': token } : { authorization: `Bearer ${token}` };
  };
}

function readOrigins(given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  const faults: string[] = [];
  for (const [text, token] of Object.entries(given)) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '') {
      faults.push(
        `Input origin-tokens: ${JSON.stringify(text)} is not an origin; expected such as https://read.example.com.`,
      );
    } else if (token !== '') origins.set(url.origin, token);
  }
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
  return origins;
}
