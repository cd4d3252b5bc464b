import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addEcosystem, type EcosystemOptions } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/clock.ts';
import { readManifest } from '../../src/manifest/read.ts';
import { runBundle } from './run-action.ts';

const MANIFEST = `name: small
defaults:
  workflow: release.yml
  inputs: { version: "{version}", dependency-versions: "{dependency-versions}", nonce: "{nonce}" }
tokens: { acme: ACME_TOKEN, other: OTHER_TOKEN }
components:
  core: { repository: acme/core, package: { npm: "@acme/core" } }
  api: { repository: acme/api, package: { npm: "@acme/api" }, needs: [core] }
  web: { repository: other/web, package: { npm: "@other/web" }, needs: [core] }
  app: { repository: other/app, package: { npm: "@other/app" }, needs: [api, web] }
`;

let workspace = '';
let github: SimulatedGitHub;
let url = '';
let head = '';
let close: () => Promise<void> = async () => {};

async function start(options: EcosystemOptions = {}): Promise<void> {
  const read = await readManifest(MANIFEST, 'release-train.yml');
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  github = createGitHub({ clock: realClock });
  addEcosystem(github, read.manifest.components, { runMs: 200, queuedMs: 50, registryLagMs: 100, ...options });
  github.addRepository({ owner: 'acme', name: 'hub' });
  head = github.commit('acme/hub', 'main', { 'README.md': '# Hub\n' });
  github.addToken('hub-token', { repositories: ['acme/hub'] });
  github.addToken('acme-token', { owners: ['acme'] });
  github.addToken('other-token', { owners: ['other'] });
  ({ url, close } = await github.serve());
}

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'release-actions-train-'));
  await mkdir(join(workspace, '.github'));
  await writeFile(join(workspace, '.github/release-train.yml'), MANIFEST);
});

afterEach(async () => {
  await close();
  await rm(workspace, { recursive: true, force: true });
});

interface Step {
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly signalAfter?: string;
}

function run(name: 'train' | 'plan-release', { inputs = {}, env = {}, ...more }: Step = {}) {
  return runBundle(name, {
    cwd: workspace,
    inputs: { token: 'hub-token', 'release-type': 'patch', ...inputs },
    env: {
      HOME: workspace,
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'acme/hub',
      GITHUB_RUN_ID: '77',
      GITHUB_SHA: head,
      ACME_TOKEN: 'acme-token',
      OTHER_TOKEN: 'other-token',
      npm_config_registry: `${url}/registry/npm/`,
      ...env,
    },
    ...more,
  });
}

const effects = (kind: string) => github.effects.filter((effect) => effect.kind === kind);
const published = () => effects('publish').filter(({ runId }) => runId !== undefined);

