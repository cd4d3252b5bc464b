import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addEcosystem, type EcosystemOptions } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import type { WorkflowDefinition } from '../../simulator/types.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { createCommitOnBranch } from '../../src/platform/github/commits.ts';
import { getRef } from '../../src/platform/github/refs.ts';
import { openRepository } from '../../src/platform/github/repository.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { json, startServers } from '../support/servers.ts';
import { ofMatrix, slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();
const HOME = 'acme/releases';

const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
tokens: { acme: ACME_TOKEN, partner: PARTNER_TOKEN }
components:
  core: { repository: acme/core }
  plugin: { repository: partner/plugin, needs: [core] }
`;

const TOKENS = 'acme: acme-secret\nPartner: partner-secret\n';

/** Where the branch is not what is tested: GitHub wants a second between two writes. */
const IN_FILES = { state: 'file:.trains' };

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let workspace: string;

async function world(fail: readonly string[] = [], children: Partial<EcosystemOptions> = {}): Promise<void> {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const components = [
    { id: 'core', repository: 'acme/core', needs: [] },
    { id: 'plugin', repository: 'partner/plugin', needs: ['core'] },
  ];
  const inputs = { version: '', nonce: '' };
  addEcosystem(
    github,
    components.map((component) => ({ ...component, inputs })),
    { fail, queuedMs: 10, runMs: 100, registryLagMs: 10, ...children },
  );
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('acme-secret', { owners: ['acme'] });
  github.addToken('partner-secret', { owners: ['partner'] });
  served = await github.serve();
}

function run(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  return runBundle('train', {
    cwd: workspace,
    inputs: { token: 'acme-secret', tokens: TOKENS, 'release-type': 'minor', ...inputs },
    env: {
      GITHUB_API_URL: served.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: HOME,
      GITHUB_RUN_ID: '7',
      ...env,
      GITHUB_ACTOR: 'octocat',
      npm_config_registry: `${served.url}/registry/npm/`,
    },
  });
}

function dispatches(): number {
  return github.effects.filter(({ kind }) => kind === 'dispatch').length;
}

beforeEach(async () => {
  workspace = await folder({ '.github/release-train.yml': MANIFEST });
});

afterEach(async () => served.close());

describe('tokens by owner', () => {
  slow('reach every owner, are masked, and appear nowhere', async () => {
    await world();
    const { exitCode, stdout, outputs, summary } = await run({ ...IN_FILES, 'ecosystem-tag': 'shop-{train}' });
    expect({ exitCode, status: outputs.status, released: outputs.released }).toEqual({
      exitCode: 0,
      status: 'succeeded',
      released: '["core","plugin"]',
    });
    expect(outputs['release-url']).toContain('/releases/tag/shop-run-7');
    for (const secret of ['acme-secret', 'partner-secret']) {
      expect(stdout).toContain(`::add-mask::${secret}\n`);
      const shown = stdout.replaceAll(/^::add-mask::.*$/gm, '') + JSON.stringify(outputs) + summary;
      expect(shown).not.toContain(secret);
    }
  });

  slow(
    'need no right to write to the repository that runs the train: that is done with the token of the job',
    async () => {
      await world();
      github.addToken('acme-secret', {
        repositories: ['acme/core'],
        permissions: { actions: 'write', contents: 'read' },
      });
      github.addToken('job-token', { repositories: [HOME], permissions: { contents: 'write' }, kind: 'github-token' });
      const { outputs } = await run({ token: 'job-token', 'ecosystem-tag': 'shop-{train}' });
      expect(outputs.status).toBe('succeeded');
      expect(outputs['release-url']).toContain('/releases/tag/shop-run-7');
    },
  );

  test.each(ofMatrix([{}, { 'dry-run': 'true' }], (more) => 'dry-run' in more))(
    'that were forgotten are a fault, once for each owner: what is public can be seen, and not started (%j)',
    async (more) => {
      await world();
      workspace = await folder({ '.github/release-train.yml': MANIFEST.replace(/^tokens:.*\n/m, '') });
      github.addToken('ghs_of_the_job', { repositories: [HOME], kind: 'github-token' });
      const { exitCode, stdout } = await run({ ...IN_FILES, token: 'ghs_of_the_job', tokens: '', ...more });
      expect(exitCode).toBe(1);
      for (const [owner, id] of [['acme', 'core'] as const, ['partner', 'plugin'] as const])
        expect(stdout).toContain(
          `There is no token for ${owner}: the job's own token starts nothing outside of acme/releases, so not ${id}. Give one by the input tokens (${owner}: …), or an App by app-id and private-key.`,
        );
      expect(stdout.match(/::error/g)).toHaveLength(2);
      expect(dispatches()).toBe(0);
    },
  );

  test('that are missing are named with their variable, before anything is asked', async () => {
    await world();
    const { exitCode, stdout } = await run({ tokens: 'acme: acme-secret\n' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'line=3,col=38::The environment variable PARTNER_TOKEN, which is to hold the token for partner, is not set or is empty. ' +
        'Pass it to the step (env: { PARTNER_TOKEN: … }), or give it by the input tokens (partner: …).',
    );
    expect(stdout).not.toContain('for acme');
    expect(github.requests).toEqual([]);
  });

  test.each([
    ['acme: acme-secret\npartner: ""\n', 'Input tokens: partner is empty: is the secret set?'],
    ['{"acme":"","partner":" "}', 'Input tokens: acme and partner are empty: are the secrets set?'],
    ['acme: acme-secret\npartnr: x-secret\n', 'partnr owns no repository that is asked; did you mean "partner"?'],
  ])('that are empty or for a misspelt owner are a fault: %j', async (tokens, words) => {
    await world();
    const { exitCode, stdout } = await run({ tokens }, { PARTNER_TOKEN: 'partner-secret' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(words);
    expect(github.requests).toEqual([]);
  });

  slow('for an owner of no repository here are no fault', async () => {
    await world();
    const { outputs } = await run({ ...IN_FILES, tokens: `${TOKENS}elsewhere: their-secret\n` });
    expect(outputs.status).toBe('succeeded');
  });

  test('that are no map are refused without a word of them', async () => {
    await world();
    const { exitCode, stdout } = await run({ tokens: '[hush-hush]' });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Input tokens: its value is not valid: expected a map from owner to token');
    expect(stdout.replace('::add-mask::[hush-hush]', '')).not.toContain('hush');
  });
});

describe('a hint', () => {
  test('never starts a train, whatever its id is, and costs one request', async () => {
    await world();
    // As the workflow of a sweep runs it: nothing says which versions a new train would have.
    const sweep = { mode: 'advance', resume: 'false', 'release-type': '' };
    const { exitCode, stdout } = await run({ ...sweep, 'train-id': 'forged' });
    expect({ exitCode, requests: github.requests.length, dispatches: dispatches() }).toEqual({
      exitCode: 0,
      requests: 1,
      dispatches: 0,
    });
    expect(stdout).toContain('Train forged is not open: there is nothing to do.');
  });

  slow('takes an open train on: advanced again and again, it ends', async () => {
    await world();
    await run({ ...IN_FILES, mode: 'advance', 'train-id': 't2' });
    let status = 'running';
    for (let looks = 0; status === 'running' && looks < 20; looks += 1) {
      status =
        (await run({ ...IN_FILES, mode: 'advance', 'train-id': 't2', resume: 'false' })).outputs.status ?? 'gone';
    }
    expect({ status, dispatches: dispatches() }).toEqual({ status: 'succeeded', dispatches: 2 });
  });
});

slow('a train that nobody wants any more is unlocked as docs/troubleshooting.md says', async () => {
  await world([], { runMs: 600_000 });
  await run({ mode: 'advance', 'train-id': 'stuck' });
  const refused = await run({ mode: 'advance', 'train-id': 'next' });
  expect(refused.exitCode).toBe(1);
  expect(refused.stdout).toContain('::error::Train stuck (shop, running since');
  expect(refused.stdout).toContain('"Unlock a stuck train" in docs/troubleshooting.md');
  const client = createClient({ token: staticToken('acme-secret'), apiUrl: served.url, clock: realClock });
  const home = openRepository(client, HOME);
  const head = await getRef(home, 'heads/release-actions/state');
  await createCommitOnBranch(home, {
    branch: 'release-actions/state',
    expectedHeadOid: head ?? '',
    message: 'Unlock',
    additions: [{ path: 'open.json', contents: '[]\n' }],
  });
  const { stdout, outputs } = await run({ mode: 'advance', 'train-id': 'next' });
  expect(stdout).not.toContain('::error');
  expect(outputs.status).toBe('running');
});

describe('mode: cancel', () => {
  const cancel = (id: string) => run({ ...IN_FILES, mode: 'cancel', 'train-id': id });

  slow('ends a train that no job follows, with its run in flight, and frees its repositories', async () => {
    await world([], { runMs: 600_000 });
    await run({ ...IN_FILES, mode: 'advance', 'train-id': 't1' });
    expect(dispatches()).toBe(1);
    const { exitCode, outputs, stdout, summary } = await cancel('t1');
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 0, status: 'cancelled' });
    expect(stdout).toContain('Train t1 is cancelled, and its repositories are free.');
    expect(summary).toContain('octocat cancelled it.');
    expect(github.effects.filter(({ kind }) => kind === 'run-ended')).toMatchObject([{ conclusion: 'cancelled' }]);
    expect((await run({ ...IN_FILES, mode: 'advance', 'train-id': 't2' })).outputs.status).toBe('running');
    const again = await cancel('t1');
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toContain(
      '::notice::Train t1 is cancelled, and nothing of it runs: there is nothing to cancel.',
    );
  });

  slow('asks what was published in its last moment: that is told, and a resume does not release it again', async () => {
    const published = MANIFEST.replace('acme/core }', 'acme/core, package: { npm: "@acme/core" } }');
    workspace = await folder({ '.github/release-train.yml': published });
    await world([], { runMs: 600_000, registryLagMs: 0 });
    github.registry.publish({ registry: 'npm', name: '@acme/core', version: '1.0.0' });
    await run({ ...IN_FILES, mode: 'advance', 'train-id': 't1' });
    // Its first step has published; its later steps are cut off.
    github.registry.publish({ registry: 'npm', name: '@acme/core', version: '1.1.0' });
    const { exitCode, outputs, stdout, summary } = await cancel('t1');
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 0, status: 'cancelled' });
    expect(stdout).toContain('core 1.1.0 is published all the same: a resumed train does not release it again');
    expect(summary).toContain('**Served now:** the new version of `core 1.1.0`; as before `plugin 1.0.0`.');
    const resumed = await run({ ...IN_FILES, mode: 'advance', 'train-id': 't1' });
    expect(resumed.stdout).toMatch(/\[1\/2\] core 1\.1\.0 succeeded/);
    // The second dispatch is plugin's: it needs core, and core is there.
    const sent = github.effects.filter(({ kind }) => kind === 'dispatch').map(({ repository }) => repository);
    expect(sent).toEqual(['acme/core', 'partner/plugin']);
  });

  slow('of a train whose runs have just succeeded proves their versions', async () => {
    const published = MANIFEST.replace('acme/core }', 'acme/core, package: { npm: "@acme/core" } }');
    workspace = await folder({ '.github/release-train.yml': published });
    await world([], { runMs: 2_000 });
    const ended = new Promise<void>((done) => {
      github.subscribe(({ kind }) => kind === 'run-ended' && done());
    });
    github.registry.publish({ registry: 'npm', name: '@acme/core', version: '1.0.0' });
    await run({ ...IN_FILES, mode: 'advance', 'train-id': 't1' });
    github.registry.publish({ registry: 'npm', name: '@acme/core', version: '1.1.0' });
    await ended;
    const { stdout } = await cancel('t1');
    expect(stdout).toMatch(/\[1\/2\] core 1\.1\.0 succeeded/);
  });

  slow('of a train that there is not says which are open', async () => {
    await world([], { runMs: 600_000 });
    await run({ ...IN_FILES, mode: 'advance', 'train-id': 't1' });
    const { exitCode, stdout } = await cancel('t2');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/has no train t2\. Open trains: t1\./);
  });

  test.each([{}, { 'train-id': '*' }, { 'train-id': 't1', 'dry-run': 'true' }])(
    'wants one train: %j',
    async (inputs) => {
      await world();
      const { exitCode, stdout } = await run({ mode: 'cancel', ...inputs });
      expect({ exitCode, requests: github.requests }).toEqual({ exitCode: 1, requests: [] });
      expect(stdout).toMatch(/::error::Input (mode: cancel wants the train-id|train-id: \* stands for)/);
    },
  );
});

