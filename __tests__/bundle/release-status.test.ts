import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { SimulatedServiceRegistry, serveRegistry } from '../../simulator/service-registry.ts';
import { printPointer } from '../../src/operations/artifacts/pointer.ts';
import type { Status } from '../../src/operations/status/status.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
const HOME = 'acme/releases';
const inputs = { version: '', nonce: '' };
const COMPONENTS = Array.from({ length: 16 }, (_, index) => ({
  id: `part-${index}`,
  repository: `${index % 2 === 0 ? 'acme' : 'partner'}/part-${index}`,
  needs: index === 0 ? [] : [`part-${Math.floor((index - 1) / 2)}`],
  inputs,
}));
const lineOf = ({ id, repository, needs }: (typeof COMPONENTS)[number]) =>
  `  ${id}: { repository: ${repository}, needs: [${needs.join(', ')}] }`;
const HEAD = 'name: shop\ndefaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }\n';
const manifestOf = (...lines: readonly string[]) => `${HEAD}components:\n${lines.join('\n')}\n`;
const SIXTEEN = manifestOf(...COMPONENTS.map(lineOf));

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let workspace: string;

beforeEach(async () => {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  addEcosystem(github, COMPONENTS, { queuedMs: 10, runMs: 10, registryLagMs: 10 });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('secret', { owners: ['acme', 'partner'] });
  served = await github.serve();
  workspace = await folder();
  await writeFile(join(workspace, 'train.yml'), SIXTEEN);
});
afterEach(() => served.close());

const env = (): Record<string, string> => ({
  GITHUB_API_URL: served.url,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: HOME,
  GITHUB_RUN_ID: '99',
  GITHUB_ACTOR: 'alice',
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  RUNNER_TEMP: join(workspace, 'temp'),
});

async function look(given: Readonly<Record<string, string>> = {}) {
  const run = await runBundle('release-status', {
    cwd: workspace,
    inputs: { token: 'secret', manifest: 'train.yml', issue: 'false', ...given },
    env: env(),
  });
  const { report } = run.outputs;
  const text = report === undefined ? 'null' : await readFile(join(workspace, report), 'utf8');
  return { ...run, status: JSON.parse(text) as Status };
}

/** A train that really runs, kept in files. */
const ride = (given: Readonly<Record<string, string>> = {}) =>
  runBundle('train', {
    cwd: workspace,
    inputs: { token: 'secret', manifest: 'train.yml', 'release-type': 'minor', state: 'file:.trains', ...given },
    env: env(),
  });

const stateOf = (status: Status, id: string) => status.components.find((row) => row.id === id);
const writes = () => github.effects.filter(({ kind }) => kind === 'issue' || kind === 'commit');

