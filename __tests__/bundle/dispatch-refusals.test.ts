import { request as forward } from 'node:http';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type FaultSchedule, faultOnce } from '../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RunScript, WorkflowDefinition } from '../../simulator/types.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { issue } from '../support/certificates.ts';
import { startServers } from '../support/servers.ts';
import { slow } from '../support/slow.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const servers = startServers();
afterAll(() => servers.close());

let close: () => Promise<void> = async () => {};
afterEach(() => close());

const given = {
  ...{ token: 'secret-token', repository: 'acme/service', workflow: 'release.yml', ref: 'main' },
  ...{ inputs: '{"version":"1.0.0"}', 'nonce-input': 'nonce', timeout: '60s' },
};

type Texts = Readonly<Record<string, string>>;

const run = (api: string, inputs: Texts = {}, env: Texts = {}) =>
  runBundle('dispatch-and-wait', { inputs: { ...given, ...inputs }, env: { GITHUB_API_URL: api, ...env } });

const errorsOf = ({ stdout }: BundleRun) => stdout.split('\n').filter((line) => line.startsWith('::error'));

/** What GitHub and what stands before it say to a dispatch that they do not take, and what the one who reads it has to do. */
const REFUSALS: readonly [string, number, string, Readonly<Record<string, string>>, RegExp][] = [
  [
    'single sign-on',
    403,
    'Resource protected by organization SAML enforcement.',
    { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?authorization_request=A1' },
    /not authorized for it: authorize the token .* at https:\/\/github\.com\/orgs\/acme\/sso\?authorization_request=A1/,
  ],
  [
    'an address that is not listed',
    403,
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled',
    {},
    /add the runner’s address to its IP allow list, or use a runner/,
  ],
  ['a token that is over', 401, 'Bad credentials', {}, /check the secret that holds it\. Token used: the input token/],
  [
    'a token that may only read',
    403,
    'Resource not accessible by personal access token',
    {},
    /lacks the permission actions: write on this repository: edit the token/,
  ],
  [
    'a suspended App',
    403,
    'This installation has been suspended',
    {},
    /The installation of the GitHub App is suspended: an owner of the organization/,
  ],
  ['an archived repository', 403, 'Repository was archived so is read-only.', {}, /is archived.*unarchive it/],
  [
    'a workflow that is switched off',
    422,
    "Cannot trigger a 'workflow_dispatch' on a disabled workflow",
    {},
    /is disabled: enable it on the repository’s Actions page/,
  ],
  [
    'a ref that is not there',
    422,
    'No ref found for: mian',
    {},
    /does not exist in the repository: check its spelling/,
  ],
  [
    'a nonce that is not declared',
    422,
    'Unexpected inputs provided: ["nonce"]',
    {},
    /does not declare the input nonce: declare it under on\.workflow_dispatch\.inputs/,
  ],
  [
    'a workflow file that cannot be read',
    422,
    'failed to parse workflow: (Line: 12, Col: 5): Unexpected value',
    {},
    /cannot read the workflow file at this ref \(line 12, column 5\): correct it there/,
  ],
  ['a repository that has moved', 301, 'Moved Permanently', { location: '/repositories/1/x' }, /moved|renamed/i],
];

test.each(REFUSALS)(
  '%s is one error that says what to do, and is asked for once',
  async (_, status, message, headers, words) => {
    const posts: string[] = [];
    const api = await servers.http((request, response) => {
      if (request.method === 'POST') posts.push(request.url ?? '');
      const all = { 'content-type': 'application/json', 'x-github-request-id': 'ABCD:1', ...headers };
      response.writeHead(status, all).end(JSON.stringify({ message }));
    });
    const began = Date.now();
    const outcome = await run(api);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(words)]);
    expect(outcome.exitCode).toBe(1);
    // A token may be read anew by then: that one is tried twice.
    expect(posts).toHaveLength(status === 401 ? 2 : 1);
    expect(Date.now() - began).toBeLessThan(60_000);
  },
);