slow(
  'the product of examples/product-deploy can be planned, and not with a backend that the web does not work with',
  async () => {
    await world();
    const names = [
      'environment',
      'version',
      'nonce',
      'train',
      'platform',
      'url',
      'image',
      'backend_url',
      'backend_version',
    ];
    const inputs = Object.fromEntries(names.map((name) => [name, {}]));
    const workflow = (file: string): WorkflowDefinition => ({
      file,
      on: ['workflow_dispatch'],
      inputs,
      runName: 'Deploy [${{ inputs.nonce }}]',
    });
    const workflows = ['deploy.yml', 'rollback.yml'].map(workflow);
    for (const name of ['backend', 'front-ends']) github.addRepository({ owner: 'acme', name, workflows });
    const manifest = join(process.cwd(), 'examples/product-deploy/deploy-train.yml');
    const deploy = (versions: string) =>
      run({ manifest, environment: 'production', strategy: 'canary', versions, 'release-type': '', 'dry-run': 'true' });
    const rest = '"web": "3.4.0", "desktop": "1.9.2", "android": "2.1.0", "ios": "2.0.5"}';
    const good = await deploy(`{"backend": "2.1.0", ${rest}`);
    expect({ exitCode: good.exitCode, versions: JSON.parse(good.outputs.versions ?? '{}').ios }).toEqual({
      exitCode: 0,
      versions: '2.0.5',
    });
    const bad = await deploy(`{"backend": "1.9.0", ${rest}`);
    expect(bad.exitCode).toBe(1);
    expect(bad.stdout).toMatch(/web.*backend.*>=2\.0\.0/);
  },
);

