import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Home } from '../../../src/packages/publish/own-repository-url.ts';
import { publishRelease } from '../../../src/packages/publish/publish.ts';
import type { PackedPackage } from '../../../src/packages/publish/release-folder.ts';
import { type CliRegistry, cliRegistry } from '../../../src/packages/registries/package-registry.ts';
import { createLog } from '../../../src/platform/runner/log.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { npmTarball } from '../../support/npm-tarball.ts';
import { packument, startPackageServer } from '../../support/package-server.ts';
import { run } from '../../support/processes.ts';
import { attestations, sha512, slsa1 } from '../../support/provenance.ts';
import { slow } from '../../support/slow.ts';
import { startTrustedPublishing, type TrustedPublishing } from '../../support/trusted-publishing.ts';

let registry: NpmRegistry;
let npm: TrustedPublishing;
let folder: string;
let env: Record<string, string>;
/** Asks npm for its settings, once for all publishes that have the same ones. */
let shared: CliRegistry;
const lines: string[] = [];
/** What happens while a publish waits. */
let onSleep: () => void = () => {};

beforeAll(async () => {
  registry = await startNpmRegistry();
  npm = await startTrustedPublishing(registry, (name) => name !== 'untrusted');
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  const npmrc = join(folder, 'npmrc');
  await writeFile(npmrc, `registry=${npm.url}/\n`);
  const runner = { GITHUB_ACTIONS: 'true', ...npm.idTokenEnv };
  env = { ...registry.env, ...runner, npm_config_userconfig: npmrc, npm_config_fetch_retries: '0' };
  shared = cliRegistry({ cwd: folder, env });
});
afterAll(async () => {
  await Promise.all([npm.close(), registry.close()]);
  await rm(folder, { recursive: true });
});
afterEach(() => {
  npm.onUpload = undefined;
  npm.hidden = undefined;
  onSleep = () => {};
  npm.published.splice(0);
  lines.splice(0);
});

async function packed(name: string, version: string, more = {}): Promise<PackedPackage> {
  const { bytes, integrity } = npmTarball({ name, version, ...more });
  const file = `${name}-${version}.tgz`;
  await writeFile(join(folder, file), bytes);
  return { name, version, tag: `${name}@${version}`, file, integrity };
}

async function publish(...packages: PackedPackage[]): Promise<string[]> {
  return publishFrom(undefined, ...packages);
}

async function publishFrom(home: Home | undefined, ...packages: PackedPackage[]): Promise<string[]> {
  return publishBy(shared, home, packages);
}

/** Where the checkout or the environment is another one than before. */
async function publishAnew(...packages: PackedPackage[]): Promise<string[]> {
  return publishBy(cliRegistry({ cwd: folder, env }), undefined, packages);
}

async function publishBy(
  { lookUp, latest }: CliRegistry,
  home: Home | undefined,
  packages: PackedPackage[],
): Promise<string[]> {
  const { signal } = new AbortController();
  const client = { cwd: folder, env, signal };
  const published: string[] = [];
  await publishRelease(
    { commit: 'c'.repeat(40), head: 'c'.repeat(40), packages },
    {
      ...{ lookUp, client, folder, signal, home },
      latest: ({ name }) => latest({ npm: name }),
      clock: { now: realClock.now, sleep: async () => onSleep() },
      log: createLog((line) => lines.push(line), false),
      onPublished: async ({ name, version }) => {
        published.push(`${name}@${version}`);
      },
    },
  );
  return published;
}

const tags = async (name: string) => {
  const document = await (await fetch(`${registry.url}/${name}`)).json();
  return (document as Record<string, unknown>)['dist-tags'];
};

slow(
  'the stock npm CLI publishes by trusted publishing, once, and each version gets the dist-tag of its line',
  async () => {
    await registry.release('lib', '1.0.0');
    const next = await packed('lib', '2.0.0');
    expect(await publish(next)).toEqual(['lib@2.0.0']);
    expect(await publish(next)).toEqual([]);
    await publish(await packed('lib', '3.0.0-beta.1'), await packed('lib', '3.0.0-1'), await packed('lib', '1.0.1'));
    expect(npm.published).toEqual(['lib@2.0.0', 'lib@3.0.0-beta.1', 'lib@3.0.0-1', 'lib@1.0.1']);
    expect(await tags('lib')).toEqual({
      latest: '2.0.0',
      beta: '3.0.0-beta.1',
      next: '3.0.0-1',
      'release-1.x': '1.0.1',
    });
  },
);

