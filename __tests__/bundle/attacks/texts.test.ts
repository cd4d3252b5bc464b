import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { SimulatedServiceRegistry, serveRegistry } from '../../../simulator/service-registry.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { GitHubServer } from '../../services/github-server.ts';
import { PEAK_KB } from '../../support/peak-memory.ts';
import { json, startServers } from '../../support/servers.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { type BundleOptions, type BundleRun, runBundle } from '../run-action.ts';
import { ofFailedChild } from './failed-child.ts';

/* Texts that cost a careless reader the square of their length, that hide a secret, or that are more than text where they end. */
const folder = temporaryFolders();
const MANY = 200_000;
const MOST_CPU_MS = 4_000;
const servers = startServers();
const TOKEN = 'ghp_"0123\\456789abcdef';

afterEach(() => servers.close());

/** The bundle, with the processor time and the memory that it took in the end. */
async function measured(
  name: string,
  options: BundleOptions,
): Promise<BundleRun & { cpuMs: number; megabytes: number }> {
  const meter = await folder({
    'meter.cjs': `process.on('exit', () => {
      const { userCPUTime, systemCPUTime } = process.resourceUsage();
      console.log('measured ' + Math.round((userCPUTime + systemCPUTime) / 1000) + ' ' + Math.round(${PEAK_KB} / 1024));
    });`,
  });
  const env = { ...options.env, NODE_OPTIONS: `--require=${meter}/meter.cjs` };
  const run = await runBundle(name, { ...options, env });
  const [, cpuMs, megabytes] = /^measured (\d+) (\d+)$/m.exec(run.stdout) ?? [];
  return { ...run, cpuMs: Number(cpuMs), megabytes: Number(megabytes) };
}

describe('a text costs time in proportion to its length', () => {
  slow.each([
    ['one line of 30 MB', 'x'.repeat(30_000_000)],
    ['half characters without end', `${'\uFFFD'.repeat(MANY)}x`],
    ['spaces without end', `${' '.repeat(MANY)}x`],
    ['new lines without end', `${'\n'.repeat(MANY)}x`],
  ])('the log of a failed child: %s', async (_, log) => {
    const run = await ofFailedChild([{ name: 'build', conclusion: 'failure', log, steps: [] }], measured);
    expect(run).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
    expect(run.stdout.length).toBeLessThan(500_000);
    expect(run.cpuMs).toBeLessThan(MOST_CPU_MS);
    expect(run.megabytes).toBeLessThan(400);
  });

  test('the workspaces of a package.json', async () => {
    const workspaces = ['packages/*', `${'/'.repeat(MANY)}x`];
    const cwd = await folder({
      'package.json': JSON.stringify({ name: 'root', private: true, workspaces }),
      'packages/app/package.json': '{ "name": "app", "version": "1.0.0" }',
      '.changeset/config.json': '{}',
      '.changeset/one.md': '---\n"app": minor\n---\n\nOne.\n',
    });
    const run = await measured('plan-release', { cwd, inputs: { source: 'changesets' } });
    expect(run.stdout).not.toContain('defect');
    expect(run.cpuMs).toBeLessThan(MOST_CPU_MS);
  });

  slow('the pattern of a pyproject.toml', async () => {
    const cwd = await folder({
      'package.json': '{ "name": "app", "version": "1.1.0" }',
      'pyproject.toml':
        '[project]\nname = "app"\ndynamic = ["version"]\n[tool.hatch.version]\npath = "v.py"\npattern = "(a+)+$"\n' +
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
      'v.py': `${'a'.repeat(40)}!\n`,
    });
    const run = await measured('sync-python-version', { cwd, inputs: { to: '.' } });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(
      /^::error.*pattern "\(a\+\)\+\$" did not end within 2000 ms on v\.py\. Use a simpler pattern/m,
    );
    expect(run.cpuMs).toBeLessThan(MOST_CPU_MS);
  });
});

describe('a fleet', () => {
  let github: GitHubServer;
  let simulated: SimulatedServiceRegistry;
  let registry: Awaited<ReturnType<typeof serveRegistry>>;
  const store = (name: string, health: string, version = '1.0.0') =>
    simulated.store(name, { name, version, endpoints: { health }, capabilities: [] });

  beforeEach(async () => {
    github = await GitHubServer.start();
    simulated = new SimulatedServiceRegistry({ token: 'registry-token-1234' });
    registry = await serveRegistry(simulated);
  });
  afterEach(async () => {
    await registry.close();
    simulated.close();
    await github.close();
  });

  const reconcile = () =>
    measured('reconcile-services', {
      inputs: {
        ...{ 'registry-url': registry.url, 'registry-token': 'registry-token-1234', token: 'github-token-5678' },
        'allow-private-network': 'true',
      },
      env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/hub', GITHUB_RUN_ID: '7' },
    });

  test('of digits without end, in a version and in an answer, is looked at in time', async () => {
    const url = await servers.http((_, response) =>
      json(response, { status: 'DOWN', version: '1'.repeat(MANY), message: '1'.repeat(MANY) }, 503),
    );
    store('digits', url, '1'.repeat(MANY));
    const run = await reconcile();
    expect(run).toMatchObject({ exitCode: 0, outputs: { healthy: 'false', unhealthy: '["digits"]' } });
    expect(run.cpuMs).toBeLessThan(MOST_CPU_MS);
  });

  slow('is not silenced by half a character in one name: who really fails has an issue', async () => {
    const well = await servers.http((_, response) => json(response, { status: 'UP', version: '1.0.0' }));
    const down = await servers.http((_, response) => json(response, { status: 'DOWN' }, 503));
    store('half-\ud83d', 'http://127.0.0.1:9/\udc00');
    store('checkout', down);
    store('billing', well);
    store('search', well);
    const run = await reconcile();
    expect(run.stdout).not.toMatch(/defect of release-actions|URI malformed/);
    expect(JSON.parse(run.outputs.unhealthy ?? '[]')).toContain('checkout');
    expect(github.issues.map(({ title }) => title)).toContainEqual(expect.stringContaining('checkout'));
  });

  test('with a name that is a link and an issue of others is told without either', async () => {
    store('x ftp://evil.test GH-1', 'http://127.0.0.1:9/');
    const run = await reconcile();
    const shown = [run.summary, ...github.issues.map(({ body }) => body)].join('\n');
    expect(shown).toContain('evil.test');
    // What stands in code is rendered as it is; outside of it nothing may be left that GitHub links.
    expect(shown.replace(/<!--.*?-->/gs, '').replace(/(`+)[^`].*?\1/gs, '')).not.toMatch(/ftp:\/\/|\bGH-1/);
  });
});