test('a plan that is not the approved one is not started', async () => {
  await world();
  const { exitCode, stdout } = await run({ 'plan-hash': 'f'.repeat(64) });
  expect({ exitCode, dispatches: dispatches() }).toEqual({ exitCode: 1, dispatches: 0 });
  expect(stdout).toContain('plan-hash says ffffffffffff. Something was released, or the manifest was changed');
});

test('a failure shows the job and step that failed, the end of its log, and how to go on; a hint does not try it again', async () => {
  await world(['core']);
  const { exitCode, stdout, summary } = await run(IN_FILES);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('::group::Job "core: release": failure at step');
  expect(stdout).toContain('Tests failed: 1 of 12');
  expect(stdout).toMatch(
    /::error::core failed: Its run failed\. Job release failed at step \S+: npm error Tests failed: 1 of 12\. http\S+\/acme\/core\/actions\/runs\/\d+\n/,
  );
  expect(stdout).toContain('::error::Train run-7 failed: 0 of 2 released, 1 blocked.');
  expect(stdout).toContain(
    'core did not succeed. Fix the cause in acme/core, then run the workflow that started the train again (Re-run failed jobs), or start it with train-id: run-7. ' +
      'What is released stays released and is skipped.',
  );
  expect(summary).toMatch(/### What failed in `core`\n\n\*\*\[release\]\(\S+\):\*\* failure at `/);
  expect(summary).toMatch(/- \*\*Failed:\*\*.* failed at `[^`]+`: `npm error Tests failed: 1 of 12`\n- \*\*Since:/);
  const hint = await run({ ...IN_FILES, mode: 'advance', 'train-id': 'run-7', resume: 'false' });
  expect({ exitCode: hint.exitCode, dispatches: dispatches() }).toEqual({ exitCode: 0, dispatches: 1 });
  expect(hint.stdout).toContain('Train run-7 is not open: there is nothing to do.');
});

test('actions/train, by which our own workflows reach the root action, is the root action', async () => {
  // `uses: $/` with nothing behind it is not a reference, so the root action needs a second address.
  const [own, root] = await Promise.all(
    ['actions/train/action.yml', 'action.yml'].map((path) => readFile(path, 'utf8')),
  );
  expect(own).toBe(
    root
      ?.replace('name: Release train\n', 'name: Release train (for our own workflows)\n')
      .replace('main: dist/', 'main: ../../dist/'),
  );
});

describe('the tag of the whole ecosystem', () => {
  const TAGGED = MANIFEST.replace(
    'repository: partner/plugin,',
    'repository: partner/plugin, tag: "plugin-v{version}",',
  );

  slow('has the version of the component that it names; the notes link each component by its own tag', async () => {
    await world();
    workspace = await folder({ '.github/release-train.yml': TAGGED });
    const { exitCode, outputs } = await run({ ...IN_FILES, 'ecosystem-tag': 'ecosystem-v{version.plugin}' });
    expect({ exitCode, released: outputs.released }).toEqual({ exitCode: 0, released: '["core","plugin"]' });
    expect(outputs['release-url']).toContain('/releases/tag/ecosystem-v1.1.0');
    const [release] = github.repository(HOME).releases;
    expect(release?.body).toContain('/partner/plugin/releases/tag/plugin-v1.1.0');
    expect(release?.body).toContain('/acme/core/releases/tag/v1.1.0');
  });

  test.each([
    ['in a dry run', { 'dry-run': 'true' }],
    ['at the start', {}],
  ])('that cannot be made is told %s, before anything is dispatched', async (_, more) => {
    await world();
    const { exitCode, stdout } = await run({ ...IN_FILES, 'ecosystem-tag': 'v{version.plugins}', ...more });
    expect({ exitCode, errors: stdout.match(/^::error.*$/gm), dispatches: dispatches() }).toEqual({
      exitCode: 1,
      errors: [expect.stringMatching(/ecosystem-tag: "v\{version.plugins\}": .*did you mean "plugin"\?/)],
      dispatches: 0,
    });
  });

  slow('is left out where a train does not release the component that it names', async () => {
    await world();
    const { exitCode, stdout, outputs } = await run({
      ...{ ...IN_FILES, packages: 'core', 'ecosystem-tag': 'v{version.plugin}' },
    });
    expect({ exitCode, released: outputs.released }).toEqual({ exitCode: 0, released: '["core"]' });
    expect(stdout).toContain('::notice::No ecosystem release: this train does not release plugin.');
    expect(github.repository(HOME).releases).toEqual([]);
  });
});

describe('a registry that gives no answer right before a dispatch', () => {
  const PUBLISHED = MANIFEST.replace(
    'repository: acme/core }',
    'repository: acme/core, package: { npm: "@acme/core" } }',
  );
  const versions = (...all: string[]) => ({
    name: '@acme/core',
    'dist-tags': { latest: all.at(-1) },
    versions: Object.fromEntries(
      all.map((version) => [
        version,
        { name: '@acme/core', version, dist: { integrity: 'sha512-AA==', tarball: 'http://127.0.0.1/core.tgz' } },
      ]),
    ),
  });

  slow('is asked again: what somebody published meanwhile is not dispatched', async () => {
    await world();
    workspace = await folder({ '.github/release-train.yml': PUBLISHED });
    const servers = startServers();
    let isPlanned = false;
    let refused = 0;
    const registry = await servers.http((_, response) => {
      if (!isPlanned) return json(response, versions('1.0.0'));
      refused += 1;
      return refused === 1
        ? json(response, { message: 'maintenance' }, 503)
        : json(response, versions('1.0.0', '1.1.0'));
    });
    const stop = setInterval(() => {
      isPlanned ||= github.requests.some(({ operation }) => operation === 'repos/get-content');
    }, 5);
    try {
      const { exitCode, stdout, outputs } = await run({
        ...IN_FILES,
        packages: 'core',
        'registry-url': `${registry}/`,
      });
      expect(stdout).toMatch(
        /::warning::Nobody can say whether @acme\/core 1\.1\.0 is served: .*503 \(maintenance\)\. It is tried again in 5 s/,
      );
      expect({ exitCode, released: outputs.released, dispatches: dispatches() }).toEqual({
        ...{ exitCode: 0, released: '[]', dispatches: 0 },
      });
      expect(refused).toBeGreaterThan(1);
    } finally {
      clearInterval(stop);
      await servers.close();
    }
  });
});

describe('a train that failed and is resumed', () => {
  const failedOnce = async () => {
    await world(['core']);
    const first = await run(IN_FILES);
    expect({ exitCode: first.exitCode, dispatches: dispatches() }).toEqual({ exitCode: 1, dispatches: 1 });
  };

  slow(
    'looks at what is left once more: what became impossible meanwhile is told before anything is dispatched',
    async () => {
      await failedOnce();
      github.setWorkflowState('partner/plugin', 'release.yml', 'disabled_manually');
      const { exitCode, stdout } = await run({ ...IN_FILES, 'train-id': 'run-7' });
      expect({ exitCode, errors: stdout.match(/^::error.*$/gm), dispatches: dispatches() }).toEqual({
        exitCode: 1,
        errors: [
          expect.stringContaining(
            'Component plugin: .github/workflows/release.yml in partner/plugin is disabled_manually',
          ),
        ],
        dispatches: 1,
      });
      github.setWorkflowState('partner/plugin', 'release.yml', 'active');
      await run({ ...IN_FILES, 'train-id': 'run-7' });
      expect(dispatches()).toBe(2);
    },
  );
});
