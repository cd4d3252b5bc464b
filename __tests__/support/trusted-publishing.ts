import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TrustedPublishing {
  /** The registry's address for clients. */
  readonly url: string;
  /** What GitHub gives to a job with `id-token: write`. */
  readonly idTokenEnv: Readonly<Record<string, string>>;
  /** The versions that were uploaded with an exchanged token, in order, as `NAME@VERSION`. */
  readonly published: string[];
  /** Whether the registry is down. */
  down: boolean;
  /** Called with the number of an upload (1-based) before it is handed on; a status that it returns is answered instead. */
  onUpload: ((n: number, name: string) => number | undefined) | undefined;
  /** Whether the connection breaks once, when the next upload has been stored. */
  loseAnswer: boolean;
  /** The repository that provenance names: an upload whose package.json has another one is refused, as npm does it. */
  home: string | undefined;
  /** A version that the registry has and does not show yet. */
  hidden: { readonly name: string; readonly version: string } | undefined;
  close(): Promise<void>;
}

const idToken = `e30.${Buffer.from('{"repository_visibility":"private"}').toString('base64url')}.x`;

/**
 * Stands before a registry that knows tokens only, and is what trusted publishing needs: GitHub's issuer of ID tokens, and the
 * registry's exchange of one for a token that may publish one package. What it does not trust is refused.
 */
export async function startTrustedPublishing(
  { url: registry, token: registryToken }: { readonly url: string; readonly token: string },
  trusts: (name: string) => boolean = () => true,
): Promise<TrustedPublishing> {
  const [requestToken, exchanged] = [randomUUID(), new Map<string, string>()];
  let uploads = 0;
  const exchange = (bearer: string, name: string): [number, object] => {
    if (bearer !== idToken || !trusts(name)) return [404, { message: 'OIDC token exchange error' }];
    const token = randomUUID();
    exchanged.set(token, name);
    return [201, { token }];
  };
  /** What the registry itself never sees. */
  const answerHere = (path: string, bearer: string, isUpload: boolean): [number, object] | undefined => {
    if (path === '/id-token') return bearer === requestToken ? [200, { value: idToken }] : [401, {}];
    if (state.down) return [503, { error: 'down for maintenance' }];
    const name = /^\/-\/npm\/v1\/oidc\/token\/exchange\/package\/(.+)$/.exec(path)?.[1];
    if (name !== undefined) return exchange(bearer, decodeURIComponent(name));
    uploads += isUpload ? 1 : 0;
    const instead = isUpload ? state.onUpload?.(uploads, decodeURIComponent(path.slice(1))) : undefined;
    return instead === undefined ? undefined : [instead, { error: 'the test says so' }];
  };
  const server = http.createServer((request, answer) => {
    const path = new URL(request.url ?? '/', registry).pathname;
    const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const name = decodeURIComponent(path.slice(1));
    const isUpload = request.method === 'PUT' && exchanged.get(bearer) === name;
    const here = answerHere(path, bearer, isUpload);
    if (here) return answer.writeHead(here[0], { 'content-type': 'application/json' }).end(JSON.stringify(here[1]));
    if (state.hidden?.name === name && request.method === 'GET') {
      return void withoutVersion(`${registry}${request.url}`, state.hidden.version).then((body) => answer.end(body));
    }
    const { authorization: _, ...headers } = { ...request.headers, host: new URL(registry).host };
    void pass(
      {
        request,
        answer,
        registry,
        refuse: (body) => (isUpload && state.home !== undefined ? notFrom(state.home, body) : undefined),
        headers: isUpload ? { ...headers, authorization: `Bearer ${registryToken}` } : headers,
      },
      (body) => {
        if (!isUpload) return;
        state.published.push(`${name}@${versionIn(body)}`);
        if (state.loseAnswer) answer.destroy();
        state.loseAnswer = false;
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const idTokenEnv = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/id-token?v=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const state: TrustedPublishing = {
    url,
    idTokenEnv,
    published: [],
    down: false,
    onUpload: undefined,
    loseAnswer: false,
    home: undefined,
    hidden: undefined,
    close,
  };
  return state;
}

/** What npm answers to provenance of another repository than the package names. */
function notFrom(home: string, body: Buffer): string | undefined {
  const { versions } = JSON.parse(body.toString('utf8')) as { versions: Record<string, Versioned> };
  const url = Object.values(versions)[0]?.repository?.url ?? '';
  if (url === `git+${home}.git`) return undefined;
  return `Error verifying sigstore provenance bundle: Failed to validate repository information: package.json: "repository.url" is "${url}", expected to match "${home}" from provenance`;
}

interface Versioned {
  readonly repository?: { readonly url?: string };
}

interface Passing {
  readonly request: http.IncomingMessage;
  readonly answer: http.ServerResponse;
  readonly registry: string;
  readonly headers: http.OutgoingHttpHeaders;
  /** Why an upload is not taken. */
  readonly refuse: (body: Buffer) => string | undefined;
}

async function pass(
  { request, answer, registry, headers, refuse }: Passing,
  onCreated: (body: Buffer) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const error = refuse(body);
  if (error !== undefined) {
    answer.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    return;
  }
  const { method, url = '/' } = request;
  const onward = http.request(new URL(url, registry), { ...(method && { method }), headers }, (got) => {
    if (got.statusCode === 201) onCreated(body);
    if (answer.destroyed) return got.resume();
    answer.writeHead(got.statusCode ?? 502, got.headers);
    return got.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  onward.end(body);
}

async function withoutVersion(url: string, version: string): Promise<string> {
  const document = (await (await fetch(url)).json()) as { versions: Record<string, unknown>; 'dist-tags': object };
  const { [version]: _, ...versions } = document.versions;
  return JSON.stringify({ ...document, versions, 'dist-tags': { latest: Object.keys(versions).at(-1) } });
}

function versionIn(body: Buffer): string {
  const { versions } = JSON.parse(body.toString('utf8')) as { versions: Record<string, unknown> };
  return Object.keys(versions)[0] ?? '';
}
