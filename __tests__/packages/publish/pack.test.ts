import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { runBundle } from '../../bundle/run-action.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const tools = join(process.cwd(), 'node_modules/.bin');
let registry: NpmRegistry;
beforeAll(async () => {
  registry = await startNpmRegistry();
  for (const name of ['core', 'top']) await registry.release(name, '1.0.0');
});
afterAll(() => registry.close());

/** Packs a workspace of these files as the job `build` does; `event` is the one that started the run. */
async function pack(files: Readonly<Record<string, object | string>>, event: object = {}, before: string[] = []) {
  const texts = Object.entries(files).map(([path, one]) => [path, typeof one === 'string' ? one : JSON.stringify(one)]);
  const cwd = await folders({ ...Object.fromEntries(texts), '.gitignore': 'release\nevent.json\n' });
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd });
  await git('init', '--quiet');
  await git('add', '-A');
  await git('commit', '--quiet', '-m', 'Begin');
  const started = join(await folders({ 'event.json': JSON.stringify(event) }), 'event.json');
  const env = {
    ...registry.env,
    PATH: [tools, registry.env.PATH].join(delimiter),
    GITHUB_SHA: (await git('rev-parse', 'HEAD')).trim(),
    ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/lib', GITHUB_EVENT_PATH: started },
  };
  const [command, ...args] = before;
  if (command !== undefined) await run(command, args, { cwd, env });
  const result = await runBundle('pack-packages', { cwd, env });
  const inside = (name: string) =>
    execFileSync('tar', ['-xzOf', join(cwd, 'release', `${name}-1.1.0.tgz`), 'package/package.json'], {
      encoding: 'utf8',
    });
  return { ...result, inside: (name: string) => JSON.parse(inside(name)) as Record<string, unknown> };
}

const npm = { 'package.json': { private: true, workspaces: ['p/*'] }, 'package-lock.json': '{}' };
const core = (more: object) => ({ 'p/core/package.json': { name: 'core', version: '1.1.0', ...more } });

slow('what publishConfig.directory names is packed, not the folder of the sources', async () => {
  const { stdout, outputs, inside } = await pack({
    ...npm,
    ...core({ publishConfig: { directory: 'dist' }, description: 'sources' }),
    'p/core/dist/package.json': { name: 'core', version: '1.1.0', description: 'built' },
  });
  expect(stdout).not.toContain('::error');
  expect(outputs.packages).toBe('npm:core@1.1.0');
  expect(inside('core').description).toBe('built');
});

slow.each<[string, object, RegExp]>([
  ['is not built', {}, /its publishConfig\.directory is "dist", and there is no package\.json in that folder.*build/],
  [
    'was built at another version',
    { 'p/core/dist/package.json': { name: 'core', version: '1.0.0' } },
    /core@1\.1\.0: the tarball holds core@1\.0\.0/,
  ],
])('a directory that %s is told', async (_, files, message) => {
  const { exitCode, stdout } = await pack({ ...npm, ...core({ publishConfig: { directory: 'dist' } }), ...files });
  expect([exitCode, stdout]).toEqual([1, expect.stringMatching(message)]);
});

slow('all that would make a publish fail is told of all packages at once', async () => {
  const { exitCode, stdout } = await pack(
    {
      ...npm,
      ...core({ publishConfig: { tag: '1.x' }, repository: 'acme/lib' }),
      'p/top/package.json': { name: 'top', version: '1.1.0', dependencies: { core: 'workspace:^' } },
      'p/fixture/package.json': {
        name: 'fixture',
        version: '1.0.0',
        private: true,
        dependencies: { core: 'workspace:^' },
      },
    },
    { repository: { visibility: 'public' } },
  );
  expect(exitCode).toBe(1);
  expect(stdout.match(/^::error::.*/gm)).toEqual([
    expect.stringContaining('core: publishConfig.tag is "1.x"'),
    expect.stringContaining('top: the tarball needs core@workspace:^, which nobody can install'),
    expect.stringContaining('top: "repository" in its package.json is missing'),
  ]);
});

slow('a stale lock file of another manager decides nothing where the workspace says which one it has', async () => {
  const version = execFileSync(join(tools, 'pnpm'), ['--version'], { encoding: 'utf8' }).trim();
  const { stdout, inside } = await pack(
    {
      'package.json': { private: true, packageManager: `pnpm@${version}`, workspaces: ['p/*'] },
      'pnpm-workspace.yaml': 'packages: [p/*]\n',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'yarn.lock': '# yarn lockfile v1\n',
      ...core({}),
      'p/top/package.json': { name: 'top', version: '1.1.0', dependencies: { core: 'workspace:^' } },
    },
    {},
    ['pnpm', 'install', '--no-frozen-lockfile'],
  );
  expect(stdout).not.toContain('::error');
  expect(inside('top').dependencies).toEqual({ core: '^1.1.0' });
});

slow('two lock files, and nothing that says which one counts, are told', async () => {
  const { exitCode, stdout } = await pack({ ...npm, ...core({}), 'yarn.lock': '# yarn lockfile v1\n' });
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('::error::Several lock files are there')]);
});
