import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf, UserError } from '../../platform/errors.ts';
import { createNetwork, type Network } from '../../platform/net/network.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import { type RequestAnswer, safeRequest } from '../../platform/net/safe-request.ts';
import { basicAuthorization } from '../../platform/net/url-credentials.ts';
import { normaliseName } from '../python/package-name.ts';
import { type NpmRefusal, refusalOf } from './npm-refusal.ts';
import type { PipOptions } from './pip.ts';
import { type PipSettings, readPipSettings } from './pip-settings.ts';
import { type IndexFile, lastFileOn, type Publisher, readPublisher } from './pypi-provenance.ts';

/** What a Python index says of who published the last file of a project. */
export type PublisherLook =
  | { readonly state: 'published'; readonly file: string; readonly publisher: Publisher }
  /** There is a file, and nothing that says who published it. */
  | { readonly state: 'unproven'; readonly file: string; readonly detail: string }
  /** No index has a file of this name. */
  | { readonly state: 'absent' }
  | NpmRefusal;

export type PublisherOf = (name: string) => Promise<PublisherLook>;

const TIMEOUT_MS = 30_000;
const JSON_PAGE = 'application/vnd.pypi.simple.v1+json';
/** The page of a project with ten thousand files has 10 MB. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024;
const MAX_PROVENANCE_BYTES = 4 * 1024 * 1024;

/**
 * Asks the indexes that pip is configured for. pip itself cannot be asked for a provenance. A certificate of its configuration
 * that cannot be used is a UserError.
 */
export async function openPublishers(options: PipOptions): Promise<PublisherOf> {
  const settings = await readPipSettings(options);
  const network = await networkOf(settings, options);

  const ask = async (url: URL, index: URL, request: { accept: string; maxBytes: number }) => {
    const authorization = url.origin === index.origin ? basicAuthorization(index) : undefined;
    try {
      const answer = await safeRequest(withoutCredentials(url).href, {
        ...{ network, timeoutMs: TIMEOUT_MS, maxBytes: request.maxBytes, signal: options.signal },
        headers: { accept: request.accept, ...(authorization !== undefined && { authorization }) },
      });
      return refusalOf(answer, url.host, { ...(authorization !== undefined && { authorization }) }) ?? answer;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof RequestError)) throw error;
      return { state: 'unreachable' as const, detail: error.message };
    }
  };

  const publisherOf = async (file: IndexFile, index: URL, answered: RequestAnswer): Promise<PublisherLook> => {
    const unproven = (detail: string): PublisherLook => ({ state: 'unproven', file: file.filename, detail });
    if (file.provenance === undefined) return unproven('it has no provenance');
    const url = provenanceUrl(answered.url, file.provenance);
    if (!url) return unproven('its index names no address of its own for the provenance');
    const answer = await ask(url, index, { accept: 'application/json', maxBytes: MAX_PROVENANCE_BYTES });
    if ('state' in answer) return { ...answer, detail: `its provenance could not be read: ${answer.detail}` };
    if (answer.status !== 200) return unproven(`${url.host} answered ${answer.status} for its provenance`);
    const found = readPublisher(answer.text, file);
    return found instanceof Error
      ? unproven(found.message)
      : { state: 'published', file: file.filename, publisher: found };
  };

  return async (name) => {
    for (const index of settings.indexes) {
      const page = new URL(`${normaliseName(name)}/`, new URL(`${index.origin}${index.pathname.replace(/\/*$/, '/')}`));
      const answer = await ask(page, index, { accept: JSON_PAGE, maxBytes: MAX_PAGE_BYTES });
      if ('state' in answer) return answer;
      if (answer.status === 404) continue;
      const file = lastFileOn(answer.text);
      if (file === 'none') continue;
      return file === undefined
        ? { state: 'unproven', file: name, detail: `${page.host} answers no JSON, in which a provenance would stand` }
        : publisherOf(file, index, answer);
    }
    return { state: 'absent' };
  };
}

/** An index is where the user says, on a private network too; proxy and authorities as pip has them. */
async function networkOf({ cert, proxy }: PipSettings, { cwd, env }: PipOptions): Promise<Network> {
  const proxies = proxy === undefined ? env : { ...env, https_proxy: proxy, http_proxy: proxy };
  const authorityHint = 'name its authority by cert in the configuration of pip';
  if (cert === undefined) return createNetwork({ trusted: true, env: proxies, authorityHint });
  try {
    return createNetwork({
      ...{ trusted: true, env: proxies, authorityHint },
      ca: await readFile(resolve(cwd, cert), 'utf8'),
    });
  } catch (error) {
    throw new UserError(`pip's configuration names ${cert} as cert, which could not be used: ${messageOf(error)}.`);
  }
}

/** The path is the index's word, its host is not: what it says must not send us elsewhere. */
function provenanceUrl(page: string, said: string): URL | undefined {
  const url = URL.canParse(said, page) ? new URL(said, page) : undefined;
  return url?.origin === new URL(page).origin ? url : undefined;
}

function withoutCredentials(url: URL): URL {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return plain;
}
