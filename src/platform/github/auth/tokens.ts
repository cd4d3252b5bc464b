/** Where a client gets its token from, for each request anew. */
export interface TokenSource {
  get(): Promise<string>;
  /** Tells that a 401 was seen: drops the token. False where there is no other to come. */
  refresh(): boolean;
}

/** A token that stays as it is. */
export function staticToken(token: string): TokenSource {
  return { get: async () => token, refresh: () => false };
}