slow('what passes is tried again; what does not stops there and says what is published and what is not', async () => {
  for (const name of ['one', 'two', 'three']) await registry.release(name, '1.0.0');
  const packages = [await packed('one', '1.1.0'), await packed('two', '1.1.0'), await packed('three', '1.1.0')];
  let refusals = 0;
  npm.onUpload = (_, name) => (name === 'one' && refusals++ === 0 ? 503 : name === 'two' ? 403 : undefined);
  await expect(publish(...packages)).rejects.toThrow(
    /two@1\.1\.0 could not be published: .*403.*trusted publisher must name .*Not published: two@1\.1\.0, three@1\.1\.0\. Run this job again/,
  );
  expect(npm.published).toEqual(['one@1.1.0']);
  expect(lines.join('')).toContain('one@1.1.0 was not published, and is tried again');
  npm.onUpload = undefined;
  expect(await publish(...packages)).toEqual(['two@1.1.0', 'three@1.1.0']);
});

test('a name that does not exist and a version with other bytes are both told before anything is published', async () => {
  await registry.release('good', '1.0.0');
  await registry.release('taken', '1.1.0', { description: 'by somebody else' });
  const all = [await packed('good', '1.1.0'), await packed('taken', '1.1.0'), await packed('brand-new', '1.0.0')];
  const error = (await publish(...all).catch((caught: unknown) => caught)) as Error & { faults: unknown[] };
  expect(error.faults).toHaveLength(2);
  expect(error.message).toMatch(/npm:taken@1\.1\.0 is taken: it is served with other bytes.*Nothing was published/);
  expect(error.message).toMatch(
    /no package named brand-new\. Trusted publishing cannot create a name.*Nothing was published/,
  );
  expect(npm.published).toEqual([]);
});

const foreign = 'repository https://github.com/attacker/fork, not https://github.com/acme/lib';
test.each<[string, object, number, RegExp | undefined]>([
  ['built by this workflow from this commit', {}, 200, undefined],
  [
    'built by a fork that has the commit as well',
    { repository: 'https://github.com/attacker/fork' },
    200,
    new RegExp(foreign),
  ],
  ['built from another commit', { commit: 'd'.repeat(40) }, 200, /built from commit d+, not c+/],
  [
    'built by another workflow',
    { workflow: '.github/workflows/test.yml' },
    200,
    /workflow .github\/workflows\/test.yml, not/,
  ],
  ['without provenance, and a commit that its publisher wrote', {}, 404, /answered 404 for its provenance/],
  ['whose provenance cannot be read', {}, 500, /provenance could not be read: .* answered 500/],
])('other bytes, %s', async (_, difference, status, refusal) => {
  const build = {
    commit: 'c'.repeat(40),
    repository: 'https://github.com/acme/lib',
    workflow: '.github/workflows/release.yml',
  };
  const about = [{ name: 'pkg:npm/proven@1.1.0', content: 'served' }];
  const server = await startPackageServer(({ path }, url) => {
    if (path !== '/proven') return { status, body: attestations(about, slsa1({ ...build, ...difference })) };
    const dist = { integrity: sha512('served'), attestations: { url: `${url}/attestations` } };
    return { body: packument('proven', { '1.1.0': { dist, gitHead: build.commit } }, { latest: '1.1.0' }) };
  });
  const before = env;
  env = {
    ...env,
    npm_config_registry: server.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/lib',
    GITHUB_WORKFLOW_REF: 'acme/lib/.github/workflows/release.yml@refs/heads/main',
  };
  const pkg = { name: 'proven', version: '1.1.0', tag: 'v1.1.0', file: 'none.tgz', integrity: sha512('packed') };
  try {
    if (refusal) await expect(publishAnew(pkg)).rejects.toThrow(refusal);
    else expect(await publishAnew(pkg)).toEqual([]);
  } finally {
    env = before;
    await server.close();
  }
});

slow('a package without a trusted publisher is told where to name one', async () => {
  await registry.release('untrusted', '1.0.0');
  await expect(publish(await packed('untrusted', '1.1.0'))).rejects.toThrow(
    /untrusted@1\.1\.0 could not be published: .*OIDC token exchange error.*trusted publisher must name this repository, this workflow file/i,
  );
});

slow('an upload that was accepted, and whose answer was lost, is not made twice', async () => {
  await registry.release('lost', '1.0.0');
  const pkg = await packed('lost', '1.1.0');
  npm.onUpload = (n) => {
    if (n > 0) npm.loseAnswer = true;
    return undefined;
  };
  expect(await publish(pkg)).toEqual(['lost@1.1.0']);
  expect(npm.published).toEqual(['lost@1.1.0']);
});