describe('what reached no server', () => {
  test('a certificate that nobody trusts is told as one, with the way out', async () => {
    const requests: string[] = [];
    const api = await servers.https(issue({ name: 'localhost' }), (request) => requests.push(request.url ?? ''));
    const outcome = await run(api);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/certificate.*NODE_EXTRA_CA_CERTS/)]);
    expect(requests).toEqual([]);
  });

  slow.each<[string, RegExp, Texts, Texts]>([
    ['http://127.0.0.1:9', /ECONNREFUSED.*Check api-url, the network and the proxy settings/, {}, {}],
    ['http://no-such-host.invalid', /Check api-url, the network and the proxy settings/, {}, {}],
    ['http://github.test', /the proxy 127\.0\.0\.1:9 .*ECONNREFUSED/, {}, { http_proxy: '127.0.0.1:9' }],
    ['http://github.test', /the variable http_proxy names no proxy/, {}, { http_proxy: 'socks5://127.0.0.1:9' }],
    ['http://127.0.0.1:9', /input token.*line break/, { token: 'secret-token\nsecond' }, {}],
  ])('%s %s', async (api, words, inputs, env) => {
    const outcome = await run(api, inputs, env);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(words)]);
    expect(outcome.stdout).not.toContain('did not say whether it took the dispatch');
  });

  slow('what a proxy leads to is reached, and nobody is warned of it', async () => {
    const github = await serve({ ms: 100, conclusion: 'success' });
    const reached: string[] = [];
    const proxy = await servers.http((request, response) => {
      reached.push(request.url ?? '');
      const { method, headers } = request;
      const { pathname, search } = new URL(request.url ?? '');
      const onward = forward(`${api}${pathname}${search}`, {
        method,
        headers: { ...headers, host: new URL(api).host },
      });
      onward.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)));
      request.pipe(onward);
    });
    const { exitCode, stdout, stderr } = await run('http://github.test', {}, { http_proxy: proxy });
    expect({ exitCode, dispatched: github.effects.some(({ kind }) => kind === 'dispatch') }).toEqual({
      exitCode: 0,
      dispatched: true,
    });
    expect(reached[0]).toMatch(/^http:\/\/github\.test\/repos\/acme\/service/);
    expect(stdout + stderr).not.toMatch(/warning/i);
  });
});

let api = '';
async function serve(
  script: RunScript,
  { faults, ...more }: Partial<WorkflowDefinition> & { readonly faults?: FaultSchedule | undefined } = {},
): Promise<SimulatedGitHub> {
  const github = createGitHub({ clock: realClock, rateLimits: 'off', ...(faults && { faults }) });
  const workflow: WorkflowDefinition = {
    ...{ file: 'release.yml', on: ['workflow_dispatch'], inputs: { version: {}, nonce: {} } },
    ...{ runName: `Release [\${{ inputs.nonce }}]`, behaviour: () => script },
    ...more,
  };
  for (const owner of ['acme', 'octocat_acme']) github.addRepository({ owner, name: 'service', workflows: [workflow] });
  github.addToken('secret-token', { owners: ['acme', 'octocat_acme'] });
  const served = await github.serve();
  close = served.close;
  api = served.url;
  return github;
}

describe('a 404 says which of its causes it is, at two more requests', () => {
  const REFUSED = (operation: string) => faultOnce(operation, { kind: 'status', status: 404, when: 'before' });
  const EVENT = { workflow: '', ref: '', inputs: '', 'event-type': 'release', 'client-payload': '{}' };

  test.each<[string, Readonly<Record<string, string>>, RegExp, FaultSchedule | undefined]>([
    ['the repository', { repository: 'acme/servce' }, /There is no repository acme\/servce, or the token/, undefined],
    ['its own event', { ...EVENT, repository: 'acme/servce' }, /There is no repository acme\/servce/, undefined],
    ['the workflow', { workflow: 'relase.yml' }, /no workflow relase\.yml .*mean "release\.yml"\?/, undefined],
    [
      'the permission',
      {},
      /The workflow release\.yml is there, so it is the token .*needs actions: write on acme\/service\./,
      REFUSED('actions/create-workflow-dispatch'),
    ],
    [
      'the permission for events',
      EVENT,
      /The repository is there, so it is the token .*needs contents: write on acme\/service\./,
      REFUSED('repos/create-dispatch-event'),
    ],
  ])('%s', async (_, inputs, words, faults) => {
    const github = await serve({ ms: 100, conclusion: 'success' }, { faults });
    const outcome = await run(api, inputs);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(words)]);
    expect(github.requests.map(({ method }) => method).join(' ')).toMatch(/^POST( GET){1,2}$/);
    expect(github.effects.filter(({ kind }) => kind === 'dispatch')).toEqual([]);
  });
});

