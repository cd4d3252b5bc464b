import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient, type GitHubClient } from '../../src/platform/github/client/client.ts';
import { realClock } from '../../src/platform/time/clock.ts';

type Body = Record<string, unknown>;
type Handler = (
  match: Readonly<Record<string, string>>,
  body: Body,
  query: URLSearchParams,
) => { status: number; body?: unknown };

interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly comments: string[];
}

/** The part of GitHub that services need, as a real HTTP server: issues, runs, and files on branches with pull requests. */
export class GitHubServer {
  readonly issues: Issue[] = [];
  readonly branches = new Map<string, Map<string, string>>([['main', new Map()]]);
  readonly pulls: { number: number; head: string; title: string; body: string; state: string }[] = [];
  runs: Body[] = [];
  repository: Body = { default_branch: 'main', private: true };
  writes = 0;
  /** Takes the place of an answer after its effect. */
  after: (request: { method: string; path: string }) => { status: number; body?: unknown } | undefined = () =>
    undefined;
  /** Answers in place of the server, where it answers at all. */
  refuse: (request: { method: string; path: string }) => { status: number; body?: unknown } | undefined = () =>
    undefined;
  url = '';
  close: () => Promise<void> = async () => {};

  readonly #routes: readonly [string, RegExp, Handler][] = [
    ['GET', /^$/, () => ok(this.repository)],
    ['GET', /^\/issues$/, (_, __, query) => ok(this.#openIssues(query))],
    ['POST', /^\/issues$/, (_, body) => this.#createIssue(body)],
    ['PATCH', /^\/issues\/(?<number>\d+)$/, ({ number }, body) => ok(Object.assign(this.#issue(number), body))],
    ['POST', /^\/issues\/(?<number>\d+)\/comments$/, ({ number }, body) => this.#comment(number, body)],
    ['GET', /^\/actions\/workflows\/[^/]+\/runs$/, () => ok({ workflow_runs: this.runs })],
    ['GET', /^\/git\/ref\/heads\/(?<branch>.+)$/, ({ branch = '' }) => this.#ref(branch)],
    ['POST', /^\/git\/refs$/, (_, body) => this.#createRef(body)],
    ['PATCH', /^\/git\/refs\/heads\/(?<branch>.+)$/, ({ branch = '' }, body) => this.#moveRef(branch, body)],
    ['GET', /^\/contents\/(?<path>.+)$/, ({ path = '' }, _, query) => this.#readFile(path, query.get('ref') ?? 'main')],
    ['GET', /^\/git\/blobs\/(?<sha>.+)$/, ({ sha = '' }) => this.#blob(sha)],
    ['PUT', /^\/contents\/(?<path>.+)$/, ({ path = '' }, body) => this.#writeFile(path, body)],
    [
      'GET',
      /^\/pulls$/,
      (_, __, query) =>
        ok(
          this.pulls
            .filter(({ head, state }) => state === 'open' && `acme:${head}` === query.get('head'))
            .map((pull) => ({ ...pull, html_url: `https://github.test/acme/catalog/pull/${pull.number}` })),
        ),
    ],
    ['POST', /^\/pulls$/, (_, body) => this.#createPull(body)],
  ];

  /** Listens on loopback. */
  static async start(): Promise<GitHubServer> {
    const github = new GitHubServer();
    const server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { status, body } = github.#handle(request.method ?? '', request.url ?? '', text);
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body === undefined ? '' : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    github.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    github.close = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return github;
  }

  /** A client of this server that does not wait between its writes. */
  client(): GitHubClient {
    return createClient({ apiUrl: this.url, token: staticToken('t'), clock: realClock, writeGapMs: 0 });
  }

  #handle(method: string, url: string, text: string): { status: number; body?: unknown } {
    const { pathname, searchParams } = new URL(url, this.url);
    const path = decodeURIComponent(pathname).replace(/^\/repos\/acme\/[^/]+/, '');
    if (method !== 'GET') this.writes++;
    const refused = this.refuse({ method, path });
    if (refused) return refused;
    for (const [verb, pattern, handler] of this.#routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (!match) continue;
      const answer = handler(match.groups ?? {}, text === '' ? {} : JSON.parse(text), searchParams);
      return this.after({ method, path }) ?? answer;
    }
    return { status: 404, body: { message: 'Not Found' } };
  }

  #issue(number: string | undefined): Issue {
    const issue = this.issues[Number(number) - 1];
    if (!issue) throw new Error(`no issue ${number}`);
    return issue;
  }

  #openIssues(query: URLSearchParams): Issue[] {
    const open = this.issues.filter(
      ({ state, labels }) => state === query.get('state') && labels.includes(query.get('labels') ?? ''),
    );
    const page = Number(query.get('page') ?? 1);
    return open.slice((page - 1) * 100, page * 100);
  }

  #createIssue({ title, body, labels }: Body) {
    if (String(body).length > 65_536)
      return { status: 422, body: { message: 'body is too long (maximum is 65536 characters)' } };
    const number = this.issues.length + 1;
    const issue: Issue = {
      number,
      title: String(title),
      body: String(body),
      state: 'open',
      labels: labels as string[],
      comments: [],
    };
    this.issues.push(issue);
    return { status: 201, body: issue };
  }

  #comment(number: string | undefined, { body }: Body) {
    this.#issue(number).comments.push(String(body));
    return { status: 201, body: {} };
  }

  #ref(branch: string) {
    return this.branches.has(branch) ? ok({ object: { sha: `head-of-${branch}` } }) : { status: 404, body: {} };
  }

  #createRef({ ref, sha }: Body) {
    this.branches.set(
      String(ref).replace('refs/heads/', ''),
      new Map(this.branches.get(String(sha).replace('head-of-', ''))),
    );
    return { status: 201, body: {} };
  }

  #moveRef(branch: string, { sha }: Body) {
    this.branches.set(branch, new Map(this.branches.get(String(sha).replace('head-of-', ''))));
    return ok({});
  }

  #readFile(path: string, branch: string) {
    const content = this.branches.get(branch)?.get(path);
    if (content === undefined) return { status: 404, body: {} };
    const sha = blobSha(content);
    // GitHub leaves the content of files above 1 MB out, with an encoding of "none".
    if (content.length > 1_048_576) return ok({ type: 'file', content: '', encoding: 'none', sha });
    return ok({ type: 'file', content: Buffer.from(content).toString('base64'), encoding: 'base64', sha });
  }

  #blob(sha: string) {
    const all = [...this.branches.values()].flatMap((files) => [...files.values()]);
    const found = all.find((content) => blobSha(content) === sha);
    if (found === undefined) return { status: 404, body: {} };
    return ok({ content: Buffer.from(found).toString('base64'), encoding: 'base64', sha });
  }

  #writeFile(path: string, { branch, content, sha }: Body) {
    const files = this.branches.get(String(branch));
    const before = files?.get(path);
    if (!files) return { status: 404, body: { message: 'Branch not found' } };
    if (before !== undefined && sha !== blobSha(before))
      return { status: 409, body: { message: 'sha does not match' } };
    files.set(path, Buffer.from(String(content), 'base64').toString());
    return ok({});
  }

  #createPull({ head, title, body }: Body) {
    const pull = {
      number: this.pulls.length + 1,
      head: String(head),
      title: String(title),
      body: String(body),
      state: 'open',
    };
    this.pulls.push(pull);
    return { status: 201, body: { ...pull, html_url: `https://github.test/acme/catalog/pull/${pull.number}` } };
  }
}

function ok(body: unknown) {
  return { status: 200, body };
}

function blobSha(content: string): string {
  return createHash('sha1').update(content).digest('hex');
}