describe('a version that was accepted before, and is not visible yet', () => {
  /** Shown only after so many waits. */
  const shownAfter = (waits: number) => {
    let left = waits;
    onSleep = () => {
      left -= 1;
      if (left === 0) npm.hidden = undefined;
    };
  };

  slow('counts as published once its bytes are seen, and are ours', async () => {
    await registry.release('late', '1.0.0');
    const pkg = await packed('late', '1.1.0');
    expect(await publish(pkg)).toEqual(['late@1.1.0']);
    npm.hidden = { name: 'late', version: '1.1.0' };
    shownAfter(3);
    expect(await publish(pkg)).toEqual(['late@1.1.0']);
    expect(npm.published).toEqual(['late@1.1.0']);
  });

  slow('is a conflict where others published it, and no success', async () => {
    await registry.release('snatched', '1.0.0');
    await registry.release('snatched', '1.1.0', { description: 'by somebody else' });
    const pkg = await packed('snatched', '1.1.0');
    npm.hidden = { name: 'snatched', version: '1.1.0' };
    shownAfter(3);
    await expect(publish(pkg)).rejects.toThrow(/snatched@1\.1\.0.*other bytes.*Not published: snatched@1\.1\.0/s);
  });

  slow('is no success while nobody can see whose it is', async () => {
    await registry.release('hidden', '1.0.0');
    const pkg = await packed('hidden', '1.1.0');
    await publish(pkg);
    npm.hidden = { name: 'hidden', version: '1.1.0' };
    await expect(publish(pkg)).rejects.toThrow(
      /hidden@1\.1\.0: the registry says that it was published before, but does not show it within five minutes, .*Run this job again/,
    );
    npm.hidden = undefined;
    expect(await publish(pkg)).toEqual([]);
  });
});

describe('in a public repository, whose packages must name it', () => {
  const home = { serverUrl: 'https://github.com', repository: 'acme/lib' };
  const repository = { type: 'git', url: 'git+https://github.com/acme/lib.git' };
  afterEach(() => {
    npm.home = undefined;
  });

  test('a package without it is told before anything is published, with every other fault', async () => {
    for (const name of ['named', 'nameless', 'dangling']) await registry.release(name, '1.0.0');
    const all = [
      await packed('named', '1.1.0', { repository }),
      await packed('nameless', '1.1.0'),
      await packed('dangling', '1.1.0', { repository, dependencies: { named: 'workspace:^' } }),
    ];
    const error = (await publishFrom(home, ...all).catch((caught: unknown) => caught)) as Error & { faults: unknown[] };
    expect(error.faults).toMatchObject([
      {
        message: expect.stringMatching(
          /^nameless: "repository" in its package\.json is missing.*Nothing was published/,
        ),
      },
      { message: expect.stringMatching(/^dangling: the tarball needs named@workspace:\^.*Nothing was published/) },
    ]);
    expect(npm.published).toEqual([]);
  });

  slow('the registry takes one that names it; what it refuses all the same is explained', async () => {
    npm.home = 'https://github.com/acme/lib';
    for (const name of ['right', 'wrong']) await registry.release(name, '1.0.0');
    expect(await publishFrom(home, await packed('right', '1.1.0', { repository }))).toEqual(['right@1.1.0']);
    // Where nothing tells that the repository is public, the registry is the first to say.
    await expect(publish(await packed('wrong', '1.1.0'))).rejects.toThrow(
      /wrong@1\.1\.0 could not be published: .*422.*repository\.url.*must be the repository that this workflow runs in/s,
    );
  });
});

slow('the checkout’s devEngines stop no publish, and 0.x has lines of its own', async () => {
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      devEngines: { packageManager: { name: 'pnpm', version: '^11', onFail: 'error' } },
    }),
  );
  await registry.release('young', '0.65.0');
  try {
    expect(await publishAnew(await packed('young', '0.64.3'))).toEqual(['young@0.64.3']);
  } finally {
    await rm(join(folder, 'package.json'));
  }
  expect(await tags('young')).toEqual({ latest: '0.65.0', 'release-0.64.x': '0.64.3' });
});

test('a tarball of another version, and a dist-tag that is a version, are told before', async () => {
  await registry.release('odd', '1.0.0');
  const pkg = await packed('odd', '1.1.0');
  await expect(publish({ ...pkg, version: '1.2.0', tag: 'odd@1.2.0', distTag: '1.x' })).rejects.toThrow(
    /the tarball holds odd@1\.1\.0[\s\S]*publishConfig\.tag is "1\.x"/,
  );
  expect(npm.published).toEqual([]);
});

slow('a package goes to the registry of its own publishConfig, which is the one that is asked', async () => {
  const other = await startNpmRegistry();
  try {
    await other.release('@own/lib', '1.0.0');
    const host = other.url.slice('http:'.length);
    await writeFile(join(folder, '.npmrc'), `${host}/:_authToken=${other.token}\n`);
    const publishConfig = { registry: other.url };
    const pkg = { ...(await packed('own', '1.1.0', { name: '@own/lib', publishConfig })), registry: other.url };
    const own = { ...pkg, name: '@own/lib', tag: '@own/lib@1.1.0' };
    expect(await publishAnew(own)).toEqual(['@own/lib@1.1.0']);
    expect(await publishAnew(own)).toEqual([]);
    expect(npm.published).toEqual([]);
    const view = ['view', '@own/lib', 'versions', '--json', `--registry=${other.url}`];
    expect(JSON.parse(await run('npm', view, { env }))).toEqual(['1.0.0', '1.1.0']);
  } finally {
    await rm(join(folder, '.npmrc'), { force: true });
    await other.close();
  }
});