describe('a train', () => {
  test('releases everything in order, reports, tags the ecosystem, and does nothing the second time', async () => {
    await start();
    const first = await run('train', { inputs: { 'ecosystem-tag': 'eco-1' } });
    expect(first.stdout).not.toContain('::error');
    expect(first.exitCode).toBe(0);
    expect(published().map(({ package: name, version }) => `${name}@${version}`)).toEqual([
      'npm:@acme/core@1.0.1',
      expect.stringMatching(/api|web/),
      expect.stringMatching(/api|web/),
      'npm:@other/app@1.0.1',
    ]);
    expect(first.outputs).toMatchObject({
      'train-id': 'run-77',
      status: 'succeeded',
      failed: '[]',
      versions: '{"core":"1.0.1","api":"1.0.1","web":"1.0.1","app":"1.0.1"}',
      report: '.release-actions/run-77/report.json',
    });
    expect(JSON.parse(first.outputs.released ?? '').sort()).toEqual(['api', 'app', 'core', 'web']);
    const report = JSON.parse(await readFile(join(workspace, first.outputs.report ?? ''), 'utf8'));
    expect(report).toMatchObject({
      status: 'succeeded',
      components: expect.arrayContaining([expect.objectContaining({ id: 'app', version: '1.0.1' })]),
    });
    expect(first.summary).toContain('```mermaid');
    expect(effects('release')).toHaveLength(1);
    const writes = github.requests.filter(({ method }) => method !== 'GET').length;

    const second = await run('train');
    expect(second.exitCode).toBe(0);
    expect(second.outputs.status).toBe('succeeded');
    expect(github.requests.filter(({ method }) => method !== 'GET')).toHaveLength(writes);
    expect(github.violations).toEqual([]);
  }, 60_000);

  test('tells what failed and what is blocked; the same run again goes on where it stopped', async () => {
    await start({ fail: ['api'] });
    const failed = await run('train');
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs).toMatchObject({ status: 'failed', failed: '["api"]' });
    expect(failed.stdout).toMatch(/^::error::Train run-77 failed\. api did not succeed/m);
    expect(failed.summary).toContain('It needs api, which failed');
    expect(failed.summary).toContain('train-id: run-77');
    expect(
      published()
        .map(({ package: name }) => name)
        .sort(),
    ).toEqual(['npm:@acme/core', 'npm:@other/web']);

    github.rerun('acme/api', effects('run-created').find(({ repository }) => repository === 'acme/api')?.runId ?? 0);
    const resumed = await run('train');
    expect(resumed.exitCode).toBe(0);
    expect(published().map(({ package: name }) => name)).toHaveLength(4);
    expect(
      effects('dispatch')
        .map(({ repository }) => repository)
        .sort(),
    ).toEqual(['acme/api', 'acme/core', 'other/app', 'other/web']);
  }, 60_000);

  test('cancelled: the child is cancelled, the state saved, all within 5 s; resumed it ends', async () => {
    await start({ runMs: ({ id }) => (id === 'core' ? 5_000 : 200) });
    let at = 0;
    const ended = run('train', { signalAfter: 'core 1.0.1 running' }).finally(() => {
      at = Date.now();
    });
    const cancelled = await ended;
    const cancel = effects('cancel')[0]?.at ?? Number.NaN;
    expect(at - cancel).toBeLessThan(5_000);
    expect(cancelled.outputs.status).toBe('cancelled');
    expect(cancelled.exitCode).not.toBe(0);
    expect(published()).toEqual([]);
    const resumed = await run('train');
    expect(resumed.outputs.status).toBe('succeeded');
    expect(published()).toHaveLength(4);
  }, 60_000);

  test('a dry run shows the plan and writes nothing', async () => {
    await start();
    const { exitCode, stdout, summary } = await run('train', { inputs: { 'dry-run': 'true' } });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Dry run: 4 components in 3 waves/);
    expect(summary).toContain('`1.0.1`');
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  }, 30_000);

  test('every fault is told before the first request: manifest and tokens', async () => {
    await start();
    const broken = MANIFEST.replace('needs: [core]', 'needs: [cor]').replace('{nonce}', '{nonse}');
    await writeFile(join(workspace, '.github/release-train.yml'), broken);
    const { exitCode, stdout } = await run('train');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error file=\.github\/release-train\.yml,line=4,col=\d+::.*nonse/m);
    expect(stdout).toMatch(/^::error file=\.github\/release-train\.yml,line=8,col=\d+::.*"cor"/m);
    await writeFile(join(workspace, '.github/release-train.yml'), MANIFEST);
    const tokenless = await run('train', { env: { ACME_TOKEN: '', OTHER_TOKEN: '' } });
    expect(tokenless.stdout.match(/^::error file=\.github\/release-train\.yml,line=5/gm)).toHaveLength(2);
    expect(github.requests).toEqual([]);
  });

  test('a second train over the same repositories is refused with the name of the first', async () => {
    await start({ runMs: 600_000 });
    await run('train', { inputs: { mode: 'advance' } });
    const second = await run('train', { env: { GITHUB_RUN_ID: '78' } });
    expect(second.exitCode).toBe(1);
    expect(second.stdout).toMatch(
      /Train run-77 \(small, running since .*\) is not over and works on .*train-id: run-77/,
    );
    expect(effects('dispatch')).toHaveLength(1);
  }, 30_000);

  test('advance: nobody waits, sweeps bring it to its end, and a sweep with nothing open costs one request', async () => {
    await start();
    const advance = (trainId: string) =>
      run('train', { inputs: { mode: 'advance', 'train-id': trainId, resume: 'false' } });
    let last = await run('train', { inputs: { mode: 'advance' } });
    expect(last.exitCode).toBe(0);
    expect(last.outputs.status).toBe('running');
    for (let sweep = 0; sweep < 20 && last.outputs.status === 'running'; sweep += 1) last = await advance('*');
    expect(last.outputs.status).toBe('succeeded');
    expect(published()).toHaveLength(4);
    expect(effects('dispatch')).toHaveLength(4);
    const before = github.requests.length;
    expect((await advance('*')).stdout).toContain('No train is open.');
    expect(github.requests.length - before).toBe(1);
  }, 90_000);
});

describe('plan-release', () => {
  const comment = async () => {
    const event = join(workspace, 'event.json');
    const number = github.openPull('acme/hub', { title: 'Change', head: 'change' });
    await writeFile(event, JSON.stringify({ pull_request: { number } }));
    return { inputs: { comment: 'true' }, env: { GITHUB_EVENT_PATH: event } };
  };

  test('says what would be released, with one comment that is updated and not repeated', async () => {
    await start();
    github.commit('acme/hub', 'change', { 'x.txt': 'x' });
    const step = await comment();
    const plan = await run('plan-release', step);
    expect(plan.exitCode).toBe(0);
    expect(plan.outputs).toMatchObject({
      'has-releases': 'true',
      count: '4',
      waves: '[["core"],["api","web"],["app"]]',
    });
    expect(JSON.parse(plan.outputs.versions ?? '')).toEqual({
      core: '1.0.1',
      api: '1.0.1',
      web: '1.0.1',
      app: '1.0.1',
    });
    expect(JSON.parse(plan.outputs.matrix ?? '')[1].include).toHaveLength(2);
    const again = await run('plan-release', step);
    expect(again.outputs['plan-hash']).toBe(plan.outputs['plan-hash']);
    expect(again.stdout).toContain('Comment unchanged');
    const larger = await run('plan-release', { ...step, inputs: { ...step.inputs, 'release-type': 'minor' } });
    expect(larger.stdout).toContain('Comment updated');
    expect(larger.outputs['plan-hash']).not.toBe(plan.outputs['plan-hash']);
    expect(effects('comment')).toHaveLength(1);
  }, 60_000);

  test('of some components only, with their dependents on request', async () => {
    await start();
    const some = await run('plan-release', { inputs: { packages: 'api' } });
    expect(some.outputs.waves).toBe('[["api"]]');
    const closed = await run('plan-release', { inputs: { packages: 'api', 'include-dependents': 'true' } });
    expect(closed.outputs.waves).toBe('[["api"],["app"]]');
  }, 30_000);
});
