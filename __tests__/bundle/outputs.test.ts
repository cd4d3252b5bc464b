import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type FaultSchedule, faultOnce } from '../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { RunScript } from '../../simulator/types.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();

const MANIFEST = `name: product
defaults: { workflow: deploy.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  backend:
    repository: acme/backend
    outputs: release-actions-outputs
    rollback:
      workflow: rollback.yml
      inputs: { version: "{previous-version}", image: "{previous-outputs.image}", nonce: "{nonce}" }
  web:
    repository: acme/web
    needs: [backend]
    inputs: { image: "{outputs.backend.image}" }
environments: { production: { rollback: true }, staging: {} }
`;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let workspace: string;
/** What the backend leaves in its artifact, by version; undefined: no artifact. */
let leaves: (version: string) => string | Uint8Array | undefined;
let webFails: boolean;
let troubles: FaultSchedule[];

const digestOf = (version: string) => `sha256:${version.replaceAll('.', '')}`;

beforeEach(async () => {
  leaves = (version) => JSON.stringify({ image: digestOf(version), url: 'https://api.test' });
  webFails = false;
  troubles = [];
  github = createGitHub({
    clock: realClock,
    rateLimits: 'off',
    faults: (call) => troubles.map((one) => one(call)).find(Boolean),
  });
  const inputs = { version: {}, nonce: {}, image: {} };
  const common = { on: ['workflow_dispatch' as const], inputs, runName: 'Deploy [${{ inputs.nonce }}]' };
  const ran = (more: Partial<RunScript> = {}): RunScript => ({ queuedMs: 10, ms: 50, conclusion: 'success', ...more });
  const backend = (version = ''): RunScript => {
    const text = leaves(version);
    return ran(text === undefined ? {} : { artifacts: { 'release-actions-outputs': { 'outputs.json': text } } });
  };
  github.addRepository({
    owner: 'acme',
    name: 'backend',
    workflows: [
      { ...common, file: 'deploy.yml', behaviour: ({ inputs: given }) => backend(given.version) },
      { ...common, file: 'rollback.yml', behaviour: () => ran() },
    ],
  });
  const web = () => ran(webFails ? { conclusion: 'failure' } : {});
  github.addRepository({ owner: 'acme', name: 'web', workflows: [{ ...common, file: 'deploy.yml', behaviour: web }] });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
  github.addToken('acme-secret', { owners: ['acme'] });
  served = await github.serve();
  workspace = await folder({ 'product.yml': MANIFEST });
});
afterEach(() => served.close());

let runs = 0;

function deploy(version: string, more: Readonly<Record<string, string>> = {}): Promise<BundleRun> {
  runs += 1;
  const versions = JSON.stringify({ backend: version, web: version });
  return runBundle('train', {
    cwd: workspace,
    inputs: {
      token: 'acme-secret',
      manifest: 'product.yml',
      state: 'file:.trains',
      environment: 'production',
      versions,
      ...more,
    },
    env: { GITHUB_API_URL: served.url, GITHUB_REPOSITORY: 'acme/releases', GITHUB_RUN_ID: String(runs) },
  });
}

/** What was dispatched since the world began: `web deploy.yml 1.0.0 sha256:100`. */
function dispatched(): string[] {
  return github.requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/dispatches'))
    .map(({ path, body }) => {
      const [, , , name, , , file] = path.split('/');
      const { inputs } = JSON.parse(body) as { inputs: Record<string, string> };
      return [name, file, inputs.version, inputs.image ?? ''].join(' ').trimEnd();
    });
}

describe('what a component hands on', () => {
  slow('starts those that need it, is kept with the version, shown, and given back to a rollback', async () => {
    const first = await deploy('1.0.0');
    expect(first.exitCode).toBe(0);
    expect(dispatched()).toEqual(['backend deploy.yml 1.0.0', 'web deploy.yml 1.0.0 sha256:100']);
    expect(first.summary).toContain('| `backend` | `image` | `sha256:100` |');
    webFails = true;
    const second = await deploy('2.0.0');
    expect(second.exitCode).toBe(1);
    expect(second.outputs.status).toBe('rolled-back');
    expect(dispatched().slice(2)).toEqual([
      'backend deploy.yml 2.0.0',
      'web deploy.yml 2.0.0 sha256:200',
      'backend rollback.yml 1.0.0 sha256:100',
    ]);
    webFails = false;
    expect((await deploy('2.1.0')).exitCode).toBe(0);
    expect(dispatched().at(-1)).toBe('web deploy.yml 2.1.0 sha256:210');
  });

  slow(
    'is what it last handed on where it is not part of the train, and a fault where nothing is known of it',
    async () => {
      const nothing = await deploy('1.0.0', { packages: 'web', versions: 'web: 1.0.0' });
      expect(nothing.exitCode).toBe(1);
      expect(nothing.stdout).toContain(
        'Component web asks for {outputs.backend.image}, but backend is not part of this train, and no train has kept any of it. Add backend to packages.',
      );
      expect(dispatched()).toEqual([]);
      await deploy('1.0.0');
      const alone = await deploy('1.1.0', { packages: 'web', versions: 'web: 1.1.0' });
      expect(alone.exitCode).toBe(0);
      expect(dispatched().at(-1)).toBe('web deploy.yml 1.1.0 sha256:100');
      const elsewhere = await deploy('1.1.0', { packages: 'web', versions: 'web: 1.1.0', environment: 'staging' });
      expect(elsewhere.stdout).toContain('no train has kept any of it');
    },
  );

  slow('a first deployment has nothing to go back to, and the plan says so', async () => {
    leaves = () => JSON.stringify({ url: 'x' });
    const plan = await deploy('1.0.0', { 'dry-run': 'true' });
    expect(plan.summary).toContain('no previous version is known, so it cannot be rolled back');
    await writeFile(
      join(workspace, 'product.yml'),
      MANIFEST.replace('inputs: { image: "{outputs.backend.image}" }', ''),
    );
    await deploy('1.0.0');
    const next = await deploy('2.0.0', { 'dry-run': 'true' });
    expect(next.summary).toContain(
      'its rollback asks for the output image of its previous version 1.0.0, of which these are known: url, so it cannot be rolled back',
    );
  });
});