describe('everything at once', () => {
  slow('artifacts of good versions that end soon are told, by page and board, too', async () => {
    const DAY_MS = 24 * 3_600_000;
    const good = (version: string, days: number) => ({
      ...{ version, trainId: 'run-1', at: Date.now() - DAY_MS },
      outputs: {
        config: printPointer({
          place: { store: 'github', host: 'github.com', repository: 'acme/part-0', artifact: 7 },
          ...{ name: 'config', kind: 'deploy-config', form: { zip: true }, sha256: 'a'.repeat(64), bytes: 9 },
          expiresAt: Math.floor(Date.now() / 1000) * 1000 + days * DAY_MS,
        }),
      },
    });
    const keep = (now: number, before: number) =>
      github.commit(HOME, 'release-actions/state', {
        'last-good.json': JSON.stringify({
          production: { 'part-0': { ...good('1.1.0', now), before: [good('1.0.0', before)] } },
        }),
      });
    // What ended before the one that runs is no news every day.
    keep(6, -3);
    const { status, summary, stdout } = await look({ page: 'site' });
    const text = expect.stringMatching(/^config, which part-0 1\.1\.0 in production handed on, ends on 20/);
    expect(status.warnings).toEqual([text]);
    expect(stdout).toContain('::warning::config, which part-0 1.1.0');
    expect(summary).toContain('### Ends soon');
    expect(await readFile(join(workspace, 'site/index.html'), 'utf8')).toContain('config, which part-0 1.1.0');
    await look({ page: 'site', 'page-names': 'ids' });
    expect(await readFile(join(workspace, 'site/index.html'), 'utf8')).not.toContain('config, which');
    keep(60, 30);
    const fine = await look();
    expect(fine.status.warnings).toEqual([]);
    expect(fine.summary).not.toContain('Ends soon');
  });

  test('sixteen components in at most 64 requests', async () => {
    github.commit('acme/part-2', 'main', { 'a.js': '1' });
    github.commit('acme/part-2', 'main', { 'b.js': '1' });
    const { status, exitCode, outputs, summary, stdout } = await look();
    expect({ exitCode, ok: outputs.ok }).toEqual({ exitCode: 0, ok: 'true' });
    expect(stdout).not.toMatch(/::(warning|error)/);
    expect(github.violations).toEqual([]);
    expect(github.requests.length).toBeLessThanOrEqual(64);
    expect(stateOf(status, 'part-2')).toMatchObject({ state: 'unreleased', unreleased: 2, tag: 'v1.0.0' });
    expect(stateOf(status, 'part-0')).toMatchObject({ state: 'current', unreleased: 0, branch: '1.0.0' });
    expect(summary).toContain('16 components: 1 unreleased, 15 current');
    expect(summary).toContain('[2\u00a0commits](http://');
    // No train has run: that is no trouble, and no figure.
    expect(status.unknown).toEqual([]);
    expect(status.metrics.find(({ name }) => name === 'success-rate')).toEqual({
      name: 'success-rate',
      unit: 'share',
      of: 0,
      why: 'No train has ended.',
    });
  });

  slow("three hundred components four times an hour are within one token's hour", async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      id: `big-${index}`,
      repository: `acme/big-${index}`,
      needs: index < 10 ? [] : [`big-${index % 10}`],
      inputs,
    }));
    addEcosystem(github, many);
    // The worst: every one of them has something that is not released, so that each is compared.
    for (const { repository } of many) github.commit(repository, 'main', { 'a.js': '1' });
    await writeFile(join(workspace, 'train.yml'), manifestOf(...many.map(lineOf)));
    const { status, exitCode } = await look({ page: '_site' });
    expect({ exitCode, rows: status.components.length }).toEqual({ exitCode: 0, rows: 300 });
    expect(status.components.filter(({ state }) => state !== 'unreleased')).toEqual([]);
    expect(github.requests.length * 4).toBeLessThanOrEqual(5_000);
  });

  slow('a second look with nothing changed: at most 20 requests are charged, and nothing is written', async () => {
    const given = { cache: '.release-status/answers.gz', issue: 'true' };
    github.commit('acme/part-2', 'main', { 'a.js': '1' });
    const first = await look(given);
    const [asked, written] = [github.requests.length, writes().length];
    const second = await look(given);
    const charged = github.requests.slice(asked).filter((one) => one.charged);
    expect(charged.length).toBeLessThanOrEqual(20);
    expect(charged.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')).toEqual([]);
    expect(writes()).toHaveLength(written);
    expect(second.status.components).toEqual(first.status.components);
    // What has changed since is seen.
    github.commit('acme/part-2', 'main', { 'b.js': '1' });
    const third = await look(given);
    expect(stateOf(third.status, 'part-2')).toMatchObject({ unreleased: 2 });
    // A file that is broken, or of somebody else's token, is no trouble.
    await writeFile(join(workspace, given.cache), 'broken');
    const { exitCode, status } = await look(given);
    expect({ exitCode, components: status.components }).toEqual({ exitCode: 0, components: third.status.components });
    expect(github.violations).toEqual([]);
  });

  test('what nobody can see is unknown and says why; the rest is right', async () => {
    github.addRepository({ owner: 'acme', name: 'bare', tags: ['v1.0.0'] });
    github.addRepository({ owner: 'acme', name: 'old', tags: ['v1.0.0'], archived: true });
    const lines = [
      'gone: { repository: acme/gone }',
      'bare: { repository: acme/bare }',
      'old: { repository: acme/old }',
    ];
    const [first = COMPONENTS[0]] = COMPONENTS;
    await writeFile(
      join(workspace, 'train.yml'),
      manifestOf(...(first ? [lineOf(first)] : []), ...lines.map((line) => `  ${line}`)),
    );
    const { status, stdout, exitCode } = await look();
    expect(exitCode).toBe(0);
    const states = Object.fromEntries(
      status.components.map(({ id, state, why }) => [id, `${state}: ${why.join(' ')}`]),
    );
    expect(states).toEqual({
      'part-0': 'current: ',
      gone: expect.stringMatching(/^unknown: .*acme\/gone/),
      bare: expect.stringMatching(/^unknown: .*There is no workflow release\.yml/),
      old: expect.stringMatching(/^unknown: The repository is archived\./),
    });
    expect(stdout).toContain(
      '::warning::release-status: gone could not be looked at; its row says unknown, the others are right.',
    );
  });

  test('faults of several manifests and inputs are told together, before the first request', async () => {
    await writeFile(join(workspace, 'other.yml'), 'name: other\ncomponents: { a: { repository: nonsense } }\n');
    const { exitCode, stdout } = await look({ manifest: 'train.yml\nother.yml\nmissing.yml' });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/::error file=other\.yml.*nonsense/);
    expect(stdout).toContain('missing.yml');
    const wrong = await look({ 'train-id': 'x', environment: 'y', targets: 'succes-rate: 1' });
    expect(wrong.stdout).toContain('did you mean');
    expect(github.requests).toEqual([]);
  });
});

