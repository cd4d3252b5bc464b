import type { GitHubOptions, SimulatedGitHub } from '../../simulator/github.ts';
import { createGitHub } from '../../simulator/github.ts';
import type { RepositoryDefinition, WorkflowDefinition } from '../../simulator/types.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { realClock } from '../../src/platform/time/clock.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, loosely: tests say what they expect of it. */
  readonly body: Body;
}

export type Body = { readonly [key: string]: Body } & { readonly length: number } & readonly Body[];

export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

/** Sends requests as a client of the API of 2026 does. */
export function sender(fetch: typeof globalThis.fetch, base: () => string, token = 'secret'): Send {
  return async (method, path, body, headers = {}) => {
    const url = path.startsWith('http') ? path : base() + path;
    const common = { authorization: `Bearer ${token}`, 'x-github-api-version': '2026-03-10', ...headers };
    const response = await fetch(url, {
      method,
      headers: common,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
}

export const releaseWorkflow: WorkflowDefinition = {
  file: 'release.yml',
  name: 'Release',
  on: ['workflow_dispatch', 'repository_dispatch'],
  inputs: { version: { required: true }, nonce: {}, channel: { default: 'latest', options: ['latest', 'next'] } },
  runName: `Release \${{ inputs.version }} [\${{ inputs.nonce }}\${{ github.event.client_payload.nonce }}]`,
};

export const library: RepositoryDefinition = {
  owner: 'acme',
  name: 'library',
  files: { 'package.json': '{"name":"library","version":"1.0.0"}\n', 'src/index.js': 'export {};\n' },
  tags: ['v0.9.0'],
  releases: [{ tag: 'v1.0.0', name: 'First' }],
  workflows: [releaseWorkflow],
};

export interface VirtualWorld {
  readonly clock: VirtualClock;
  readonly github: SimulatedGitHub;
  readonly send: Send;
  /** Runs a story to its end in virtual time. */
  run<T>(story: () => Promise<T>): Promise<T>;
}

/** One repository, acme/library, and a token `secret` that may do everything there. */
export function virtualWorld(options: Partial<GitHubOptions> = {}, repository = library): VirtualWorld {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, ...options });
  github.addRepository(repository);
  github.addToken('secret', { owners: ['acme'] });
  const send = sender(github.fetch, () => github.url);
  return { clock, github, send, run: (story) => clock.run(story(), { limit: 86_400_000 }) };
}

/** The same behind a real port. */
export async function servedWorld(options: Partial<GitHubOptions> = {}, repository = library) {
  const github = createGitHub({ clock: realClock, ...options });
  github.addRepository(repository);
  github.addToken('secret', { owners: ['acme'] });
  const { url, close } = await github.serve();
  return { github, url, close, send: sender(fetch, () => url) };
}

/** Dispatches acme/library's release and gives the id of its run. */
export async function dispatch(send: Send, inputs: Record<string, string> = { version: '1.1.0', nonce: 'n1' }) {
  const reply = await send('POST', '/repos/acme/library/actions/workflows/release.yml/dispatches', {
    ref: 'main',
    inputs,
  });
  if (reply.status !== 200) throw new Error(`dispatch: ${reply.status} ${reply.text}`);
  return Number(reply.body.workflow_run_id);
}
