import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { EnvironmentDefinition } from '../../../simulator/types.ts';
import type { Examination } from '../../../src/operations/doctor/examination.ts';
import type { DoctorFinding } from '../../../src/operations/doctor/finding.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';
import { named } from './doctor-world.ts';

const HUB = `sources:
  acme/services: { events: [services-changed], components: { auth: services/auth } }
  acme/web: { events: [web-changed], components: { web: . } }
  other/tests: { events: [tests-changed], components: { e2e: . }, deploys: false }
environments:
  - { branch: main, environment: production }
  - { branch: develop, environment: staging }
  - { branch: "hotfix/*", environment: production }
`;
const LISTENER = (types: string) => `name: Hub\non:\n  repository_dispatch:\n    types: [${types}]\njobs: {}\n`;
const ALL = 'services-changed, web-changed, tests-changed, release-actions-self-test';
const trigger = (event: string) => `name: Trigger
on: push
jobs:
  tell:
    runs-on: ubuntu-latest
    steps:
      - uses: org/release-actions/trigger-hub@v1
        with:
          hub: acme/infra
          event-type: ${event}
`;
const guarded: EnvironmentDefinition[] = [{ name: 'production', reviewers: ['alice'] }, { name: 'staging' }];

let github: SimulatedGitHub;
let url: string;
let close: () => Promise<void>;
let cwd: string;
beforeAll(async () => {
  github = createGitHub({ clock: realClock });
  const source = (owner: string, name: string, event: string, files: Record<string, string> = {}) =>
    github.addRepository({
      ...{ owner, name, workflows: [{ file: 'trigger-hub.yml', on: ['push'] }] },
      files: { 'README.md': '#', ...files, '.github/workflows/trigger-hub.yml': trigger(event) },
    });
  source('acme', 'services', 'services-changed', { 'services/auth/index.js': '1' });
  source('acme', 'web', 'web-changed');
  source('other', 'tests', 'tests-changed');
  github.addRepository({ owner: 'acme', name: 'infra', environments: guarded });
  github.addToken('token-of-acme', { owners: ['acme'] });
  github.addToken('token-of-other', { owners: ['other'] });
  ({ url, close } = await github.serve());
  cwd = await mkdtemp(join(tmpdir(), 'release-actions-hub-check-'));
  await write('.github/hub.yml', HUB);
  await write('.github/workflows/hub.yml', LISTENER(ALL));
});
afterAll(() => close());

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), text);
}

async function look(): Promise<Examination> {
  const run = await runBundle('doctor', {
    cwd,
    inputs: { token: 'token-of-acme', tokens: 'other: token-of-other', 'on-problems': 'warn' },
    env: { GITHUB_API_URL: url, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/infra' },
  });
  expect(run.exitCode).toBe(0);
  return JSON.parse(await readFile(join(cwd, run.outputs.report ?? ''), 'utf8')) as Examination;
}

const problemsIn = ({ findings }: Examination) =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(named)
    .sort();

interface Planted {
  readonly found: string;
  readonly plant: () => unknown;
  readonly fix: (finding: DoctorFinding) => unknown;
}

const change = (repository: string, path: string, text: string | undefined) =>
  github.commit(repository, 'main', { [path]: text });
const file = '.github/workflows/trigger-hub.yml';
const limited = { contents: 'read', actions: 'read', administration: 'read' } as const;

const PLANTED: readonly Planted[] = [
  {
    found: 'hub-listens acme/infra',
    plant: () => write('.github/workflows/hub.yml', LISTENER('services-changed, tests-changed')),
    fix: ({ paste = '' }) => write('.github/workflows/hub.yml', LISTENER('').replace('types: []', paste)),
  },
  {
    found: 'hub-environment acme/infra',
    plant: () => github.changeSettings('acme/infra', { environments: [{ name: 'production' }, { name: 'staging' }] }),
    fix: () => github.changeSettings('acme/infra', { environments: guarded }),
  },
  {
    found: 'source-status other/tests',
    plant: () => github.addToken('token-of-other', { owners: ['other'], permissions: limited }),
    fix: () => github.addToken('token-of-other', { owners: ['other'], permissions: { ...limited, statuses: 'write' } }),
  },
  {
    found: 'source-triggers acme/web',
    plant: () => change('acme/web', file, 'on: push\njobs: {}\n'),
    fix: () => change('acme/web', file, trigger('web-changed')),
  },
  {
    found: 'source-triggers other/tests',
    plant: () => change('other/tests', file, trigger('test-changed')),
    fix: ({ paste = '' }) => change('other/tests', file, trigger('x').replace('event-type: x', paste)),
  },
  {
    found: 'source-folders acme/services',
    plant: () => change('acme/services', 'services/auth/index.js', undefined),
    fix: () => change('acme/services', 'services/auth/index.js', '1'),
  },
];

slow('a healthy hub has no problem; each trouble is found, and its fix makes it go away', async () => {
  const healthy = await look();
  expect(problemsIn(healthy)).toEqual([]);
  expect(healthy.profiles).toEqual(['hub']);
  for (const { plant } of PLANTED) await plant();
  const sick = await look();
  expect(problemsIn(sick)).toEqual(PLANTED.map(({ found }) => found).sort());
  expect(sick.findings.find(({ check }) => check === 'hub-environment')?.severity).toBe('error');
  for (const { found, fix } of PLANTED) {
    const finding = sick.findings.find((one) => named(one) === found);
    if (!finding) throw new Error(found);
    await fix(finding);
  }
  expect(problemsIn(await look())).toEqual([]);
  expect(github.violations).toEqual([]);
  expect(github.effects.filter(({ kind }) => kind === 'commit-status' || kind === 'dispatch')).toEqual([]);
});

slow('an environment that is not there, a hub file with faults, and nobody who listens are told', async () => {
  github.changeSettings('acme/infra', { environments: [guarded[0] as EnvironmentDefinition] });
  await write('.github/workflows/hub.yml', 'on: push\njobs: {}\n');
  const { findings } = await look();
  expect(findings.map(({ seen }) => seen)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('No workflow of this repository listens to repository_dispatch'),
      expect.stringContaining('The environment staging, to which hub.yml leads, is not there'),
    ]),
  );
  await write('.github/hub.yml', 'sources: 7\n');
  const broken = await look();
  expect(broken.findings.filter(({ check }) => check === 'hub-valid').length).toBeGreaterThan(0);
  expect(broken.findings[0]?.place).toMatchObject({ file: '.github/hub.yml', line: 1 });
});
