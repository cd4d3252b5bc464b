import { generateKeyPairSync, sign } from 'node:crypto';
import { expect } from '@jest/globals';
import type { SimulatedGitHub } from '../../simulator/github.ts';
import { operations } from '../../simulator/operations.ts';
import { slow } from '../support/slow.ts';
import { dispatch, type Send, sender, servedWorld, virtualWorld } from './world.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function jwt(now: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(now / 1000);
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: '7' })}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}

interface Stage {
  readonly github: SimulatedGitHub;
  readonly send: Send;
  /** As the App itself. */
  readonly sendAsApp: Send;
  readonly wait: (ms: number) => Promise<void>;
}

/** Calls every operation at least once, and expects of each what a client relies on. */
async function everyOperation({ github, send, sendAsApp, wait }: Stage): Promise<void> {
  const repo = '/repos/acme/library';
  const ok = async (status: number, ...[method, path, body]: Parameters<Send>) => {
    const reply = await send(method, path, body);
    expect(`${method} ${path} ${reply.status} ${reply.status === status ? '' : reply.text}`).toBe(
      `${method} ${path} ${status} `,
    );
    return reply.body;
  };
  expect((await ok(200, 'GET', '/rate_limit')).rate).toMatchObject({ limit: 5_000 });
  expect((await ok(200, 'GET', '/user')).login).toBe('acme');
  expect((await ok(200, 'GET', repo)).default_branch).toBe('main');
  expect(await ok(200, 'GET', `${repo}/topics`)).toEqual({ names: [] });
  await administration(ok);
  const asApp = async (status: number, path: string, body?: unknown) => {
    const reply = await sendAsApp(body ? 'POST' : 'GET', path, body);
    expect(`${path} ${reply.status} ${reply.status === status ? '' : reply.text}`).toBe(`${path} ${status} `);
    return reply.body;
  };
  await asApp(200, '/app');
  expect(await asApp(200, '/app/installations')).toHaveLength(1);
  await asApp(200, '/app/installations/11');
  await asApp(200, '/orgs/acme/installation');
  await asApp(200, '/users/acme/installation');
  await asApp(200, `${repo}/installation`);
  const minted = await asApp(201, '/app/installations/11/access_tokens', { repositories: ['library'] });
  const asInstallation = await send('GET', `${repo}/contents/package.json`, undefined, {
    authorization: `token ${String(minted.token)}`,
  });
  expect(asInstallation.status).toBe(200);

  await contentsAndGit(ok, repo);
  await releases(ok, repo);
  await issuesAndPulls(ok, repo, github);
  await workflowsAndRuns(ok, repo, { github, send, sendAsApp, wait });
  await settings(ok, repo, github);
}

type Ok = (
  status: number,
  ...request: Parameters<Send>
) => ReturnType<Send> extends Promise<infer R extends { body: unknown }> ? Promise<R['body']> : never;

async function administration(ok: Ok): Promise<void> {
  const made = '/repos/acme/sandbox';
  await ok(201, 'POST', '/orgs/acme/repos', { name: 'sandbox', auto_init: true });
  expect(await ok(200, 'PUT', `${made}/topics`, { names: ['trial'] })).toEqual({ names: ['trial'] });
  const { id } = await ok(201, 'POST', `${made}/rulesets`, {
    name: 'Guard',
    enforcement: 'active',
    conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
    rules: [{ type: 'update' }],
  });
  expect(await ok(200, 'GET', `${made}/rules/branches/main`)).toMatchObject([{ type: 'update', ruleset_id: id }]);
  const content = Buffer.from('no').toString('base64');
  await ok(422, 'PUT', `${made}/contents/a.txt`, { message: 'Pass by', content });
  await ok(200, 'PUT', `${made}/environments/slow`, { wait_timer: 1 });
  await ok(204, 'DELETE', made);
  await ok(404, 'GET', made);
}

