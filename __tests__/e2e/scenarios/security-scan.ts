import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../support/processes.ts';
import { template } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const REPOSITORY = 'scanned/app';
/** The form of a key, and nobody's: put together here, so that no scanner finds it in this file. */
const PLANTED = `AKIA${'SCANNED7'.repeat(2)}`;

export default scenario(
  'template security-scan: nothing found; then a vulnerable dependency in a pull request, a secret and a language without code',
  async (ground) => {
    const { world, services } = ground;
    const registry = await services.npm();
    for (const name of ['@scanned/good', '@scanned/bad']) await registry.release(name, '1.0.0');
    world.npm.advisories.set('@scanned/bad', {
      id: 1,
      url: 'https://github.com/advisories/GHSA-xxxx-xxxx-xxxx',
      title: 'It does what it should not',
      severity: 'high',
      vulnerable_versions: '<=1.0.0',
    });
    world.addRepository(REPOSITORY, {
      files: {
        ...(await lockedProject(ground, ['@scanned/good'])),
        '.github/workflows/security-scan.yml': await template('security-scan.yml'),
        'index.js': 'export const answer = 42;\n',
      },
    });
    const clean = await world.startOn(REPOSITORY, 'security-scan.yml', { name: 'schedule' }).ended;
    assert.equal(clean.conclusion, 'success', 'with nothing to find');
    assert.match(clean.log, /found 0 vulnerabilities/);
    assert.match(clean.log, /audited 1 packages/);
    assert.deepEqual(Object.keys(clean.artifacts).sort(), [
      'sarif-language-actions',
      'sarif-language-javascript-typescript',
    ]);

    const proposed = await proposeBadDependency(ground);
    assert.equal(proposed.conclusion, 'failure', 'a vulnerable dependency');
    assert.deepEqual(failedJobs(proposed), ['Dependencies', 'New dependencies']);
    assert.match(proposed.log, /1 high severity vulnerability/);

    world.github.commit(REPOSITORY, 'main', { 'key.txt': `${PLANTED}\n` });
    world.github.commit(REPOSITORY, 'main', { 'key.txt': undefined, 'index.js': undefined });
    const leaked = await world.startOn(REPOSITORY, 'security-scan.yml', { name: 'push' }).ended;
    assert.equal(leaked.conclusion, 'failure', 'a secret in the history');
    // act says of all entries of a matrix that they failed where one did.
    assert.deepEqual(
      failedJobs(leaked).filter((name) => !name.startsWith('CodeQL')),
      ['Secrets'],
    );
    assert.match(leaked.log, /\[CodeQL \(javascript-typescript\).*::error::CodeQL detected no code/);
    assert.doesNotMatch(leaked.log, /\[CodeQL \(actions\).*::error::/);
    assert.match(leaked.log, /Found unverified AWS result/);
    assert.doesNotMatch(leaked.log, new RegExp(PLANTED));
  },
);

async function proposeBadDependency(ground: Ground) {
  const { github, startOn } = ground.world;
  const { git } = github.repository(REPOSITORY);
  const base = git.refs.get('refs/heads/main') ?? '';
  git.refs.set('refs/heads/add-bad', base);
  const files = await lockedProject(ground, ['@scanned/good', '@scanned/bad']);
  const head = github.commit(REPOSITORY, 'add-bad', files);
  const payload = { pull_request: { base: { ref: 'main', sha: base }, head: { ref: 'add-bad', sha: head } } };
  return startOn(REPOSITORY, 'security-scan.yml', { name: 'pull_request', branch: 'add-bad', payload }).ended;
}

/** package.json and package-lock.json, as npm writes them. */
async function lockedProject({ folder, services }: Ground, names: readonly string[]): Promise<Record<string, string>> {
  const { env } = await services.npm();
  const project = join(folder, `project-${names.length}`);
  await mkdir(project);
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const manifest = `${JSON.stringify({ name: 'app', version: '1.0.0', type: 'module', dependencies }, null, 2)}\n`;
  await writeFile(join(project, 'package.json'), manifest);
  await run('npm', ['install', '--package-lock-only', '--no-audit', '--omit-lockfile-registry-resolved'], {
    cwd: project,
    env,
  });
  return { 'package.json': manifest, 'package-lock.json': await readFile(join(project, 'package-lock.json'), 'utf8') };
}

function failedJobs({
  jobs,
}: {
  readonly jobs: readonly { readonly name: string; readonly conclusion?: string }[];
}): string[] {
  return jobs
    .filter(({ conclusion }) => conclusion === 'failure')
    .map(({ name }) => name)
    .sort();
}
