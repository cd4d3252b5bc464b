import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { runBundle } from '../../bundle/run-action.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { describeWithTools } from '../../support/npm-tools.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const tools = fileURLToPath(new URL('../../../node_modules/.bin', import.meta.url));
const folders = temporaryFolders();
let registry: NpmRegistry;
let release: string;
beforeAll(async () => {
  registry = await startNpmRegistry();
  release = await mkdtemp(join(tmpdir(), 'release-'));
});
afterAll(async () => {
  await registry.close();
  await rm(release, { recursive: true });
});

const git = (cwd: string, ...args: string[]) =>
  run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd });
const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;

const WORKSPACES = { workspaces: ['p/*'] };
/** What is run, in which version where that is not the one of node_modules, and what its workspaces look like. */
const MANAGERS: readonly [string, string | undefined, string, string[], object][] = [
  ['npm', undefined, '^1.1.0', ['install', '--package-lock-only'], WORKSPACES],
  ['pnpm', undefined, 'workspace:^', ['install', '--lockfile-only', '--no-frozen-lockfile'], {}],
  ['yarn', undefined, 'workspace:^', ['install', '--mode=update-lockfile'], WORKSPACES],
  ['yarn', 'yarn@1.22.22', '^1.1.0', ['install', '--ignore-scripts', '--non-interactive'], WORKSPACES],
  ['bun', 'bun@1.3.0', 'workspace:^', ['install', '--lockfile-only'], WORKSPACES],
];

// npm packs in every other test of this room.
for (const [manager, spec, range, lock, root] of MANAGERS)
  describeWithTools(spec === undefined ? [] : [spec], `${spec ?? manager}`, ([own = tools]) => {
    slow('installs by its lock file and packs, npm publishes in order, and the outputs are right', async () => {
      const scope = (spec ?? manager).replace(/[@.]/g, '-');
      const [base, top] = [`@${scope}/base`, `@${scope}/top`];
      for (const name of [base, top]) await registry.release(name, '1.0.0');
      const workspace = await folders({
        'package.json': json({ name: 'root', private: true, ...root }),
        'p/a-top/package.json': json({ name: top, version: '1.1.0', dependencies: { [base]: range } }),
        'p/z-base/package.json': json({ name: base, version: '1.1.0' }),
        'p/hidden/package.json': json({ name: `${scope}-hidden`, version: '1.0.0', private: true }),
        '.gitignore': 'node_modules\n.yarn\n.pnp*\n',
        ...(manager === 'pnpm' && { 'pnpm-workspace.yaml': 'packages: [p/*]\n' }),
        ...(manager === 'yarn' && { 'yarn.lock': spec === undefined ? '' : '# yarn lockfile v1\n' }),
      });
      const env = {
        ...registry.env,
        PATH: [own, tools, registry.env.PATH].join(delimiter),
        YARN_ENABLE_TELEMETRY: '0',
        YARN_NPM_REGISTRY_SERVER: registry.url,
        YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      };
      await run(manager, lock, { cwd: workspace, env: { ...env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' } });
      await git(workspace, 'init', '--quiet');
      await git(workspace, 'add', '-A');
      await git(workspace, 'commit', '--quiet', '-m', 'Begin');
      const sha = (await git(workspace, 'rev-parse', 'HEAD')).trim();
      const installed = await runBundle('install-dependencies', { cwd: workspace, env });
      expect(installed).toMatchObject({ exitCode: 0, outputs: { 'package-manager': manager } });

      const folder = join(release, scope);

      const packed = await runBundle('pack-packages', {
        cwd: workspace,
        env: { ...env, GITHUB_SHA: sha },
        inputs: { folder },
      });
      expect(packed.stdout).not.toContain('::error');
      expect(packed.outputs.packages).toBe(`npm:${base}@1.1.0\nnpm:${top}@1.1.0`);
      const publish = () =>
        runBundle('publish-packages', { cwd: workspace, env: { ...env, GITHUB_SHA: sha }, inputs: { folder } });
      const published = await publish();
      expect(published.stdout).not.toContain('::error');
      expect(published.outputs).toEqual({
        packages: `npm:${base}@1.1.0\nnpm:${top}@1.1.0`,
        published: 'true',
        integrity: expect.stringContaining(`{"npm:${base}@1.1.0":"sha512-`),
        'published-packages': JSON.stringify([base, top].map((name) => ({ name, version: '1.1.0' }))),
      });
      const again = await publish();
      expect(again).toMatchObject({ exitCode: 0, outputs: { published: 'false', 'published-packages': '[]' } });
      const served = await run('npm', ['view', `${top}@1.1.0`, 'dependencies', '--json'], { env: registry.env });
      expect(JSON.parse(served)).toEqual({ [base]: '^1.1.0' });
      expect(await git(workspace, 'status', '--porcelain')).toBe('');
    });
  });
