import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { Examination } from '../../../src/operations/doctor/examination.ts';
import type { DoctorFinding } from '../../../src/operations/doctor/finding.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';

const repository = (directory: string) => ({ type: 'git', url: 'git+https://github.com/acme/mono.git', directory });
const member = (name: string, more: object = {}) =>
  JSON.stringify({ name, version: '1.0.0', repository: repository(`packages/${name.split('/')[1]}`), ...more });
const CONFIG = { baseBranch: 'main', access: 'public' };
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    private: true,
    workspaces: ['packages/*'],
    devDependencies: { '@changesets/cli': '^3.0.0' },
  }),
  'package-lock.json': '{}',
  'packages/a/package.json': member('@acme/a'),
  'packages/b/package.json': member('@acme/b', { dependencies: { '@acme/a': '^1.0.0' } }),
  '.changeset/config.json': JSON.stringify(CONFIG),
};

let github: SimulatedGitHub;
let url: string;
let close: () => Promise<void>;
let cwd: string;
beforeAll(async () => {
  github = createGitHub({ clock: realClock });
  github.addRepository({ owner: 'acme', name: 'mono', environments: [{ name: 'npm' }, { name: 'pypi' }] });
  github.addToken('token-of-acme', { owners: ['acme'] });
  for (const name of ['@acme/a', '@acme/b']) github.registry.publish({ registry: 'npm', name, version: '1.0.0' });
  ({ url, close } = await github.serve());
  cwd = await mkdtemp(join(tmpdir(), 'release-actions-changesets-check-'));
  for (const [path, text] of Object.entries(FILES)) await write(path, text);
  await write('.github/workflows/release.yml', await readFile('workflows-templates/release-changesets.yml', 'utf8'));
});
afterAll(() => close());

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), text);
}

async function look(): Promise<readonly DoctorFinding[]> {
  const run = await runBundle('doctor', {
    cwd,
    inputs: { token: 'token-of-acme', 'registry-url': `${url}/registry/npm`, 'on-problems': 'warn' },
    env: { GITHUB_API_URL: url, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/mono' },
  });
  expect([run.exitCode, run.outputs.report]).toEqual([0, '.release-actions/doctor.json']);
  const seen = JSON.parse(await readFile(join(cwd, '.release-actions/doctor.json'), 'utf8')) as Examination;
  expect(seen.profiles).toEqual(['changesets']);
  return seen.findings.filter(({ severity }) => severity !== 'info');
}

const release = '.github/workflows/release.yml';
let workflow = '';
/** What is planted, and what a person does who follows the fix. */
const TROUBLES: readonly { found: string; plant: () => unknown; fix: (finding: DoctorFinding) => unknown }[] = [
  {
    found: 'changesets-valid',
    plant: () => write('.changeset/brave-cats.md', '---\n"@acme/a": huge\n---\n\nA change.\n'),
    fix: () => rm(join(cwd, '.changeset/brave-cats.md')),
  },
  {
    found: 'changesets-cli',
    plant: () => write('package.json', JSON.stringify({ private: true, workspaces: ['packages/*'] })),
    fix: () => write('package.json', FILES['package.json'] ?? ''),
  },
  {
    found: 'changesets-manager',
    plant: () => write('yarn.lock', '# yarn lockfile v1\n'),
    fix: () => rm(join(cwd, 'yarn.lock')),
  },
  {
    found: 'changesets-access',
    plant: () => write('.changeset/config.json', JSON.stringify({ baseBranch: 'main' })),
    fix: ({ paste }) => write('.changeset/config.json', `{ "baseBranch": "main", ${paste} }`),
  },
  {
    found: 'changesets-names',
    plant: () => write('packages/c/package.json', member('@acme/c')),
    fix: () => github.registry.publish({ registry: 'npm', name: '@acme/c', version: '1.0.0' }),
  },
  {
    found: 'changesets-branch',
    plant: () => write('.changeset/config.json', JSON.stringify({ ...CONFIG, baseBranch: 'trunk' })),
    fix: ({ paste }) => write('.changeset/config.json', `{ "access": "public", ${paste} }`),
  },
  {
    found: 'changesets-repository',
    plant: () => write('packages/a/package.json', JSON.stringify({ name: '@acme/a', version: '1.0.0' })),
    fix: ({ paste }) => write('packages/a/package.json', `{ "name": "@acme/a", "version": "1.0.0", ${paste} }`),
  },
  {
    found: 'changesets-workflow',
    plant: async () => {
      workflow = await readFile(join(cwd, release), 'utf8');
      await write(release, 'on: workflow_dispatch\njobs: {}\n');
    },
    fix: () => write(release, workflow),
  },
  {
    found: 'changesets-environment',
    plant: () => github.changeSettings('acme/mono', { environments: [{ name: 'npm' }] }),
    fix: ({ paste = '' }) => {
      const name = /environments\/(\S+)$/.exec(paste)?.[1] ?? '';
      github.changeSettings('acme/mono', { environments: [{ name: 'npm' }, { name }] });
    },
  },
];

slow('a workspace that is ready has no problem', async () => {
  expect(await look()).toEqual([]);
});

slow.each(TROUBLES)('$found is found alone, and its fix makes it go away', async ({ found, plant, fix }) => {
  await plant();
  const [finding, ...others] = await look();
  expect([finding?.check, others]).toEqual([found, []]);
  if (finding) await fix(finding);
  expect(await look()).toEqual([]);
});