async function contentsAndGit(ok: Ok, repo: string): Promise<void> {
  const file = await ok(200, 'GET', `${repo}/contents/package.json?ref=main`);
  expect(Buffer.from(String(file.content), 'base64').toString()).toContain('"library"');
  expect(await ok(200, 'GET', `${repo}/contents/src`)).toMatchObject([{ name: 'index.js', type: 'file' }]);
  const content = Buffer.from('new').toString('base64');
  const created = await ok(201, 'PUT', `${repo}/contents/docs/new.md`, { message: 'Add', content });
  const { sha } = created.content as unknown as { sha: string };
  await ok(409, 'PUT', `${repo}/contents/docs/new.md`, { message: 'Edit', content, sha: '0'.repeat(40) });
  await ok(422, 'PUT', `${repo}/contents/docs/new.md`, { message: 'Edit', content });
  await ok(200, 'GET', `${repo}/tarball/main`);
  const tip = (await ok(200, 'GET', `${repo}/git/ref/heads/main`)).object as unknown as { sha: string };
  const [, before] = (await ok(200, 'GET', `${repo}/commits`)) as unknown as { sha: string }[];
  expect(await ok(200, 'GET', `${repo}/compare/${before?.sha}...${tip.sha}`)).toMatchObject({
    status: 'ahead',
    files: [{ filename: 'docs/new.md', status: 'added' }],
  });
  const edited = await ok(200, 'PUT', `${repo}/contents/docs/new.md`, { message: 'Edit', content: 'AAAA', sha });
  const editedSha = (edited.content as unknown as { sha: string }).sha;
  await ok(200, 'DELETE', `${repo}/contents/docs/new.md`, { message: 'Remove', sha: editedSha });
  await ok(404, 'GET', `${repo}/contents/docs/new.md`);

  const head = await ok(200, 'GET', `${repo}/git/ref/heads/main`);
  const parent = String(head.object?.sha);
  const blob = await ok(201, 'POST', `${repo}/git/blobs`, { content: 'hello' });
  expect(blob.sha).toBe('b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0');
  expect((await ok(200, 'GET', `${repo}/git/blobs/${String(blob.sha)}`)).content).toBe('aGVsbG8=');
  const entry = { path: 'a/b.txt', mode: '100644', type: 'blob', sha: blob.sha };
  const tree = await ok(201, 'POST', `${repo}/git/trees`, { base_tree: parent, tree: [entry] });
  const listed = await ok(200, 'GET', `${repo}/git/trees/${String(tree.sha)}?recursive=1`);
  expect(JSON.stringify(listed.tree)).toContain('"a/b.txt"');
  const commit = await ok(201, 'POST', `${repo}/git/commits`, { message: 'm', tree: tree.sha, parents: [parent] });
  expect((await ok(200, 'GET', `${repo}/git/commits/${String(commit.sha)}`)).message).toBe('m');
  await ok(201, 'POST', `${repo}/git/refs`, { ref: 'refs/heads/topic/x', sha: commit.sha });
  const taken = await ok(422, 'POST', `${repo}/git/refs`, { ref: 'refs/heads/topic/x', sha: commit.sha });
  expect(taken.message).toBe('Reference already exists');
  const behind = await ok(422, 'PATCH', `${repo}/git/refs/heads/topic/x`, { sha: parent });
  expect(behind.message).toBe('Update is not a fast forward');
  await ok(200, 'PATCH', `${repo}/git/refs/heads/topic/x`, { sha: parent, force: true });
  expect(await ok(200, 'GET', `${repo}/git/matching-refs/heads/topic/`)).toHaveLength(1);
  expect(await ok(200, 'GET', `${repo}/branches`)).toHaveLength(2);
  expect((await ok(200, 'GET', `${repo}/branches/topic/x`)).name).toBe('topic/x');
  expect(await ok(200, 'GET', `${repo}/commits?path=docs/new.md`)).toHaveLength(3);
  expect((await ok(200, 'GET', `${repo}/commits/main`)).sha).toBe(parent);
  await ok(201, 'POST', `${repo}/statuses/${parent}`, { state: 'success', context: 'train', description: 'done' });
  expect(await ok(200, 'GET', `${repo}/commits/main/statuses`)).toHaveLength(1);
  expect((await ok(200, 'GET', `${repo}/commits/main/status`)).state).toBe('success');
  await ok(204, 'DELETE', `${repo}/git/refs/heads/topic/x`);
}