describe('the page', () => {
  slow('it is written below the workspace, and nowhere else', async () => {
    const { outputs, exitCode, status } = await look({ page: '_site' });
    expect({ exitCode, page: outputs.page }).toEqual({ exitCode: 0, page: '_site' });
    const read = (name: string) => readFile(join(workspace, '_site', name), 'utf8');
    expect(JSON.parse(await read('status.json'))).toEqual(status);
    expect(JSON.parse(await read('badge.json'))).toMatchObject({ message: 'current' });
    expect(await read('index.html')).toContain('All is well');
    for (const page of ['..', '.', '/tmp/elsewhere', '_site/../..']) {
      const refused = await look({ page });
      expect(refused.stdout).toContain(`Input page: ${page} is not a folder below the workspace.`);
    }
    const both = await look({ page: '_site', 'train-id': 'x' });
    expect(both.stdout).toContain('Input page: a page is of everything');
  });
});

describe('the board', () => {
  const boards = () => github.repository(HOME).issues.filter(({ labels }) => labels.includes('release-status'));

  slow('one issue, written when something changed and never else', async () => {
    const opened = await look({ issue: 'true' });
    expect(opened.exitCode).toBe(0);
    expect(opened.outputs['issue-number']).toBe(String(boards()[0]?.number));
    const before = writes().length;
    const again = await look({ issue: 'true' });
    expect(again.stdout).toContain('unchanged');
    expect(writes()).toHaveLength(before);
    github.commit('acme/part-4', 'main', { 'a.js': '1' });
    const changed = await look({ issue: 'true' });
    expect(changed.stdout).toContain('updated');
    expect(boards()).toHaveLength(1);
    expect(boards()[0]?.body).toContain('📦\u00a0unreleased');
  });

  slow('what somebody wrote over it is put right by the next look', async () => {
    await look({ issue: 'true' });
    const [board] = boards();
    const { number = 0 } = board ?? {};
    const body = board?.body ?? '';
    const edit = async (text: string) => {
      const headers = { authorization: 'Bearer secret', 'content-type': 'application/json' };
      const url = `${served.url}/repos/${HOME}/issues/${number}`;
      await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ body: text }) });
    };
    // As a browser leaves it that somebody opened the editor in and saved.
    await edit(`${body.replaceAll('\n', '\r\n')}\r\n`);
    expect((await look({ issue: 'true' })).stdout).toContain(`Board #${number}: unchanged.`);
    await edit(body.replace('part-4', 'part-5'));
    expect((await look({ issue: 'true' })).stdout).toContain(`Board #${number}: updated.`);
    expect(boards()[0]?.body).toContain('part-4');
  });

  test('a token that may write no issues: the look is told all the same', async () => {
    github.addToken('reader', {
      owners: ['acme', 'partner'],
      permissions: { contents: 'read', actions: 'read', metadata: 'read' },
    });
    const { exitCode, stdout, outputs } = await look({ issue: 'true', token: 'reader' });
    expect(exitCode).toBe(1);
    expect(outputs.ok).toBe('true');
    expect(stdout).toMatch(/::error::The board could not be kept: .*issues/);
  });
});

describe('services', () => {
  test('what reconcile-services saw is on the page, with a map of the routes; no manifest need be there', async () => {
    const simulated = new SimulatedServiceRegistry({ token: 'registry-token' });
    const registry = await serveRegistry(simulated);
    try {
      for (const name of ['auth', 'users']) {
        simulated.store(name, {
          name,
          version: '1.0.0',
          endpoints: { health: 'http://127.0.0.1:9/health' },
          capabilities: [],
        });
        simulated.addRoute('/accounts/*', name);
        simulated.addRoute(`/${name}/*`, name);
      }
      await rm(join(workspace, 'train.yml'));
      const reconciled = await runBundle('reconcile-services', {
        cwd: workspace,
        env: env(),
        inputs: {
          ...{ 'registry-url': registry.url, 'registry-token': 'registry-token', 'allow-private-network': 'true' },
          ...{ 'routes-url': `${registry.url}/api/routes`, issue: 'false', timeout: '20s' },
        },
      });
      const { report = '' } = reconciled.outputs;
      const { status, exitCode } = await look({ manifest: '', reconciliation: report, page: '_site' });
      expect(exitCode).toBe(0);
      expect(status.name).toBe(HOME);
      expect(status.services).toMatchObject({
        services: [
          { name: 'auth', registered: true, version: '1.0.0', direct: expect.stringMatching(/unhealthy|inconclusive/) },
          { name: 'users', registered: true },
        ],
        conflicts: [{ path: '/accounts/*', services: ['auth', 'users'] }],
      });
      expect(status.services?.routes).toHaveLength(4);
      const page = await readFile(join(workspace, '_site/index.html'), 'utf8');
      expect(page).toContain('Route map');
      expect(page).toContain('is claimed by auth and users');
      const nothing = await look({ manifest: '', reconciliation: '_site/index.html' });
      expect(nothing.stdout).toContain(
        'Input reconciliation: _site/index.html cannot be read as the report of reconcile-services',
      );
    } finally {
      await registry.close();
      simulated.close();
    }
  });
});

