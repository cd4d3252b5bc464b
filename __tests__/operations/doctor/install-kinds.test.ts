import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import { isRecord } from '../../../src/platform/records.ts';
import { parseYaml } from '../../../src/platform/text/yaml.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';

const permissions = { contents: 'write', pull_requests: 'write', workflows: 'write', actions: 'read' } as const;
const HOME = 'ops/releases';
let github: SimulatedGitHub;
let close: () => Promise<void>;
let cwd: string;
let url: string;
afterEach(() => close());

/** Repositories by name, with files (path → text), and the files of the checkout. */
async function open(
  repositories: Readonly<Record<string, Readonly<Record<string, string>>>>,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  github.addRepository({ owner: 'ops', name: 'releases', files: { 'README.md': '#' } });
  for (const [name, own] of Object.entries(repositories)) {
    const workflows = Object.keys(own).flatMap((path) => /^\.github\/workflows\/(.+)$/.exec(path)?.[1] ?? []);
    github.addRepository({
      ...{ owner: 'acme', name, files: { 'README.md': '#', ...own } },
      workflows: workflows.map((file) => ({ file, on: ['push'] })),
    });
  }
  github.addToken('token-of-acme', { owners: ['acme'], permissions });
  github.addToken('token-of-ops', { owners: ['ops'], permissions });
  ({ url, close } = await github.serve());
  cwd = await mkdtemp(join(tmpdir(), 'release-actions-kinds-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
}

async function install(inputs: Readonly<Record<string, string>> = {}) {
  const run = await runBundle('doctor', {
    cwd,
    inputs: {
      operation: 'install',
      token: 'token-of-ops',
      tokens: 'acme: token-of-acme',
      'dry-run': 'false',
      ...inputs,
    },
    env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: HOME, GITHUB_ACTION_REPOSITORY: 'acme-tools/release-actions' },
  });
  return run;
}

/** What was written on the branch of our pull request: path → workflow. */
async function written(repository: string): Promise<Record<string, Record<string, unknown>>> {
  const { git } = github.repository(repository);
  const commit = git.resolve('release-actions/templates');
  const found: Record<string, Record<string, unknown>> = {};
  const folder = commit && git.entryAt(commit.tree, '.github/workflows');
  for (const [file, { sha }] of folder ? (git.tree(folder.sha) ?? []) : []) {
    const text = String(git.blob(sha));
    if (!text.startsWith('# release-actions: ')) continue;
    const parsed = await parseYaml(text);
    if ('faults' in parsed || !isRecord(parsed.value)) throw new Error(`${file}: ${JSON.stringify(parsed)}`);
    expect(text).not.toMatch(/my-org|org\/release-actions\/|acme-tools\/acme-tools/);
    found[file] = { ...parsed.value, text };
  }
  return found;
}

const PRODUCT = `name: product
defaults: { workflow: deploy.yml, ref: trunk, inputs: { environment: "{environment}", version: "{version}", nonce: "{nonce}" } }
components:
  api: { repository: acme/api, rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}", environment: "{environment}" } } }
  web: { repository: acme/front, needs: [api], inputs: { platform: web } }
  ios: { repository: acme/front, needs: [api], inputs: { platform: ios } }
  tv: { repository: acme/tv, needs: [api], inputs: { platform: tv } }
environments:
  preview: { rollback: true }
  production: { rollback: true }
`;

slow(
  'a deployed product gets what deploys, scans and rolls back each part, and the train beside its manifest',
  async () => {
    const lock = { 'package-lock.json': '{}' };
    await open({ api: lock, front: {}, tv: {} }, { '.github/deploy-train.yml': PRODUCT });
    const run = await install({ manifest: '.github/deploy-train.yml' });
    expect(run.exitCode).toBe(0);
    const api = await written('acme/api');
    expect(Object.keys(api).sort()).toEqual(['deploy.yml', 'rollback.yml', 'security-scan.yml']);
    expect(api['deploy.yml']?.on).toMatchObject({ push: { branches: ['trunk'] } });
    const deploy = String(api['deploy.yml']?.text);
    expect(deploy).toContain(`            packages: api
            include-dependents: "true"
            versions: '{"api": "\${{ github.sha }}"}'`);
    expect(deploy).toContain('environment: preview');
    expect(deploy).toContain('versions: "api: ${{ inputs.version }}"');
    expect(deploy.match(/repository: ops\/releases/g)).toHaveLength(3);
    expect(deploy).toContain('component: api');
    expect(deploy).not.toContain('packages: backend');
    const front = await written('acme/front');
    expect(Object.keys(front)).toEqual(['deploy.yml']);
    expect(front['deploy.yml']?.on).toMatchObject({
      workflow_dispatch: { inputs: { platform: { options: ['ios', 'web'] } } },
    });
    const home = await written(HOME);
    expect(Object.keys(home).sort()).toEqual(['cross-repo-deploy.yml', 'doctor.yml', 'rollback-deployment.yml']);
    expect(home['doctor.yml']?.jobs).toMatchObject({ doctor: { with: { manifest: '.github/deploy-train.yml' } } });
    expect(home['cross-repo-deploy.yml']?.jobs).not.toMatchObject({
      deploy: { with: { manifest: expect.anything() } },
    });
    // No template is for what is in tv, and nothing to audit is in front.
    expect(run.stdout).toContain(
      'acme/tv: no template for .github/workflows/deploy.yml: deploy-frontend.yml deploys to android, ios, web, desktop, not to tv.',
    );
    expect(run.stdout).toContain(
      'acme/front: no template for .github/workflows/security-scan.yml: it has no package-lock.json.',
    );
    expect(github.repository('acme/tv').pulls).toEqual([]);
    const [pull] = github.repository('acme/api').pulls;
    expect(pull?.issue.body).toContain('Write `ci/deploy`, and store the secrets `DEPLOY_TOKEN`');
    expect((await install({ manifest: '.github/deploy-train.yml' })).stdout).toContain('acme/api: nothing to do: http');
  },
);

const LIBRARIES = `name: libraries
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core, package: { npm: core } }
  model: { repository: acme/model, package: { pypi: Acme.Model } }
  many: { repository: acme/many, package: [{ npm: many-a }, { npm: many-b }] }
  both: { repository: acme/both, package: { npm: both } }
  mine: { repository: acme/mine, package: { npm: mine } }
`;

slow(
  "npm and Python packages get their release; a workspace, one with changesets and what is somebody's own do not",
  async () => {
    await open(
      {
        ...{ core: {}, model: {}, many: {}, both: { '.changeset/config.json': '{}' } },
        mine: { '.github/workflows/release.yml': 'on: push\njobs: {}\n' },
      },
      { '.github/train.yml': LIBRARIES },
    );
    const run = await install({ manifest: '.github/train.yml' });
    expect(run.exitCode).toBe(0);
    expect(Object.keys(await written('acme/core'))).toEqual(['release.yml']);
    const python = (await written('acme/model'))['release.yml'];
    expect(python).toMatchObject({ env: { PACKAGE: 'Acme.Model', PROJECT: '.' } });
    for (const name of ['many', 'both', 'mine']) expect(await written(`acme/${name}`)).toEqual({});
    expect(run.stdout).toContain(
      'acme/many: no template for .github/workflows/release.yml: templates for a train release the one',
    );
    expect(run.stdout).toContain('acme/both: no template for .github/workflows/release.yml: its changesets release it');
    expect(run.summary).toContain('`.github/workflows/release.yml`: own');
    const home = await written(HOME);
    expect(home['release-train.yml']?.jobs).toMatchObject({ release: { with: { manifest: '.github/train.yml' } } });
    expect(home['doctor.yml']?.jobs).toMatchObject({ doctor: { with: { manifest: '.github/train.yml' } } });
    expect(home['doctor.yml']?.on).toMatchObject({
      pull_request: { paths: expect.arrayContaining(['.github/train.yml']) },
    });
    // What the check says of it is what install does.
    const check = await install({
      operation: 'check',
      manifest: '.github/train.yml',
      'on-problems': 'warn',
      'dry-run': 'true',
    });
    expect(check.stdout).toContain('with the template release-python.yml by operation: install');
    expect(check.stdout).toContain('no template is for it: templates for a train');
  },
);

test('each service gets its deployment, unless it has one; what several share is told', async () => {
  const uses = 'jobs: { d: { uses: acme-tools/release-actions/.github/workflows/deploy-service.yml@v1 } }\n';
  await open(
    { auth: {}, billing: { '.github/workflows/ship.yml': `on: push\n${uses}` }, shared: {} },
    {
      'services.yml': `services:
  - { name: auth, repository: acme/auth, endpoints: { health: "https://auth.acme.example/health" } }
  - { name: billing, repository: acme/billing }
  - { name: a, repository: acme/shared }
  - { name: b, repository: acme/shared }
`,
    },
  );
  const run = await install();
  expect(run.exitCode).toBe(0);
  const { 'deploy-service.yml': auth } = await written('acme/auth');
  expect(auth?.jobs).toMatchObject({
    deploy: {
      uses: 'acme-tools/release-actions/.github/workflows/deploy-service.yml@v1',
      with: { 'service-name': 'auth', 'health-url': expect.stringContaining('https://auth.acme.example/health') },
    },
  });
  expect(await written('acme/billing')).toEqual({});
  expect(run.summary).toContain('`.github/workflows/ship.yml`: own');
  expect(await written('acme/shared')).toEqual({});
  expect(run.stdout).toContain(
    'acme/shared: no template for .github/workflows/deploy-service.yml: a, b are deployed from it',
  );
});

slow(
  'a workspace on changesets gets its release with its Python package filled in; without one, that job goes',
  async () => {
    await open({}, {});
    await cp('examples/event-forge', cwd, { recursive: true });
    expect((await install()).exitCode).toBe(0);
    const first = (await written(HOME))['release.yml'];
    expect(first).toMatchObject({
      env: {
        PYTHON_PACKAGE: 'event-forge-inbox-outbox',
        PYTHON_PROJECT: 'packages/python',
        VERSION_FROM: 'packages/core/package.json',
      },
      jobs: { pypi: { environment: 'pypi' } },
    });
    await close();
    await open(
      {},
      {
        'package.json': '{"name":"only","version":"1.0.0"}',
        '.changeset/config.json': '{"baseBranch":"develop"}',
      },
    );
    expect((await install()).exitCode).toBe(0);
    const second = (await written(HOME))['release.yml'];
    expect(second).toMatchObject({ env: { PYTHON_PACKAGE: '' }, on: { push: { branches: ['develop'] } } });
    expect(Object.keys(isRecord(second?.jobs) ? second.jobs : {})).toEqual([
      'plan',
      'version',
      'propose',
      'build',
      'npm',
      'record',
    ]);
  },
);