async function releases(ok: Ok, repo: string): Promise<void> {
  expect((await ok(200, 'GET', `${repo}/tags`)).length).toBe(2);
  expect((await ok(200, 'GET', `${repo}/releases`)).length).toBe(1);
  const draft = await ok(201, 'POST', `${repo}/releases`, { tag_name: 'v1.1.0', draft: true, body: 'notes' });
  expect((await ok(200, 'GET', `${repo}/releases/latest`)).tag_name).toBe('v1.0.0');
  await ok(200, 'PATCH', `${repo}/releases/${Number(draft.id)}`, { draft: false });
  expect((await ok(200, 'GET', `${repo}/releases/latest`)).tag_name).toBe('v1.1.0');
  expect((await ok(200, 'GET', `${repo}/releases/tags/v1.1.0`)).body).toBe('notes');
  await ok(200, 'GET', `${repo}/releases/${Number(draft.id)}`);
  const taken = await ok(422, 'POST', `${repo}/releases`, { tag_name: 'v1.1.0' });
  expect(taken.errors).toMatchObject([{ code: 'already_exists' }]);
}

async function issuesAndPulls(ok: Ok, repo: string, github: SimulatedGitHub): Promise<void> {
  const issue = await ok(201, 'POST', `${repo}/issues`, { title: 'Train', body: 'b', labels: ['release'] });
  const path = `${repo}/issues/${Number(issue.number)}`;
  const comment = await ok(201, 'POST', `${path}/comments`, { body: 'first' });
  await ok(200, 'PATCH', `${repo}/issues/comments/${Number(comment.id)}`, { body: 'second' });
  expect(await ok(200, 'GET', `${path}/comments`)).toMatchObject([{ body: 'second' }]);
  expect(await ok(200, 'GET', `${repo}/issues?labels=release&state=open`)).toHaveLength(1);
  await ok(200, 'PATCH', path, { state: 'closed' });
  expect((await ok(200, 'GET', path)).state).toBe('closed');
  await ok(204, 'DELETE', `${repo}/issues/comments/${Number(comment.id)}`);
  const number = github.openPull('acme/library', { title: 'Version', head: 'main' });
  expect(await ok(200, 'GET', `${repo}/pulls`)).toMatchObject([{ number }]);
  await ok(200, 'GET', `${repo}/pulls/${number}`);
  await ok(200, 'PATCH', `${repo}/pulls/${number}`, { state: 'closed' });
  await ok(201, 'POST', `${repo}/pulls`, { title: 'Again', head: 'main', base: 'main' });
}