describe('one train', () => {
  beforeEach(async () => {
    const lines = COMPONENTS.slice(0, 3).map(lineOf);
    await writeFile(join(workspace, 'train.yml'), manifestOf(...lines));
  });

  slow('its status, plan and actor; one that does not exist is a fault with the nearest ids', async () => {
    const train = await ride({ 'train-id': 'monday' });
    expect(train.exitCode).toBe(0);
    const { outputs, exitCode } = await look({ state: 'file:.trains', 'train-id': 'monday' });
    expect({ exitCode, status: outputs.status, actor: outputs.actor, ok: outputs.ok }).toEqual({
      exitCode: 0,
      status: 'succeeded',
      actor: 'alice',
      ok: 'true',
    });
    expect(JSON.parse(outputs.plan ?? '')).toMatchObject({ name: 'shop' });
    const missing = await look({ state: 'file:.trains', 'train-id': 'munday' });
    expect(missing.exitCode).toBe(1);
    expect(missing.stdout).toContain('There is no train "munday" on state folder');
    expect(missing.stdout).toContain('Nearest: monday.');
  });

  slow('its figures are in the next look', async () => {
    await ride({ 'train-id': 'monday' });
    const { status } = await look({ state: 'file:.trains', targets: 'success-rate: 0.95\nduration: 1s' });
    expect(status.trains).toMatchObject({
      count: 1,
      open: [],
      ended: [{ id: 'monday', status: 'succeeded', released: 3 }],
    });
    const figure = (name: string) => status.metrics.find((one) => one.name === name);
    expect(figure('success-rate')).toMatchObject({ value: 1, of: 1, part: 1 });
    expect(figure('coordination-latency')).toMatchObject({ of: 3 });
    // How long three components take says more of the machine than of the train.
    const took = figure('duration')?.value ?? Number.NaN;
    expect(took).toBeGreaterThan(0);
    expect(status.targets.map(({ name, met }) => [name, met])).toEqual([
      ['success-rate', true],
      ['duration', took <= 1_000],
    ]);
    expect(status.environments).toMatchObject([
      { id: 'release', components: { 'part-0': { version: '1.1.0', trainId: 'monday' } } },
    ]);
  });
});

describe('one environment', () => {
  let service: Server;
  let version = '1.1.0';
  beforeEach(async () => {
    service = createServer((_, response) => response.end(JSON.stringify({ status: 'ok', version })));
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    const text = `${HEAD}components:
  part-0: { repository: acme/part-0, health: [{ url: "{environment.api}/health", version: "{version}", consecutive-successes: 1 }] }
  part-1: { repository: partner/part-1 }
environments: { production: { api: "${url}" } }
`;
    await writeFile(join(workspace, 'train.yml'), text);
  });
  afterEach(() => {
    service.close();
    service.closeAllConnections();
  });

  slow('who has which version, and whether it answers now', async () => {
    const train = await ride({
      environment: 'production',
      versions: 'part-0: 1.1.0\npart-1: 1.1.0',
      'release-type': '',
      'allow-private-network': 'true',
    });
    expect(train.stdout).not.toContain('::error');
    const asked = { state: 'file:.trains', environment: 'production' };
    const { outputs, exitCode } = await look(asked);
    expect({ exitCode, deployed: outputs.deployed }).toEqual({
      exitCode: 0,
      deployed: '{"part-0":"1.1.0","part-1":"1.1.0"}',
    });
    const checked = { ...asked, 'check-health': 'true', 'allow-private-network': 'true' };
    const healthy = await look(checked);
    expect(healthy.outputs.ok).toBe('true');
    expect(healthy.summary).toContain('healthy');
    version = '1.0.0';
    const wrong = await look(checked);
    expect(wrong.outputs.ok).toBe('false');
    expect(wrong.stdout).toMatch(/part-0 1\.1\.0: (unhealthy|inconclusive)/);
    const unknown = await look({ ...asked, environment: 'prod' });
    expect(unknown.stdout).toContain('There is no environment "prod". Known: production.');
  });
});