describe('a run', () => {
  slow('of an Enterprise Managed User hands on a file that was uploaded as it is', async () => {
    await serve({ ms: 100, conclusion: 'success', artifacts: { out: '{"version":"1.0.0"}' } });
    const { exitCode, outputs } = await run(api, { repository: 'octocat_acme/service', 'outputs-artifact': 'out' });
    expect({ exitCode, outputs: outputs.outputs }).toEqual({ exitCode: 0, outputs: '{"version":"1.0.0"}' });
  });

  slow('that waits for a reviewer longer than its timeout is neither cancelled nor over', async () => {
    const waitsFor = { environment: 'production', reviewers: ['alice', '@ops'] };
    const github = await serve({ ms: 100, conclusion: 'success', waitingMs: 8_000, waitsFor });
    const { exitCode, stdout } = await run(api, { timeout: '4s' });
    expect({ exitCode, cancels: github.effects.filter(({ kind }) => kind === 'cancel') }).toEqual({
      exitCode: 0,
      cancels: [],
    });
    expect(stdout).toMatch(/waits for a reviewer of production: alice, @ops/);
  });

  slow('that its concurrency group took out of the queue was cancelled by nobody', async () => {
    const github = await serve({ ms: 60_000, conclusion: 'success' }, { concurrency: { group: 'release' } });
    github.startForeignRun('acme/service', 'release.yml', { version: '1' });
    const outcome = run(api);
    const stop = github.subscribe(({ kind }) => {
      if (kind !== 'run-created') return;
      stop();
      setImmediate(() => github.startForeignRun('acme/service', 'release.yml', { version: '2' }));
    });
    const errors = errorsOf(await outcome);
    expect(errors).toEqual([
      expect.stringMatching(/cancelled before any job started: a newer run of its concurrency group/),
    ]);
  });

  slow('of an event that nobody listens to is told with the time, the type and where its nonce goes', async () => {
    await serve({ ms: 1, conclusion: 'success' });
    const event = { workflow: '', ref: '', inputs: '', 'event-type': 'publish', 'client-payload': '{}' };
    const outcome = await run(api, { ...event, 'nonce-input': 'run_nonce', timeout: '3s' });
    expect(errorsOf(outcome)).toEqual([
      expect.stringMatching(/within \d+ s no run.*types: \[publish\].*github\.event\.client_payload\.run_nonce/),
    ]);
  });

  slow('that GitHub does not run again yet ends with its own failure, not with a wrong cause', async () => {
    const jobs = [{ name: 'publish', conclusion: 'failure' as const, ms: 100, log: 'npm error E403' }];
    await serve({ jobs, conclusion: 'failure', rerunAfterMs: 3_600_000 });
    const outcome = await run(api, { 'retry-failed-jobs': '1' });
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^::error::Run \S+ concluded failure/)]);
    expect(JSON.parse(outcome.outputs['failed-jobs'] ?? '[]')).toHaveLength(1);
  });

  slow('whose log ends in megabytes on one line is shown cut, with the error behind it', async () => {
    const log = `begin\n${'x'.repeat(3_000_000)}\nnpm error E403 forbidden`;
    await serve({ jobs: [{ name: 'publish', conclusion: 'failure', ms: 100, log }], conclusion: 'failure' });
    const { stdout, summary } = await run(api);
    expect(stdout).toContain('npm error E403 forbidden');
    expect(stdout.length + summary.length).toBeLessThan(100_000);
  });
});
