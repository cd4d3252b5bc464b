import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/clock.ts';
import { type NpmRegistry, startNpmRegistry } from '../support/npm-registry.ts';
import { run } from '../support/processes.ts';
import type { RunOptions, StandIn } from '../support/template-runner.ts';
import { startTrustedPublishing, type TrustedPublishing } from '../support/trusted-publishing.ts';

/** A repository with a real git remote, a registry that takes trusted publishers only, and GitHub's API. */
export interface ReleaseWorld {
  readonly registry: NpmRegistry;
  readonly npm: TrustedPublishing;
  readonly github: ReturnType<typeof createGitHub>;
  readonly env: Record<string, string>;
  /** Commits files to the remote's main branch and returns the commit. */
  commit(files: Readonly<Record<string, string>>, message?: string): Promise<string>;
  /** Git in the remote. */
  remote(...args: string[]): Promise<string>;
  /** A run of a workflow at a commit, as GitHub describes it to the runner. */
  at(sha: string, more?: Readonly<Record<string, unknown>>): RunOptions['github'];
  readonly standIns: Record<string, StandIn>;
  /** A version as a consumer sees it. */
  served(name: string): Promise<string[]>;
  close(): Promise<void>;
}

const identity = ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', '-c', 'commit.gpgSign=false'];

export async function startReleaseWorld(bin: readonly string[] = []): Promise<ReleaseWorld> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'release-world-')));
  const registry = await startNpmRegistry();
  const npm = await startTrustedPublishing(registry);
  const github = createGitHub({ clock: realClock });
  github.addRepository({ owner: 'acme', name: 'lib' });
  github.addToken('secret', { owners: ['acme'] });
  const api = await github.serve();
  const npmrc = join(folder, 'npmrc');
  // No token: only a trusted publisher can publish.
  await writeFile(npmrc, `registry=${npm.url}/\n`);
  const env = {
    ...registry.env,
    PATH: [...bin, registry.env.PATH].join(':'),
    npm_config_userconfig: npmrc,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GITHUB_API_URL: api.url,
  };
  const bare = join(folder, 'remote.git');
  const work = join(folder, 'work');
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  await run('git', ['clone', '--quiet', bare, work]);
  let runs = 100;
  return {
    registry,
    npm,
    github,
    env,
    async commit(files, message = 'A change') {
      await run('git', ['fetch', '--quiet', 'origin'], { cwd: work });
      await run('git', ['checkout', '--quiet', '-B', 'main', 'origin/main'], { cwd: work }).catch(() => undefined);
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(work, path)), { recursive: true });
        await writeFile(join(work, path), text);
      }
      await run('git', ['add', '-A'], { cwd: work });
      await run('git', [...identity, 'commit', '--quiet', '-m', message], { cwd: work });
      await run('git', ['push', '--quiet', 'origin', 'HEAD:main'], { cwd: work });
      return (await run('git', ['rev-parse', 'HEAD'], { cwd: work })).trim();
    },
    remote: async (...args) => (await run('git', ['-C', bare, ...args])).trim(),
    at(sha, more = {}) {
      runs += 1;
      const branch = { event_name: 'workflow_dispatch', ref: 'refs/heads/main', ref_name: 'main', ref_type: 'branch' };
      const place = { repository: 'acme/lib', server_url: 'https://github.com', api_url: api.url };
      return { ...branch, ...place, ...more, sha, run_id: String(runs) };
    },
    standIns: standIns(bare),
    async served(name) {
      const text = await run('npm', ['view', name, 'versions', '--json', '--prefer-online'], { env });
      return [JSON.parse(text)].flat();
    },
    async close() {
      await Promise.all([npm.close(), api.close(), registry.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function standIns(bare: string): Record<string, StandIn> {
  const nothing: StandIn = async () => undefined;
  return {
    'actions/checkout': async (inputs, { workspace, env }) => {
      const sha = env.GITHUB_SHA ?? '';
      await run('git', ['clone', '--quiet', '--no-checkout', bare, workspace]);
      // Like the real one: without history there are no tags.
      if (inputs['fetch-depth'] !== '0') {
        const tags = (await run('git', ['tag', '--list'], { cwd: workspace })).split('\n').filter(Boolean);
        if (tags.length > 0) await run('git', ['tag', '--delete', ...tags], { cwd: workspace });
      }
      const branch = env.GITHUB_REF_TYPE === 'branch' ? ['-B', env.GITHUB_REF_NAME ?? ''] : ['--detach'];
      await run('git', ['checkout', '--quiet', ...branch, sha], { cwd: workspace });
    },
    'actions/setup-node': nothing,
    'actions/setup-python': nothing,
  };
}

export async function readJson(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path, 'utf8'));
}
