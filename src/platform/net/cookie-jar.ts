import type { HttpMessage } from './transport.ts';

const MOST_COOKIES = 50;
const LONGEST_COOKIE = 4_096;

/**
 * The cookies of one chain of redirects: what an origin sets comes back to that origin and to no other. There are services
 * that set one and redirect to themselves until it comes back. Path and lifetime do not matter within seconds.
 */
export class CookieJar {
  readonly #byOrigin = new Map<string, Map<string, string>>();

  /** Keeps what an answer sets: `Set-Cookie` headers as they came. */
  keep({ origin }: URL, cookies: readonly string[]): void {
    const kept = this.#byOrigin.get(origin) ?? new Map<string, string>();
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(cookie) ?? [];
      if (name === '' || cookie.length > LONGEST_COOKIE || kept.size >= MOST_COOKIES) continue;
      kept.set(name, value.trim());
    }
    if (kept.size > 0) this.#byOrigin.set(origin, kept);
  }

  /** The message with the cookies of its origin, behind those that it has. */
  withCookies(message: HttpMessage): HttpMessage {
    const kept = this.#byOrigin.get(message.url.origin);
    if (!kept) return message;
    const own = message.headers.cookie;
    const cookie = [...(own ? [own] : []), ...[...kept].map(([name, value]) => `${name}=${value}`)].join('; ');
    return { ...message, headers: { ...message.headers, cookie } };
  }
}