describe('what cannot be handed on fails the component, and starts nothing that needs it', () => {
  slow.each([
    ['no artifact', undefined, /artifact "release-actions-outputs": the run left none of that name\./],
    ['a missing key', '{"imago": "x"}', /they lack "image", which web asks for\. There are: imago\./],
    ['this job’s token', '{"image": "with acme-secret inside"}', /image holds a secret/],
    ['far too much', JSON.stringify({ image: 'x'.repeat(5_000_000) }), /cannot be read from its artifact/],
  ])('%s', async (_, text, reason) => {
    leaves = () => text;
    const run = await deploy('1.0.0', { environment: 'staging' });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(reason);
    expect(dispatched()).toEqual(['backend deploy.yml 1.0.0']);
    expect(run.stdout.replaceAll(/::add-mask::.*/g, '')).not.toContain('acme-secret');
    const home = join(workspace, '.trains', run.outputs['train-id'] ?? '');
    const files = await Promise.all((await readdir(home)).map((name) => readFile(join(home, name), 'utf8')));
    expect(files.join()).toContain('"backend"');
    expect(files.join()).not.toContain('acme-secret');
  });

  slow('and is run again when the train is resumed, with its workflow put right', async () => {
    leaves = () => '{}';
    const failed = await deploy('1.0.0', { environment: 'staging' });
    expect(failed.exitCode).toBe(1);
    leaves = () => '{"image": "sha256:put-right"}';
    const resumed = await deploy('1.0.0', { environment: 'staging', 'train-id': failed.outputs['train-id'] ?? '' });
    expect(resumed.exitCode).toBe(0);
    expect(dispatched().slice(1)).toEqual(['backend deploy.yml 1.0.0', 'web deploy.yml 1.0.0 sha256:put-right']);
  });

  slow('and is only read again where GitHub had refused to show it: what its run did is not done twice', async () => {
    let isRefused = true;
    troubles.push(({ operation }) =>
      isRefused && operation === 'actions/list-workflow-run-artifacts'
        ? { kind: 'status', status: 403, when: 'before' }
        : undefined,
    );
    const failed = await deploy('1.0.0', { environment: 'staging' });
    expect({ exitCode: failed.exitCode, dispatched: dispatched() }).toEqual({
      exitCode: 1,
      dispatched: ['backend deploy.yml 1.0.0'],
    });
    expect(failed.stdout).toMatch(/its outputs cannot be read from its artifact .* 403/);
    isRefused = false;
    const resumed = await deploy('1.0.0', { environment: 'staging', 'train-id': failed.outputs['train-id'] ?? '' });
    expect(resumed.exitCode).toBe(0);
    expect(dispatched().slice(1)).toEqual(['web deploy.yml 1.0.0 sha256:100']);
  });

  slow('what looks like a command, a placeholder or markup is a text like any other', async () => {
    const nasty = '::error::x\n{nonce} {version} ${{ github.token }} <img src=x> | `a` @octocat';
    leaves = () => JSON.stringify({ image: nasty });
    const run = await deploy('1.0.0', { environment: 'staging' });
    expect(run.exitCode).toBe(0);
    expect(dispatched().at(-1)).toBe(`web deploy.yml 1.0.0 ${nasty}`);
    expect(run.stdout).not.toMatch(/^::error::x/m);
    expect(run.summary).toContain(
      '`` ::error::x {nonce} {version} ${{ github.token }} <img src=x> \\| `a` @octocat ``',
    );
  });

  slow('trouble of GitHub’s that passes is no fault of the component', async () => {
    for (const operation of ['actions/list-workflow-run-artifacts', 'actions/download-artifact']) {
      const [bad, cut] = [
        faultOnce(operation, { kind: 'status', status: 502, when: 'before' }),
        faultOnce(operation, { kind: 'reset', when: 'after' }, 2),
      ];
      troubles.push((call) => bad(call) ?? cut(call));
    }
    const run = await deploy('1.0.0', { environment: 'staging' });
    expect(run.exitCode).toBe(0);
    expect(dispatched().at(-1)).toBe('web deploy.yml 1.0.0 sha256:100');
  });
});
