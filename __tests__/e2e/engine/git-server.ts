import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { createBudget } from '../../../simulator/core/access.ts';
import type { GitObject } from '../../../simulator/core/git-store.ts';
import { ruleBroken } from '../../../simulator/core/refs.ts';
import type { Repository } from '../../../simulator/core/world.ts';
import { run } from '../../support/processes.ts';

export interface GitServer {
  /** `${url}/owner/name` can be cloned, and pushed to with a token. */
  readonly url: string;
  /** The bare repository, up to date with the embedded GitHub. */
  bare(fullName: string): Promise<string>;
  close(): Promise<void>;
}

interface GitServerOptions {
  readonly folder: string;
  find(fullName: string): Repository;
  mayPush(fullName: string, token: string): boolean;
}

/**
 * Serves the repositories of an embedded GitHub by git's own smart HTTP: before a request what the API wrote goes into a
 * bare repository, after a push what git wrote goes back. What a ruleset keeps from being pushed is refused ref by ref.
 */
export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const mirror = createMirror(options);
  const server = createServer((request, response) => {
    serve(request, response, { ...options, mirror }).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bare: (fullName) => mirror.write(fullName),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Mirror = ReturnType<typeof createMirror>;

function createMirror({ folder, find }: GitServerOptions) {
  const written = new Map<string, Set<string>>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  const write = async (fullName: string): Promise<string> => {
    const bare = join(folder, `${fullName}.git`);
    const { git, defaultBranch } = find(fullName);
    const known = written.get(fullName) ?? new Set<string>();
    if (!existsSync(bare)) {
      await run('git', ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, bare]);
      await run('git', ['-C', bare, 'config', 'http.receivepack', 'true']);
      await run('git', ['-C', bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true']);
      await run('git', ['-C', bare, 'config', 'receive.autogc', 'false']);
      await writeFile(join(bare, 'hooks', 'update'), UPDATE_HOOK, { mode: 0o755 });
      written.set(fullName, known);
    }
    // The API may commit meanwhile: a ref of that moment would point to what is not written yet.
    const refs = new Map(git.refs);
    for (const object of git.objects()) {
      if (!known.has(object.sha)) await writeLoose(bare, object);
      known.add(object.sha);
    }
    const there = await refsOf(bare);
    const changes = [
      ...[...refs].filter(([ref, sha]) => there.get(ref) !== sha).map(([ref, sha]) => `update ${ref} ${sha}\n`),
      ...[...there.keys()].filter((ref) => !refs.has(ref)).map((ref) => `delete ${ref}\n`),
    ];
    if (changes.length > 0) await feed('git', ['-C', bare, 'update-ref', '--stdin'], changes.join(''));
    return bare;
  };
  const read = async (fullName: string): Promise<void> => {
    const bare = join(folder, `${fullName}.git`);
    const { git } = find(fullName);
    const known = written.get(fullName) ?? new Set<string>();
    const refs = await refsOf(bare);
    const listed = await run('git', ['-C', bare, 'rev-list', '--objects', '--all']);
    for (const sha of listed.split('\n').map((line) => line.slice(0, 40))) {
      if (sha !== '' && !git.has(sha)) await readObject(bare, sha).then(({ type, content }) => git.add(type, content));
      known.add(sha);
    }
    for (const ref of git.refs.keys()) if (!refs.has(ref)) git.refs.delete(ref);
    for (const [ref, sha] of refs) git.refs.set(ref, sha);
  };
  return {
    write: (fullName: string) => inTurn(() => write(fullName)),
    read: (fullName: string) => inTurn(() => read(fullName)),
  };
}

/** Refuses the refs that stand in REFUSED, each on a line with the reason behind it, in GitHub's words. */
const UPDATE_HOOK = `#!/bin/sh
reason=$(printf '%s\\n' "$REFUSED" | sed -n "s|^$1 ||p")
[ -z "$reason" ] || { printf 'error: GH013: Repository rule violations found for %s.\\n\\n- %s\\n' "$1" "$reason" >&2; exit 1; }
`;

/** Nobody here is in a bypass list. */
const ANYBODY = { kind: 'anonymous', name: 'git', budget: createBudget(0) } as const;
const NONE = '0'.repeat(40);

/** The refs of a push that a ruleset refuses, for the hook. https://git-scm.com/docs/pack-protocol#_reference_update_request_and_packfile_transfer */
function refusedOf(repository: Repository, push: Buffer): string {
  const refused: string[] = [];
  for (let at = 0; ; ) {
    const length = Number.parseInt(push.toString('latin1', at, at + 4), 16);
    if (!(length > 4)) return refused.join('\n');
    const [from, to, ref = ''] = (push.toString('utf8', at + 4, at + length).split('\0')[0] ?? '').trim().split(' ');
    const deed = to === NONE ? 'delete' : from === NONE ? 'create' : 'update';
    const said = ruleBroken(repository, ref, ANYBODY, deed);
    if (said !== undefined) refused.push(`${ref} ${said.trim().split('\n').at(-1)}`);
    at += length;
  }
}

async function writeLoose(bare: string, { sha, type, content }: GitObject): Promise<void> {
  const path = join(bare, 'objects', sha.slice(0, 2), sha.slice(2));
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, deflateSync(Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])));
}

