import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { npmTarball } from '../../support/npm-tarball.ts';
import { packument, startPackageServer } from '../../support/package-server.ts';
import { run } from '../../support/processes.ts';
import { attestations, sha512, slsa1 } from '../../support/provenance.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { runBundle } from '../run-action.ts';

/* The job that builds runs foreign code, and hands over an artifact: what is in it is checked by those who may publish and push. */
const folder = temporaryFolders();
const MANIFEST = { name: 'lib', version: '1.0.0', scripts: { test: 'true' } };
const REFUSED =
  /^::error::The release that was handed over is refused: .*Nothing was published, tagged or pushed\. .*/m;

/** A remote and a checkout of it, made once and copied for each test. */
let begun: string;
let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let remote: string;
let work: string;
let base: string;

const git = async (cwd: string, ...args: string[]) =>
  (await run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd })).trim();
const text = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;

const placesIn = (home: string) => [join(home, 'remote'), join(home, 'work')] as const;

beforeAll(async () => {
  begun = await mkdtemp(join(tmpdir(), 'release-actions-begun-'));
  const [bare, own] = placesIn(begun);
  await git(begun, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git(begun, 'init', '--quiet', '--initial-branch=main', own);
  await writeFile(join(own, 'package.json'), text(MANIFEST));
  await writeFile(join(own, 'index.js'), '1\n');
  await git(own, 'add', '-A');
  await git(own, 'commit', '--quiet', '-m', 'Begin');
  await git(own, 'remote', 'add', 'origin', bare);
  await git(own, 'push', '--quiet', 'origin', 'main');
  base = await git(own, 'rev-parse', 'HEAD');
});
afterAll(() => rm(begun, { recursive: true }));

beforeEach(async () => {
  github = createGitHub({ clock: realClock, rateLimits: 'off' });
  github.addRepository({ owner: 'acme', name: 'lib' });
  github.addToken('owners-token', { owners: ['acme'] });
  served = await github.serve();
  const home = await folder();
  await cp(begun, home, { recursive: true });
  [remote, work] = placesIn(home);
  const config = join(work, '.git/config');
  await writeFile(config, (await readFile(config, 'utf8')).replaceAll(begun, home));
});

afterEach(async () => served.close());

async function pack(manifest: object, into: string): Promise<{ file: string; integrity: string }> {
  const { bytes, integrity } = npmTarball(manifest);
  await writeFile(join(into, 'lib.tgz'), bytes);
  return { file: 'lib.tgz', integrity };
}

/** The artifact: commits on top of the run's, one per set of files, and what release.json says beside that. */
async function handOver(
  commits: readonly Record<string, string>[],
  said: object = {},
  pkg: object = {},
  tarball?: object,
) {
  const builder = await folder();
  const release = join(work, 'release');
  await mkdir(release);
  await git(builder, 'clone', '--quiet', remote, '.');
  for (const files of commits) {
    for (const [path, content] of Object.entries(files)) await writeFile(join(builder, path), content);
    await git(builder, 'add', '-A');
    await git(builder, 'commit', '--quiet', '-m', 'Release v1.1.0');
  }
  const head = await git(builder, 'rev-parse', 'HEAD');
  if (commits.length > 0) await git(builder, 'bundle', 'create', join(release, 'commit.bundle'), 'HEAD', `^${base}`);
  const version = commits.length > 0 ? '1.1.0' : '1.0.0';
  // Who is refused before a tarball is read needs none.
  const { file, integrity } =
    tarball === undefined ? { file: 'lib.tgz', integrity: 'none' } : await pack(tarball, release);
  const packed = { name: 'lib', version, tag: `v${version}`, file, integrity, ...pkg };
  await writeFile(join(release, 'release.json'), text({ commit: base, head, packages: [packed], ...said }));
  return { head, integrity };
}

const action = (name: string, env: Readonly<Record<string, string>> = {}) =>
  runBundle(name, {
    cwd: work,
    inputs: { version: '1.1.0', ...(name === 'record-release' && { token: 'owners-token', branch: 'main' }) },
    env: {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GITHUB_API_URL: served.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/lib',
      GITHUB_WORKFLOW_REF: 'acme/lib/.github/workflows/release.yml@refs/heads/main',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: base,
      ...env,
    },
  });

async function expectUntouched(): Promise<void> {
  expect(await git(remote, 'rev-parse', 'main')).toBe(base);
  expect(await git(remote, 'tag', '--list')).toBe('');
  expect(github.repository('acme/lib').releases).toEqual([]);
}

const NEXT = { 'package.json': text({ ...MANIFEST, version: '1.1.0' }), 'CHANGELOG.md': '# Changelog\n' };

describe('the commit that was handed over', () => {
  slow.each<[string, Record<string, string>[], string]>([
    ['with the code replaced', [{ ...NEXT, 'index.js': 'evil\n' }], 'its commit changes "index.js"'],
    ['with a file of its own', [{ ...NEXT, '.npmrc': 'registry=https://evil.test\n' }], 'its commit changes ".npmrc"'],
    [
      'with another script',
      [{ 'package.json': text({ ...MANIFEST, version: '1.1.0', scripts: { test: 'evil' } }) }],
      'its commit changes "scripts" of package.json',
    ],
    ['on top of one more', [{ 'index.js': 'evil\n' }, NEXT], 'does not stand directly on'],
  ])('%s is neither tagged nor pushed', async (_, commits, why) => {
    await handOver(commits);
    const { exitCode, stdout } = await action('record-release');
    expect({ exitCode, refused: REFUSED.exec(stdout)?.[0] }).toEqual({
      exitCode: 1,
      refused: expect.stringContaining(why),
    });
    await expectUntouched();
  });

  slow('as prepare-release makes it is tagged, released and pushed', async () => {
    const { head } = await handOver([NEXT]);
    expect(await action('record-release')).toMatchObject({ exitCode: 0, outputs: { tags: '["v1.1.0"]' } });
    expect(await git(remote, 'rev-parse', 'main', 'v1.1.0')).toBe(`${head}\n${head}`);
  });
});

slow(
  'hooks and a file monitor that code of the packages left in the checkout are not run, and see no token',
  async () => {
    const { head } = await handOver([NEXT]);
    const stolen = join(await folder(), 'stolen');
    const steal = `#!/bin/sh\nenv >> "${stolen}"\n`;
    for (const hook of ['pre-push', 'reference-transaction', 'post-checkout'])
      await writeFile(join(work, '.git', 'hooks', hook), steal, { mode: 0o755 });
    await git(work, 'config', 'core.fsmonitor', `env >> "${stolen}" #`);
    expect(await action('record-release')).toMatchObject({ exitCode: 0, outputs: { tags: '["v1.1.0"]' } });
    expect(await git(remote, 'rev-parse', 'main')).toBe(head);
    await expect(readFile(stolen, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
    // They would be run by any other git.
    await git(work, 'push', '--quiet', 'origin', 'main:other');
    expect(await readFile(stolen, 'utf8')).toContain('PATH=');
  },
);

describe.each(['publish-packages', 'record-release'])('%s is not told by the artifact', (name) => {
  test.each<[string, object, object, string]>([
    ['another commit', { commit: 'c'.repeat(40) }, {}, 'it was made for the commit cccc'],
    ['another package', {}, { name: 'react' }, 'no public package react is in the repository'],
    ['another version', {}, { version: '999.0.0', tag: 'v999.0.0' }, 'its version is "999.0.0", expected "1.1.0"'],
    ['a version that is an option', {}, { version: '1.1.0---dry-run', tag: 'v1.1.0---dry-run' }, 'expected "1.1.0"'],
    ['a dist-tag that is one', {}, { distTag: '--registry=https://evil.test' }, 'its dist-tag is "--registry='],
    ['a registry', {}, { registry: 'https://evil.test' }, 'its registry is "https://evil.test", expected none'],
  ])('%s', async (_, said, pkg, why) => {
    const registry = await startPackageServer(() => undefined);
    await handOver([NEXT], said, pkg);
    const { exitCode, stdout, outputs } = await action(name, { npm_config_registry: registry.url });
    await registry.close();
    expect({ exitCode, refused: REFUSED.exec(stdout)?.[0] }).toEqual({
      exitCode: 1,
      refused: expect.stringContaining(why),
    });
    expect({ asked: registry.asked, published: outputs.published }).toEqual({ asked: [], published: undefined });
    await expectUntouched();
  });
});

test('nor by what is in its tarball', async () => {
  const registry = await startPackageServer(() => undefined);
  await handOver(
    [NEXT],
    {},
    {},
    {
      ...{ name: 'react', version: '999.0.0' },
      publishConfig: { tag: 'latest', 'https-proxy': 'http://evil.test' },
    },
  );
  const { exitCode, stdout } = await action('publish-packages', { npm_config_registry: registry.url });
  await registry.close();
  const [told = ''] = REFUSED.exec(stdout) ?? [];
  expect({ exitCode, asked: registry.asked }).toEqual({ exitCode: 1, asked: [] });
  for (const why of [
    'the name in it is "react"',
    'the version in it is "999.0.0"',
    'its publishConfig.tag is "latest"',
    'its publishConfig.https-proxy is "http://evil.test", expected none',
  ])
    expect(told).toContain(why);
});

test('a name that begins with a dash is no package', async () => {
  await handOver([NEXT], {}, { name: '--registry=https://evil.test' });
  const { exitCode, stdout } = await action('publish-packages');
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^::error::release\/release\.json is damaged\. Run the job that packs again\./m);
});

describe('other bytes than were packed, which the registry serves', () => {
  const build = { repository: 'https://github.com/acme/lib', workflow: '.github/workflows/release.yml' };

  /** publish-packages, against a registry that serves 1.0.0 with these bytes, and this provenance. */
  async function publish(integrity: string | undefined, claimed: object, subject = 'served') {
    const own = await handOver([], {}, {}, MANIFEST);
    const statement = slsa1({ ...build, commit: base, ...claimed });
    const document = attestations([{ name: 'pkg:npm/lib@1.0.0', content: subject }], statement);
    const registry = await startPackageServer(({ path }, url) => {
      if (path.startsWith('/attestations')) return { body: document };
      if (path !== '/lib') return undefined;
      const dist = { integrity: integrity ?? own.integrity, attestations: { url: `${url}/attestations` } };
      return { body: packument('lib', { '1.0.0': { dist, gitHead: base } }, { latest: '1.0.0' }) };
    });
    const result = await action('publish-packages', { npm_config_registry: registry.url });
    await registry.close();
    return result;
  }

  slow.each<[string, object, string, RegExp]>([
    [
      'attested by a fork, which has the commit as well',
      { repository: 'https://github.com/attacker/fork' },
      'served',
      /repository https:\/\/github\.com\/attacker\/fork, not https:\/\/github\.com\/acme\/lib/,
    ],
    ['attested for others', {}, 'other', /provenance/],
    ['attested for another commit', { commit: 'd'.repeat(40) }, 'served', /built from commit d+, not/],
  ])('are a conflict, %s', async (_, claimed, subject, why) => {
    const { exitCode, stdout, outputs } = await publish(sha512('served'), claimed, subject);
    const [told = ''] = /^::error::npm:lib@1\.0\.0 is taken: .*/m.exec(stdout) ?? [];
    expect({ exitCode, published: outputs.published }).toEqual({ exitCode: 1, published: 'false' });
    expect(told).toMatch(why);
    expect(told).toMatch(/Versions are immutable: release a higher one\..* Nothing was published\./);
  });

  slow.each([
    ['the same bytes', undefined],
    ['what this workflow built from this commit', sha512('served')],
  ])('but %s are published already', async (_, integrity) => {
    const { exitCode, stdout, outputs } = await publish(integrity, {});
    expect({ exitCode, published: outputs.published }).toEqual({ exitCode: 0, published: 'false' });
    expect(stdout).toContain('lib@1.0.0 is published already.');
  });
});
