/** Where a client gets its token from, again for each request. */
export interface TokenSource {
  /** What people know it by, never its value: `the input token`. */
  readonly name: string;
  /** Whether it may be the token of a job, as far as its form tells. */
  readonly mayBeOfJob?: boolean;
  get(): Promise<string>;
  /** Tells that a 401 was seen: drops the token. False where there is no other to come. */
  refresh(): boolean;
}

/** A token that stays as it is. */
export function staticToken(token: string, name = 'the token'): TokenSource {
  const kind = KINDS.find(([prefix]) => token.startsWith(prefix))?.[1];
  return {
    name: kind === undefined ? name : `${name} (${kind})`,
    mayBeOfJob: token.startsWith('ghs_'),
    get: async () => token,
    refresh: () => false,
  };
}

/** https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats */
const KINDS: readonly (readonly [string, string])[] = [
  ['ghs_', "a GITHUB_TOKEN or an App's"],
  ['github_pat_', 'a fine-grained token'],
  ['ghp_', 'a classic token'],
  ['gho_', 'an OAuth token'],
  ['ghu_', "a user's token of an App"],
];