async function readObject(bare: string, sha: string): Promise<Omit<GitObject, 'sha'>> {
  const type = (await run('git', ['-C', bare, 'cat-file', '-t', sha])).trim() as GitObject['type'];
  const child = spawn('git', ['-C', bare, 'cat-file', type, sha]);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return { type, content: Buffer.concat(chunks) };
}

async function refsOf(bare: string): Promise<Map<string, string>> {
  const lines = await run('git', ['-C', bare, 'for-each-ref', '--format=%(refname) %(objectname)']);
  return new Map(lines.split('\n').flatMap((line) => (line === '' ? [] : [line.split(' ') as [string, string]])));
}

async function feed(program: string, args: readonly string[], input: string): Promise<void> {
  const child = spawn(program, [...args]);
  // What ended it before it read all is what it complains of.
  child.stdin.on('error', () => {}).end(input);
  const complaint = await text(child.stderr);
  if (complaint !== '') throw new Error(`${program} ${args.join(' ')}: ${complaint}`);
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, find, mayPush, mirror }: GitServerOptions & { mirror: Mirror },
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, owner = '', name = '', rest = ''] = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/.*)$/.exec(url.pathname) ?? [];
  const fullName = `${owner}/${name}`;
  try {
    find(fullName);
  } catch {
    response.writeHead(404).end('Repository not found.');
    return;
  }
  const pushes = rest === '/git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
  if (pushes && !mayPush(fullName, tokenIn(request))) {
    response.writeHead(tokenIn(request) === '' ? 401 : 403, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
    return;
  }
  await mirror.write(fullName);
  const body = await buffer(request);
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${fullName}.git${rest}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'x-access-token',
      REFUSED: rest === '/git-receive-pack' ? refusedOf(find(fullName), body) : '',
    },
  });
  // git may have answered before it read all of it, which says nothing of its answer.
  backend.stdin.on('error', () => {}).end(body);
  const answer = await answerOf(backend);
  if (rest === '/git-receive-pack') await mirror.read(fullName);
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** https://www.rfc-editor.org/rfc/rfc3875#section-6 */
async function answerOf(backend: ChildProcessWithoutNullStreams) {
  const chunks: Buffer[] = [];
  backend.stderr.pipe(process.stderr);
  for await (const chunk of backend.stdout) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  const end = all.indexOf('\r\n\r\n');
  const headers = Object.fromEntries(
    all
      .toString('latin1', 0, Math.max(end, 0))
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const { Status: status = '200', ...others } = headers;
  return { status: Number.parseInt(status, 10), headers: others, body: all.subarray(end + 4) };
}

function tokenIn(request: IncomingMessage): string {
  const [, scheme = '', value = ''] = /^(\w+) +(.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() !== 'basic') return value;
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
}
