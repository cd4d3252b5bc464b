interface Entry {
  readonly etag: string;
  readonly data: unknown;
}

const MOST_ENTRIES = 500;

/**
 * What polled addresses last answered. GitHub's ETags change with the token, so a new token forgets them all; beyond 500
 * addresses the one not asked for longest is forgotten.
 */
export class Etags {
  readonly #entries = new Map<string, Entry>();
  #token: string | undefined;

  get(url: string, token: string): Entry | undefined {
    if (token !== this.#token) this.#entries.clear();
    this.#token = token;
    return this.#entries.get(url);
  }

  set(url: string, token: string, entry: Entry): void {
    if (token !== this.#token) return;
    this.#entries.delete(url);
    this.#entries.set(url, entry);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > MOST_ENTRIES && !oldest.done) this.#entries.delete(oldest.value);
  }
}
