import { chmod, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { runBundle } from '../../bundle/run-action.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { describeWithTools } from '../../support/npm-tools.ts';
import { run } from '../../support/processes.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { changeset, cli3, config } from './workspaces.ts';

/* The steps of release-changesets.yml, as a repository with this manager and this changesets has them. */
const folders = temporaryFolders();
const foldersForAll = temporaryFolders();
const tools = join(process.cwd(), 'node_modules/.bin');
const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
let registry: NpmRegistry;

/** The real changesets, behind a package that a registry without any other package can serve. */
async function serveChangesets(version: string, cli: string): Promise<void> {
  const folder = await foldersForAll({
    'package.json': json({ name: '@changesets/cli', version, bin: { changeset: 'bin.cjs' } }),
    'bin.cjs': `#!/usr/bin/env node
const { NODE_OPTIONS, ...env } = process.env;
const { status } = require('node:child_process').spawnSync(process.execPath, [${JSON.stringify(cli)}, ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exit(status);
`,
  });
  await chmod(join(folder, 'bin.cjs'), 0o755);
  await registry.publish(folder);
}

const CHANGESETS_2 = '@changesets/cli@2.31.1';

beforeAll(async () => {
  registry = await startNpmRegistry();
  // pnpm 11 asks for itself, to write into its lock file which one devEngines mean.
  for (const name of ['pnpm', '@pnpm/exe']) await registry.release(name, '11.28.11');
});
afterAll(() => registry.close());

const served = new Map<string, Promise<void>>();
const serveOnce = (version: string, bin = '') => {
  const cli = version === '2.31.1' ? join(bin, '../@changesets/cli/bin.js') : cli3;
  const serving = served.get(version) ?? serveChangesets(version, cli);
  served.set(version, serving);
  return serving;
};

const PNPM = 'pnpm@11.28.11';
const own = (version: string) => ({
  devEngines: { packageManager: { name: 'pnpm', version, onFail: 'download' } },
});
/** The repository's own Node, as setup-node puts it on PATH; ours is that of the runner. */
const nodeOf = (version: string) => `node-${process.platform}-${process.arch}@${version}`;
const WORKSPACES = { workspaces: ['p/*'] };
const LOCK: Readonly<Record<string, readonly string[]>> = {
  npm: ['install', '--package-lock-only', '--ignore-scripts'],
  pnpm: ['install', '--lockfile-only', '--no-frozen-lockfile'],
  yarn: ['install', '--ignore-scripts', '--non-interactive'],
  bun: ['install', '--lockfile-only'],
};

const CASES: readonly [string, string | undefined, string, string, object][] = [
  ['npm', undefined, '2.31.1', '^1.0.0', WORKSPACES],
  ['npm', nodeOf('20.20.2'), '2.31.1', '^1.0.0', WORKSPACES],
  ['npm', nodeOf('22.23.3'), '3.0.3', '^1.0.0', WORKSPACES],
  ['pnpm', PNPM, '2.31.1', 'workspace:^', own('11.28.11')],
  ['pnpm', PNPM, '3.0.3', 'workspace:^', own('11.28.11')],
  ['yarn', 'yarn@1.22.22', '2.31.1', '^1.0.0', WORKSPACES],
  ['bun', 'bun@1.3.0', '3.0.3', 'workspace:^', WORKSPACES],
];

for (const [manager, spec, cli, range, root] of CASES) {
  const specs = [...(spec === undefined ? [] : [spec]), ...(cli === '2.31.1' ? [CHANGESETS_2] : [])];
  describeWithTools(specs, `${spec ?? manager} with changesets ${cli}`, (bins) => {
    const bin = spec === undefined ? tools : bins[0];
    beforeAll(() => serveOnce(cli, bins.at(-1)));

    slow('planned, raised and packed as both mean it', async () => {
      const scope = `${spec ?? manager}-${cli}`.replace(/[@.]/g, '-');
      const [base, top, app] = [`@${scope}/base`, `@${scope}/top`, `@${scope}/app`];
      for (const name of [base, top]) await registry.release(name, '1.0.0');
      const cwd = await folders({
        'package.json': json({
          ...{ name: 'root', private: true, ...root, devDependencies: { '@changesets/cli': cli } },
          scripts: { build: 'node -p process.version' },
        }),
        'p/base/package.json': json({ name: base, version: '1.0.0' }),
        'p/top/package.json': json({ name: top, version: '1.0.0', dependencies: { [base]: range } }),
        'p/app/package.json': json({ name: app, version: '1.0.0', private: true, dependencies: { [base]: range } }),
        '.changeset/config.json': json(config()),
        '.changeset/one.md': changeset({ [base]: 'minor', [top]: 'patch' }, 'About both.'),
        '.changeset/two.md': changeset({ [app]: 'minor' }, 'About the app.'),
        '.gitignore': 'node_modules\n',
        ...(manager === 'pnpm' && { 'pnpm-workspace.yaml': 'packages: [p/*]\n' }),
        ...(manager === 'yarn' && { 'yarn.lock': '# yarn lockfile v1\n' }),
      });
      const git = (...args: string[]) =>
        run('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], { cwd });
      // What is on PATH is what the runner has, and the manager that a set-up step has brought.
      const PATH = [...(spec === undefined ? [] : [bin]), dirname(process.execPath), tools, process.env.PATH].join(
        delimiter,
      );
      const env = {
        ...registry.env,
        PATH,
        npm_config_minimum_release_age: '0',
        BUN_CONFIG_REGISTRY: registry.url,
        GIT_CONFIG_GLOBAL: '/dev/null',
      };
      await run(manager, LOCK[manager] ?? [], { cwd, env });
      await git('init', '--quiet', '--initial-branch=main');
      await git('add', '-A');
      await git('commit', '--quiet', '-m', 'Begin');

      const installed = await runBundle('install-dependencies', { cwd, env });
      expect(installed.stdout).not.toContain('::error');
      expect(installed.outputs['package-manager']).toBe(manager);

      const built = await runBundle('run-scripts', { cwd, env, inputs: { scripts: 'build' } });
      const node = spec?.startsWith('node-') ? `v${spec.split('@')[1]}` : process.version;
      expect(built.stdout).toContain(node);

      const planned = await runBundle('plan-release', { cwd, env, inputs: { source: 'changesets' } });
      expect(planned.stdout).not.toContain('::error');
      // Changesets 2 raises private packages, changesets 3 does not.
      const expected = { [base]: '1.1.0', [top]: '1.0.1', ...(cli.startsWith('2') && { [app]: '1.1.0' }) };
      expect(JSON.parse(planned.outputs.versions ?? '{}')).toEqual(expected);

      const raised = await runBundle('version-packages', { cwd, env });
      expect(raised.stdout).not.toContain('::error');
      const versionOf = async (folder: string) =>
        JSON.parse(await readFile(join(cwd, folder, 'package.json'), 'utf8')).version;
      const versions = {
        [base]: await versionOf('p/base'),
        [top]: await versionOf('p/top'),
        [app]: await versionOf('p/app'),
      };
      expect(versions).toEqual({ [app]: '1.0.0', ...expected });

      await git('add', '-A');
      await git('commit', '--quiet', '-m', 'Version packages');
      const GITHUB_SHA = (await git('rev-parse', 'HEAD')).trim();
      const packed = await runBundle('pack-packages', {
        cwd,
        env: { ...env, GITHUB_SHA },
        inputs: { folder: await folders() },
      });
      expect(packed.stdout).not.toContain('::error');
      expect(packed.outputs.packages).toBe(`npm:${base}@1.1.0\nnpm:${top}@1.0.1`);
    });
  });
}