async function settings(ok: Ok, repo: string, github: SimulatedGitHub): Promise<void> {
  expect(await ok(200, 'GET', '/orgs/acme/repos?per_page=100&type=all')).toMatchObject([{ full_name: 'acme/library' }]);
  expect(await ok(200, 'GET', '/users/acme/repos')).toHaveLength(1);
  await ok(404, 'GET', '/orgs/nobody/repos');
  expect(await ok(200, 'GET', `${repo}/rules/branches/release-actions%2Fstate`)).toEqual([]);
  expect(await ok(200, 'GET', `${repo}/actions/permissions`)).toMatchObject({ enabled: true });
  await ok(404, 'GET', `${repo}/pages`);
  github.changeSettings('acme/library', {
    page: { public: true },
    environments: [{ name: 'production', reviewers: ['alice', '@ops'], branchPolicy: true }],
    rulesets: [{ id: 3, branch: 'release-actions/state', rules: ['update', 'deletion'], bypass: 'always' }],
  });
  expect(await ok(200, 'GET', `${repo}/pages`)).toMatchObject({ public: true });
  expect(await ok(200, 'GET', `${repo}/rules/branches/release-actions%2Fstate`)).toMatchObject([
    { type: 'update', ruleset_id: 3 },
    { type: 'deletion', ruleset_id: 3 },
  ]);
  expect(await ok(200, 'GET', `${repo}/rulesets?targets=branch`)).toMatchObject([{ id: 3, target: 'branch' }]);
  expect(await ok(200, 'GET', `${repo}/rulesets?targets=tag`)).toEqual([]);
  expect(await ok(200, 'GET', `${repo}/rulesets/3`)).toMatchObject({ current_user_can_bypass: 'always' });
  expect(await ok(200, 'GET', `${repo}/environments`)).toMatchObject({
    environments: [
      { name: 'production', protection_rules: [{ type: 'required_reviewers' }, { type: 'branch_policy' }] },
    ],
  });
}

async function workflowsAndRuns(ok: Ok, repo: string, { github, send, wait }: Stage): Promise<void> {
  expect((await ok(200, 'GET', `${repo}/actions/workflows`)).total_count).toBe(1);
  expect((await ok(200, 'GET', `${repo}/actions/workflows/release.yml`)).path).toBe('.github/workflows/release.yml');
  const id = await dispatch(send);
  await ok(204, 'POST', `${repo}/dispatches`, { event_type: 'release', client_payload: { nonce: 'n2' } });
  await wait(400);
  const runs = await ok(200, 'GET', `${repo}/actions/runs?per_page=100&event=repository_dispatch`);
  expect(runs.workflow_runs).toMatchObject([{ display_title: 'Release  [n2]', status: 'completed' }]);
  expect((await ok(200, 'GET', `${repo}/actions/workflows/release.yml/runs`)).total_count).toBe(2);
  const run = `${repo}/actions/runs/${id}`;
  expect(await ok(200, 'GET', run)).toMatchObject({ status: 'completed', conclusion: 'failure', run_attempt: 1 });
  const jobs = await ok(200, 'GET', `${run}/jobs`);
  expect(jobs.jobs).toMatchObject([
    { name: 'build', conclusion: 'success' },
    { name: 'publish', conclusion: 'failure' },
  ]);
  const job = `${repo}/actions/jobs/${Number(jobs.jobs?.[1]?.id)}`;
  await ok(200, 'GET', job);
  const log = await send('GET', `${job}/logs`);
  expect(log.text).toContain('npm error 403');
  expect((await send('GET', `${run}/logs`)).headers.get('content-type')).toBe('application/zip');
  const artifacts = await ok(200, 'GET', `${run}/artifacts?name=outputs`);
  const artifact = `${repo}/actions/artifacts/${Number(artifacts.artifacts?.[0]?.id)}`;
  expect(String((await ok(200, 'GET', artifact)).digest)).toMatch(/^sha256:[0-9a-f]{64}$/);
  await ok(200, 'GET', `${repo}/actions/artifacts`);
  expect((await send('GET', `${artifact}/zip`)).text.slice(0, 2)).toBe('PK');
  await ok(409, 'POST', `${run}/cancel`);
  await ok(201, 'POST', `${run}/rerun-failed-jobs`);
  await wait(400);
  const second = await ok(200, 'GET', `${run}/attempts/2/jobs`);
  expect(second.jobs).toMatchObject([
    { name: 'build', run_attempt: 2 },
    { name: 'publish', conclusion: 'success' },
  ]);
  expect((await ok(200, 'GET', `${run}/jobs?filter=all`)).total_count).toBe(4);
  expect((await ok(200, 'GET', `${run}/attempts/1`)).conclusion).toBe('failure');
  expect((await ok(200, 'GET', run)).conclusion).toBe('success');
  await ok(201, 'POST', `${run}/rerun`, {});
  await ok(202, 'POST', `${run}/cancel`, {});
  await ok(202, 'POST', `${run}/force-cancel`);
  await wait(400);
  expect((await ok(200, 'GET', run)).conclusion).toBe('cancelled');
  await ok(200, 'GET', `${run}/pending_deployments`);
  expect(await ok(403, 'POST', `${run}/approve`)).toMatchObject({ message: expect.stringContaining('not waiting') });
  expect(github.registry.isServed('npm', 'library', '1.1.0')).toBe(true);
  const record = { ref: 'main', environment: 'production', auto_merge: false, required_contexts: [] };
  const deployment = `${repo}/deployments/${Number((await ok(201, 'POST', `${repo}/deployments`, record)).id)}`;
  await ok(201, 'POST', `${deployment}/statuses`, { state: 'success' });
  expect(await ok(200, 'GET', `${deployment}/statuses`)).toMatchObject([{ state: 'success' }]);
  expect(await ok(200, 'GET', `${repo}/deployments?environment=production`)).toHaveLength(1);
}

