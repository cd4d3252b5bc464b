import { readFile } from 'node:fs/promises';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { NpmRegistry } from '../../support/npm-registry.ts';

/** Which workflow file of which repository may publish a package without a token. */
export interface TrustedPublisher {
  readonly repository: string;
  readonly workflow: string;
}

export interface TrustedRegistry {
  readonly url: string;
  /** `url` of the ID tokens that a job asks for, as ACTIONS_ID_TOKEN_REQUEST_URL. */
  readonly idTokens: string;
  /** Packages by name; what is not in here can only be published with a token. */
  readonly publishers: Map<string, TrustedPublisher>;
  /** Every exchange that was asked for, and what came of it. */
  readonly exchanges: { readonly package: string; readonly granted: boolean }[];
  /** Package name → the advisories that `npm audit` and the dependency review are told of. */
  readonly advisories: Map<string, Advisory>;
  close(): Promise<void>;
}

/** As the registry's audit endpoint words it. */
export interface Advisory {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly severity: 'low' | 'moderate' | 'high' | 'critical';
  readonly vulnerable_versions: string;
}

/** A front for an npm registry that trusts workflows: it hands out ID tokens and exchanges them for the right to publish one package. */
export async function startTrustedRegistry(registry: NpmRegistry): Promise<TrustedRegistry> {
  const npmrc = await readFile(registry.env.npm_config_userconfig ?? '', 'utf8');
  const token = /_authToken=(\S+)/.exec(npmrc)?.[1] ?? '';
  const publishers = new Map<string, TrustedPublisher>();
  const exchanges: TrustedRegistry['exchanges'] = [];
  const advisories: TrustedRegistry['advisories'] = new Map();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const exchanged = /^\/-\/npm\/v1\/oidc\/token\/exchange\/package\/(.+)$/.exec(url.pathname)?.[1];
    if (url.pathname === '/_id-token') {
      answer(response, 200, { value: idToken(bearer(request)) });
    } else if (url.pathname === '/-/npm/v1/security/advisories/bulk') {
      void asked(request).then((names) => answer(response, 200, known(advisories, names)));
    } else if (exchanged !== undefined) {
      const name = decodeURIComponent(exchanged);
      const publisher = publishers.get(name);
      const { repository, workflow } = claimsOf(bearer(request));
      const granted = publisher?.repository === repository && publisher?.workflow === workflow;
      exchanges.push({ package: name, granted });
      if (granted) answer(response, 201, { token });
      else answer(response, 404, { message: `No trusted publisher of ${name} is ${repository}, ${workflow}` });
    } else pass(request, response, registry.url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    idTokens: `${url}/_id-token?api-version=1`,
    publishers,
    exchanges,
    advisories,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The names in a question of `npm audit`: an object of versions by name, mostly compressed. */
async function asked(request: IncomingMessage): Promise<string[]> {
  const body = await buffer(request);
  const json = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return Object.keys(JSON.parse(json.toString('utf8')) as object);
}

function known(advisories: ReadonlyMap<string, Advisory>, names: readonly string[]): Record<string, Advisory[]> {
  const found = names.flatMap((name) => {
    const advisory = advisories.get(name);
    return advisory ? [[name, [advisory]] as [string, Advisory[]]] : [];
  });
  return Object.fromEntries(found);
}

/** What a job with `id-token: write` asks for ID tokens with: it names the workflow that the tokens will speak of. */
export function idTokenRequest(publisher: TrustedPublisher): string {
  return Buffer.from(JSON.stringify(publisher)).toString('base64url');
}

function idToken(request: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const publisher = JSON.parse(Buffer.from(request, 'base64url').toString('utf8')) as TrustedPublisher;
  // A private repository: npm asks for no provenance then, which needs the public transparency log.
  return `${part({ alg: 'none' })}.${part({ ...publisher, repository_visibility: 'private' })}.`;
}

function claimsOf(jwt: string): Partial<TrustedPublisher> {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')) as TrustedPublisher;
  } catch {
    return {};
  }
}

function bearer(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^bearer /i, '');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The host stays: the registry writes addresses of tarballs with it. */
function pass(request: IncomingMessage, response: ServerResponse, target: string): void {
  const { method, headers, url } = request;
  const passed = forward(new URL(url ?? '/', target), { method, headers }, (found) => {
    response.writeHead(found.statusCode ?? 502, found.headers);
    found.pipe(response);
  });
  passed.on('error', (error) => response.writeHead(502).end(error.message));
  request.pipe(passed);
}