describe('a secret', () => {
  const FORMS = {
    'as JSON': JSON.stringify(TOKEN).slice(1, -1),
    'in an address': encodeURIComponent(TOKEN),
    'of basic credentials': Buffer.from(`x-access-token:${TOKEN}`).toString('base64'),
  };

  test.each(Object.entries(FORMS))('is shown nowhere %s', async (_, form) => {
    const url = await servers.http((_request, response) => json(response, { message: `not with <${form}>` }, 422));
    const inputs = { token: TOKEN, repository: 'acme/service', workflow: 'release.yml' };
    const run = await runBundle('dispatch-and-wait', { inputs, env: { GITHUB_API_URL: url } });
    expect(run.exitCode).toBe(1);
    const shown = [run.stdout.replace(/^::add-mask::.*$/gm, ''), run.summary, JSON.stringify(run.outputs)].join('\n');
    expect(shown).toMatch(/not with .*\*\*\*/);
    expect(shown).not.toContain(form);
  });

  test('of many lines is shown by none of them', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const line = privateKey.split('\n')[7] ?? '';
    const url = await servers.http((_, response) => json(response, { message: `not with <${line}>` }, 422));
    const inputs = { 'app-id': '1', 'private-key': privateKey, repository: 'acme/service', workflow: 'release.yml' };
    const run = await runBundle('dispatch-and-wait', { inputs, env: { GITHUB_API_URL: url } });
    expect(line.length).toBe(64);
    expect(run.exitCode).toBe(1);
    const shown = `${run.stdout.replace(/^::add-mask::.*$/gm, '')}${run.summary}`;
    expect(shown).toMatch(/not with .*\*\*\*/);
    expect(shown).not.toContain(line);
  });
});

test.each(['constructor', '__proto__', 'toString'])('the owner %s has no token', async (owner) => {
  const sent: (string | undefined)[] = [];
  const url = await servers.http((request, response) => {
    sent.push(request.headers.authorization);
    json(response, { message: 'Not Found' }, 404);
  });
  const inputs = { tokens: '{"acme":"ghp_0123456789"}', repository: `${owner}/service`, workflow: 'release.yml' };
  const run = await runBundle('dispatch-and-wait', { inputs, env: { GITHUB_API_URL: url } });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toMatch(/^::error/m);
  expect(sent.filter((one) => one !== undefined)).toEqual([]);
});

/** What plan-release shows of forty-eight components that need each other so. */
async function planOf(needs: (ids: readonly string[], index: number) => readonly string[]): Promise<BundleRun> {
  const ids = Array.from({ length: 48 }, (_, index) => `c${index}`);
  const inputs = { version: '', nonce: '' };
  const components = ids.map((id, index) => ({ id, repository: `acme/${id}`, needs: needs(ids, index), inputs }));
  const github = createGitHub({ clock: realClock, rateLimits: 'off' });
  addEcosystem(github, components);
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('owners-token', { owners: ['acme'] });
  const { url, close } = await github.serve();
  const manifest = {
    name: 'shop',
    defaults: { workflow: 'release.yml', inputs: { version: '{version}', nonce: '{nonce}' } },
    components: Object.fromEntries(components.map(({ id, repository, needs: of }) => [id, { repository, needs: of }])),
  };
  const run = await runBundle('plan-release', {
    cwd: await folder({ '.github/release-train.yml': JSON.stringify(manifest) }),
    inputs: { token: 'owners-token', 'release-type': 'minor' },
    env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'acme/releases', GITHUB_RUN_ID: '7' },
  });
  await close();
  expect(run).toMatchObject({ exitCode: 0, outputs: { count: '48' } });
  return run;
}

describe('a plan whose picture GitHub would not draw', () => {
  slow('each needs all before it: what follows from others is not drawn', async () => {
    const { summary } = await planOf((ids, index) => ids.slice(0, index));
    expect(summary.split(' --> ')).toHaveLength(48);
  });

  slow('576 arrows, of which none follows from others: a table that says why', async () => {
    const { summary } = await planOf((ids, index) => (index < 24 ? [] : ids.slice(0, 24)));
    expect(summary).not.toContain('```mermaid');
    expect(summary).toContain('| Wave | Count | Components |');
  });
});