const repository = {
  owner: 'acme',
  name: 'library',
  files: { 'package.json': '{"name":"library"}\n', 'src/index.js': 'export {};\n' },
  tags: ['v0.9.0'],
  releases: [{ tag: 'v1.0.0' }],
  workflows: [
    {
      file: 'release.yml',
      on: ['workflow_dispatch', 'repository_dispatch'] as const,
      inputs: { version: { required: true }, nonce: {} },
      runName: `Release \${{ inputs.version }} [\${{ inputs.nonce }}\${{ github.event.client_payload.nonce }}]`,
      behaviour: ({ attempt, inputs }: { attempt: number; inputs: Readonly<Record<string, string>> }) => {
        const conclusion = attempt === 1 ? ('failure' as const) : ('success' as const);
        const version = inputs.version ?? '';
        return {
          queuedMs: 10,
          cancelMs: 60_000,
          conclusion,
          jobs: [
            { name: 'build', ms: attempt === 3 ? 600_000 : 50 },
            { name: 'publish', ms: 50, conclusion, log: 'npm error 403' },
          ],
          artifacts: { outputs: { 'outputs.json': '{}' } },
          publishes: version ? [{ registry: 'npm' as const, name: 'library', version }] : [],
        };
      },
    },
  ],
};

function addApp(github: SimulatedGitHub): void {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  github.addApp({ appId: 7, publicKey: pem, installations: [{ id: 11, owner: 'acme' }] });
}

slow('every operation answers as described, through fetch in virtual time', async () => {
  const { github, send, clock, run } = virtualWorld({ latency: { minMs: 0, maxMs: 0 } }, repository);
  addApp(github);
  const sendAsApp = sender(github.fetch, () => github.url, jwt(clock.now()));
  await run(() => everyOperation({ github, send, sendAsApp, wait: (ms) => clock.sleep(ms) }));
  expect(github.violations).toEqual([]);
  const called = new Set(github.requests.map(({ operation }) => operation));
  expect(operations.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
});

slow('every operation answers as described, through real HTTP', async () => {
  const { github, send, url, close } = await servedWorld({}, repository);
  try {
    addApp(github);
    const sendAsApp = sender(fetch, () => url, jwt(Date.now()));
    const settled = () =>
      new Promise<void>((resolve) => {
        let open = github
          .repository('acme/library')
          .runs.filter((run) => run.snapshots.at(-1)?.status !== 'completed').length;
        if (open === 0) return resolve();
        const stop = github.subscribe(({ kind }) => {
          if (kind !== 'run-ended' || --open > 0) return;
          stop();
          resolve();
        });
      });
    await everyOperation({ github, send, sendAsApp, wait: settled });
    expect(github.violations).toEqual([]);
  } finally {
    await close();
  }
});
