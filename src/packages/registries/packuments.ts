import type { NameOnRegistry, NpmConfiguration } from './npm-configuration.ts';
import type { NpmRefusal } from './npm-refusal.ts';
import type { NpmRequests } from './npm-requests.ts';
import { type Packument, parsePackument } from './packument.ts';

/** A package's document, `absent` where the registry knows no such name, or why there is no answer. */
export type PackumentAnswer =
  | { readonly state: 'found'; readonly document: Packument }
  | { readonly state: 'absent' }
  | NpmRefusal;

/** Asks registries for package documents. */
interface Packuments {
  /** `full` documents name the commit as well, and are several times as large. Rejects only with the signal's reason. */
  get(pkg: NameOnRegistry, full: boolean): Promise<PackumentAnswer>;
}

const ABBREVIATED = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*';
const MAX_BYTES = 128 * 1024 * 1024;

interface Remembered {
  readonly etag: string;
  readonly document: Packument;
}

/** Documents over `requests`; one that did not change since the last look is not sent again. */
export function createPackuments(configuration: NpmConfiguration, requests: NpmRequests): Packuments {
  const remembered = new Map<string, Remembered>();
  return {
    async get(pkg, full) {
      const url = new URL(`${configuration.registryOf(pkg)}/${escaped(pkg.name)}`);
      const key = `${full} ${url.href}`;
      const before = remembered.get(key);
      const headers = {
        accept: full ? 'application/json' : ABBREVIATED,
        // Caches on the way are to ask again: what was published a moment ago counts.
        'cache-control': 'no-cache',
        ...(before && { 'if-none-match': before.etag }),
      };
      const answer = await requests.get(url, headers, MAX_BYTES);
      if ('state' in answer) return answer;
      if (answer.status === 404) return { state: 'absent' };
      if (answer.status === 304 && before) return { state: 'found', document: before.document };
      const document = parsePackument(answer.text);
      if (!document) return { state: 'unreachable', detail: noDocument(url, answer.headers['content-type']) };
      const { etag } = answer.headers;
      if (etag === undefined) remembered.delete(key);
      else remembered.set(key, { etag, document });
      return { state: 'found', document };
    },
  };
}

/** A scope is part of the name: its slash is not one of the path. */
function escaped(name: string): string {
  return name.startsWith('@') ? `@${encodeURIComponent(name.slice(1))}` : encodeURIComponent(name);
}

function noDocument({ host, pathname }: URL, type = 'no content-type'): string {
  const page = type.includes('html') ? ', a page for people (of a login or a proxy?)' : '';
  return `${host} answered ${pathname} with ${type.slice(0, 60)}${page} instead of a package document`;
}
