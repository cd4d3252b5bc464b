import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GitStore, TreeEntry } from '../../simulator/core/git-store.ts';
import { createGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { type NpmRegistry, startNpmRegistry } from '../support/npm-registry.ts';
import { run } from '../support/processes.ts';
import type { RunOptions, StandIn } from '../support/template-runner.ts';
import { startTrustedPublishing, type TrustedPublishing } from '../support/trusted-publishing.ts';

/** A registry that takes trusted publishers only, GitHub's API, and repositories with real git remotes. */
export interface ReleaseWorld {
  readonly registry: NpmRegistry;
  readonly npm: TrustedPublishing;
  readonly github: ReturnType<typeof createGitHub>;
  readonly env: Record<string, string>;
  /** For whatever is gone with this world. */
  readonly scratch: string;
  addRepository(name: string): Promise<Repository>;
  /** The versions of a package as a consumer sees them. */
  served(name: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface Repository {
  /** Commits files (undefined: the file goes) to the remote's main branch and returns the commit. */
  commit(files: Readonly<Record<string, string | undefined>>, message?: string): Promise<string>;
  /** Git in the remote. */
  remote(...args: string[]): Promise<string>;
  /** A run of a workflow at a commit, as GitHub describes it to the runner. */
  at(sha: string, more?: Readonly<Record<string, unknown>>): RunOptions['github'];
  readonly standIns: Record<string, StandIn>;
}

/** `bin`: folders of programs, before all others. */
export async function startReleaseWorld(bin: readonly string[] = []): Promise<ReleaseWorld> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'release-world-')));
  const registry = await startNpmRegistry();
  const npm = await startTrustedPublishing(registry);
  const github = createGitHub({ clock: realClock });
  github.addToken('secret', { owners: ['acme'] });
  const api = await github.serve();
  const scratch = join(folder, 'scratch');
  await mkdir(scratch);
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
  return {
    registry,
    npm,
    github,
    env,
    scratch,
    async addRepository(name) {
      const { git } = github.addRepository({ owner: 'acme', name });
      return createRepository(join(folder, name), { repository: `acme/${name}`, api_url: api.url }, git);
    },
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

/** What a squash merge of the branch changes. */
export async function differences(
  { remote }: Repository,
  base: string,
  branch: string,
): Promise<Record<string, string | undefined>> {
  const lines = (await remote('diff', '--name-status', '--no-renames', base, branch)).split('\n');
  const files: Record<string, string | undefined> = {};
  for (const line of lines) {
    const [status, path = ''] = line.split('\t');
    files[path] = status === 'D' ? undefined : `${await remote('show', `${branch}:${path}`)}\n`;
  }
  return files;
}

async function createRepository(
  folder: string,
  place: Readonly<Record<string, string>>,
  store: GitStore,
): Promise<Repository> {
  const [bare, work] = [join(folder, 'remote.git'), join(folder, 'work')];
  await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  await run('git', ['clone', '--quiet', bare, work]);
  const git = async (...args: string[]) => (await run('git', args, { cwd: work })).trim();
  let runs = 100;
  return {
    async commit(files, message = 'A change') {
      await git('fetch', '--quiet', 'origin');
      await git('checkout', '--quiet', '-B', 'main', 'origin/main').catch(() => undefined);
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(work, path)), { recursive: true });
        if (text === undefined) await rm(join(work, path));
        else await writeFile(join(work, path), text);
      }
      await git('add', '-A');
      const sha = await commitInBoth(work, message, store);
      await git('push', '--quiet', 'origin', `${sha}:refs/heads/main`);
      return sha;
    },
    remote: async (...args) => (await run('git', ['-C', bare, ...args])).trim(),
    at(sha, more = {}) {
      runs += 1;
      const branch = { event_name: 'workflow_dispatch', ref: 'refs/heads/main', ref_name: 'main', ref_type: 'branch' };
      return { ...branch, server_url: 'https://github.com', ...place, ...more, sha, run_id: String(runs) };
    },
    standIns: standIns(bare),
  };
}

/** The same commit in real git and in the embedded GitHub, where a claim takes its tree. */
async function commitInBoth(work: string, message: string, store: GitStore): Promise<string> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: work })).trim();
  const author = 'dev';
  const parents = await git('rev-parse', '--verify', '--quiet', 'HEAD').then(
    (sha) => [sha],
    () => [],
  );
  const entries = new Map<string, TreeEntry>();
  for (const line of (await git('ls-files', '--stage')).split('\n')) {
    const [, mode = '', path = ''] = /^(\d+) \w+ \d\t(.*)$/.exec(line) ?? [];
    entries.set(path, { mode: mode as TreeEntry['mode'], sha: store.writeBlob(await readFile(join(work, path))) });
  }
  const tree = store.changeTree(undefined, entries);
  const at = Date.now();
  const { sha } = store.writeCommit({ tree, parents, message, author, at });
  await git('write-tree');
  const who = `${author} <${author}@users.noreply.github.com> ${Math.floor(at / 1000)} +0000`;
  const lines = [`tree ${tree}`, ...parents.map((one) => `parent ${one}`), `author ${who}`, `committer ${who}`];
  await writeFile(join(work, '.git', 'commit'), [...lines, '', message].join('\n'));
  const written = await git('hash-object', '-t', 'commit', '-w', join('.git', 'commit'));
  if (written !== sha) throw new Error(`git has ${written}, the embedded GitHub ${sha}`);
  return sha;
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
