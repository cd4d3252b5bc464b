import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RunFacts, WorkflowDefinition } from '../../simulator/types.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();
let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
/** What runs in production, as its health check says, by component; a rollback brings the version it is given. */
let running: Record<string, string>;
let ill: string[];
let service: Server;
let workspace: string;

function workflow(file: string, component: string): WorkflowDefinition {
  const behaviour = ({ inputs }: RunFacts) => ({
    ...{ ms: 50, conclusion: 'success' as const },
    atEnd: () => {
      running[component] = inputs.version ?? '';
      return undefined;
    },
  });
  const inputs = { version: {}, nonce: {} };
  return { file, name: file, on: ['workflow_dispatch'], inputs, runName: `[\${{ inputs.nonce }}]`, behaviour };
}

beforeEach(async () => {
  running = {};
  ill = [];
  service = createServer(({ url = '' }, response) => {
    const component = url.slice(1);
    const version = running[component];
    response.writeHead(ill.includes(`${component} ${version}`) ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ version }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  workspace = await folder({
    'product.yml': `name: product
defaults: { workflow: release.yml, deployments: true, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  backend:
    repository: acme/backend
    health: [{ url: "{environment.url}/backend", version: "{version}" }]
    rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}", nonce: "{nonce}" } }
  web:
    repository: acme/web
    needs: [backend]
    health: [{ url: "{environment.url}/web", version: "{version}" }]
    rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}", nonce: "{nonce}" } }
environments:
  production: { url: "${origin}", web_url: "https://www.example.com", rollback: true, health_timeout: 3s }
`,
  });
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  for (const name of ['backend', 'web']) {
    const workflows = [workflow('release.yml', name), workflow('rollback.yml', name)];
    github.addRepository({ owner: 'acme', name, workflows, files: { 'a.txt': '' } });
  }
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
  github.addToken('secret', { owners: ['acme'] });
  served = await github.serve();
});
afterEach(async () => {
  await served.close();
  service.close();
  service.closeAllConnections();
});

let runs = 0;
const deploy = (version: string, token = 'secret'): Promise<BundleRun> => {
  runs += 1;
  return runBundle('train', {
    cwd: workspace,
    inputs: {
      ...{ token, manifest: 'product.yml', state: 'file:.trains', environment: 'production' },
      ...{ versions: JSON.stringify({ backend: version, web: version }), 'allow-private-network': 'true' },
    },
    env: {
      ...{ GITHUB_API_URL: served.url, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/releases' },
      GITHUB_RUN_ID: String(runs),
    },
  });
};
const records = (name: string) =>
  github.repository(`acme/${name}`).deployments.map(({ task, payload, isProduction, statuses }) => ({
    ...{ task, isProduction, version: (payload as { version?: string }).version },
    // A quick train has gone on before each of its steps is shown: only the last state is certain.
    state: statuses.at(-1)?.state,
  }));

describe("GitHub's deployment records", () => {
  slow('show each version on its way, and the one before as inactive', async () => {
    expect((await deploy('1.0.0')).exitCode).toBe(0);
    expect((await deploy('2.0.0')).exitCode).toBe(0);
    for (const name of ['backend', 'web']) {
      expect(records(name)).toEqual([
        { task: 'deploy', isProduction: true, version: '1.0.0', state: 'inactive' },
        { task: 'deploy', isProduction: true, version: '2.0.0', state: 'success' },
      ]);
    }
    const [web] = github.repository('acme/web').deployments;
    const said = web?.statuses.find(({ state }) => state === 'success');
    expect(said?.environmentUrl).toBe('https://www.example.com');
    expect(said?.logUrl).toMatch(/\/acme\/web\/actions\/runs\/\d+$/);
    expect(github.violations).toEqual([]);
  });

  slow('of a failure show what was rolled back, and the version before as a deployment of its own', async () => {
    await deploy('1.0.0');
    ill = ['web 2.0.0'];
    const failed = await deploy('2.0.0');
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs.status).toBe('rolled-back');
    expect(failed.summary).toContain('**`web`** runs `1.0.0` again: healthy.');
    expect(failed.stdout).toContain('web: it answered 503, expected 200-299. Open the address');
    expect(failed.stdout).toContain('Healthy again: backend 1.0.0, web 1.0.0.');
    expect(records('web').map(({ task, version, state }) => [task, version, state])).toEqual([
      ['deploy', '1.0.0', 'inactive'],
      ['deploy', '2.0.0', 'failure'],
      ['rollback', '1.0.0', 'success'],
    ]);
    expect(records('backend').map(({ state }) => state)).toEqual(['inactive', 'inactive', 'success']);
    const [first, , back] = github.repository('acme/web').deployments;
    expect(back?.sha).toBe(first?.sha);
  });

  slow('of a rollback that did not help say so, and so do the summary and the end', async () => {
    await deploy('1.0.0');
    ill = ['web 2.0.0', 'web 1.0.0'];
    const failed = await deploy('2.0.0');
    expect(failed.outputs.status).toBe('rollback-failed');
    expect(failed.summary).toMatch(/\*\*`web`\*\* runs `1\.0\.0` again: not healthy: .*503/);
    expect(records('web').at(-1)).toMatchObject({ task: 'rollback', state: 'failure' });
    expect(records('backend').at(-1)).toMatchObject({ task: 'rollback', state: 'success' });
  });

  slow('of a rollback on demand say so, and stand at the commit of what is there again', async () => {
    for (const version of ['1.0.0', '2.0.0', 'previous']) expect((await deploy(version)).exitCode).toBe(0);
    expect(records('web').map(({ task, version, state }) => [task, version, state])).toEqual([
      ['deploy', '1.0.0', 'inactive'],
      ['deploy', '2.0.0', 'inactive'],
      ['rollback', '1.0.0', 'success'],
    ]);
    const [first, , back] = github.repository('acme/web').deployments;
    expect(back?.sha).toBe(first?.sha);
  });

  slow('that somebody deletes meanwhile are one warning, and the deployment goes on', async () => {
    const { deployments } = github.repository('acme/backend');
    github.subscribe(({ kind, repository }) => {
      if (kind === 'deployment' && repository === 'acme/backend') deployments.splice(0);
    });
    const run = await deploy('1.0.0');
    expect(run.exitCode).toBe(0);
    const warnings = run.stdout.split('\n').filter((line) => line.startsWith('::warning::'));
    expect(warnings.filter((line) => line.includes('could not be recorded'))).toEqual([
      expect.stringMatching(/The deployment of backend to production could not be recorded in acme\/backend: .*404/),
    ]);
    expect(records('web').at(-1)).toMatchObject({ state: 'success' });
  });

  slow('that the token may not write are one warning, and the deployment goes on', async () => {
    const permissions = { contents: 'write', actions: 'write', metadata: 'read' } as const;
    github.addToken('less', { owners: ['acme'], permissions });
    const run = await deploy('1.0.0', 'less');
    expect(run.exitCode).toBe(0);
    const warnings = run.stdout.split('\n').filter((line) => line.startsWith('::warning::'));
    expect(warnings.filter((line) => line.includes('Deployments: write'))).toHaveLength(1);
    expect(records('backend')).toEqual([]);
  });
});
