import { chmod, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { runBundle } from '../../bundle/run-action.ts';
import { type NpmRegistry, startNpmRegistry } from '../../support/npm-registry.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
let registry: NpmRegistry;

/** A pnpm that says which one it is, what it was asked, and which PATH a script of it would have. */
const program = (version: string) =>
  `#!/usr/bin/env node\nconsole.log(process.argv[2] === '--version' ? '${version}' : 'PNPM ${version} ' + process.argv.slice(2).join(' '));\n`;

beforeAll(async () => {
  registry = await startNpmRegistry();
  for (const version of ['8.99.0', '9.99.0']) {
    const folder = await foldersForAll({
      'package.json': JSON.stringify({ name: 'pnpm', version, bin: { pnpm: 'pnpm.cjs' } }),
      'pnpm.cjs': program(version),
    });
    await registry.publish(folder);
  }
});
afterAll(() => registry.close());
const foldersForAll = temporaryFolders();

/** A machine with this pnpm on PATH, or with none. */
async function machine(version?: string) {
  const bin = await folders(version === undefined ? {} : { pnpm: program(version) });
  if (version !== undefined) await chmod(join(bin, 'pnpm'), 0o755);
  const temp = await folders();
  const path = [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  return { ...registry.env, PATH: path, RUNNER_TEMP: temp, GITHUB_PATH: join(temp, 'path') };
}
const lock = (version: string) => ({ 'pnpm-lock.yaml': `lockfileVersion: '${version}'\n` });

slow.each<[string, string | undefined, Record<string, string>, string]>([
  ['fits the lock file', '9.15.0', lock('9.0'), '9.15.0'],
  ['is too new for the lock file', '10.0.0', lock('6.0'), '8.99.0'],
  ['is not there', undefined, lock('6.0'), '8.99.0'],
  ['is not the declared one', '8.0.0', { 'package.json': '{"packageManager":"pnpm@9.99.0"}' }, '9.99.0'],
  [
    'is not the one of devEngines, which npm would refuse to work beside',
    '8.0.0',
    {
      'package.json': JSON.stringify({
        devEngines: {
          packageManager: { name: 'pnpm', version: '^9', onFail: 'error' },
          runtime: { name: 'vm', onFail: 'error' },
        },
      }),
    },
    '9.99.0',
  ],
])('pnpm that %s', async (_, here, files, expected) => {
  const env = await machine(here);
  const cwd = await folders({ 'package.json': '{}', 'pnpm-workspace.yaml': 'packages: []\n', ...files });
  const installed = await runBundle('install-dependencies', { cwd, env });
  expect(installed).toMatchObject({ exitCode: 0, outputs: { 'package-manager': 'pnpm' } });
  expect(installed.stdout).toContain(`PNPM ${expected} install`);
  // The steps after it have the same one.
  const path = await readFile(env.GITHUB_PATH, 'utf8').catch(() => '');
  expect(path.trim() !== '').toBe(here !== expected);
});

slow('one that cannot be had is told with what is needed, by what, and what to do', async () => {
  const env = await machine('10.0.0');
  const cwd = await folders({ 'package.json': '{"packageManager":"pnpm@7.1.0"}' });
  const { exitCode, stdout } = await runBundle('install-dependencies', { cwd, env });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(
    /::error::pnpm 10\.0\.0 is installed here; the workspace needs 7\.1\.0 \(packageManager of package\.json\)\. pnpm@7\.1\.0 could not be fetched: .*pnpm\/action-setup/,
  );
});

slow('scripts are run by it, those that there are, and the first that fails ends the step', async () => {
  const env = await machine('9.15.0');
  const scripts = { build: 'x', test: 'x' };
  const cwd = await folders({ 'package.json': JSON.stringify({ packageManager: 'pnpm@9.15.0', scripts }) });
  const ran = await runBundle('run-scripts', { cwd, env, inputs: { scripts: 'build\nlint\ntest' } });
  expect(ran).toMatchObject({ exitCode: 0, outputs: { ran: '["build","test"]' } });
  expect(ran.stdout).toMatch(/no script lint[\s\S]*PNPM 9\.15\.0 run build[\s\S]*PNPM 9\.15\.0 run test/);
  const npm = await folders({ 'package.json': JSON.stringify({ scripts: { build: 'echo BROKEN >&2; exit 3' } }) });
  const failed = await runBundle('run-scripts', { cwd: npm, env, inputs: { scripts: 'build\ntest' } });
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toMatch(/::error::npm run build failed with exit code (1|3)/);
});

slow('npm that devEngines refuse says what to set up', async () => {
  const devEngines = { runtime: { name: 'node', version: '>=99', onFail: 'error' } };
  const cwd = await folders({ 'package.json': JSON.stringify({ devEngines, scripts: { build: 'true' } }) });
  const { exitCode, stdout } = await runBundle('run-scripts', {
    cwd,
    env: await machine(),
    inputs: { scripts: 'build' },
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(
    /EBADDEVENGINES.*The devEngines of package\.json ask for something that this job does not have/,
  );
});
