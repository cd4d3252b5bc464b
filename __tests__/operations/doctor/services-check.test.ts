import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { Examination } from '../../../src/operations/doctor/examination.ts';
import type { DoctorFinding } from '../../../src/operations/doctor/finding.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { runBundle } from '../../bundle/run-action.ts';
import { slow } from '../../support/slow.ts';
import { named } from './doctor-world.ts';

const file = '.github/workflows/deploy.yml';
const NAMES = ['auth', 'billing', 'mail'] as const;
const services = (...more: readonly string[]) =>
  ['services:', ...NAMES.map((name) => `  - { name: ${name}, repository: acme/${name} }`), ...more, ''].join('\n');

let template: string;
let github: SimulatedGitHub;
let url: string;
let close: () => Promise<void>;
let cwd: string;
beforeAll(async () => {
  template = await readFile('workflows-templates/deploy-service.yml', 'utf8');
  github = createGitHub({ clock: realClock });
  for (const name of NAMES)
    github.addRepository({
      ...{ owner: 'acme', name, files: { 'README.md': '#', [file]: template, '.github/workflows/ci.yml': CI } },
      workflows: [{ file: 'ci.yml', on: ['push'] }, DEPLOY],
    });
  github.addRepository({ owner: 'acme', name: 'infra' });
  github.addToken('token-of-acme', { owners: ['acme'] });
  ({ url, close } = await github.serve());
  cwd = await mkdtemp(join(tmpdir(), 'release-actions-services-check-'));
  await declare(services());
});
afterAll(() => close());

const DEPLOY = { file: 'deploy.yml', on: ['push'] } as const;
const CI = 'on: push\njobs: { test: { runs-on: ubuntu-latest, steps: [{ run: npm test }] } }\n';
const declare = (text: string) => writeFile(join(cwd, 'services.yml'), text);
const deploys = (name: string, text: string) => github.commit(`acme/${name}`, 'main', { [file]: text });

async function look(home = 'acme/infra', more: Readonly<Record<string, string>> = {}): Promise<Examination> {
  const run = await runBundle('doctor', {
    cwd,
    inputs: { token: 'token-of-acme', 'on-problems': 'warn', ...more },
    env: { GITHUB_API_URL: url, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: home },
  });
  expect(run.exitCode).toBe(0);
  return JSON.parse(await readFile(join(cwd, run.outputs.report ?? ''), 'utf8')) as Examination;
}

const problemsIn = ({ findings }: Pick<Examination, 'findings'>) =>
  findings.filter(({ severity }) => severity !== 'info').map(named);
const seenBy = ({ findings }: Pick<Examination, 'findings'>, check: string) =>
  findings.filter((one) => one.check === check).map(({ seen }) => seen);

slow('a fleet that deploys by the template has no problem, a row for each service, and one line of all', async () => {
  const seen = await look();
  expect([seen.profiles, problemsIn(seen)]).toEqual([['service'], []]);
  expect(seenBy(seen, 'service-adopts').sort()).toEqual(
    NAMES.map((name) => `${file} in acme/${name} calls org/release-actions/.github/workflows/deploy-service.yml@v1.`),
  );
  expect(seenBy(seen, 'services-adopted')).toEqual(["3 of 3 services' repositories use deploy-service."]);
});

const gone = '  - { name: gone, repository: acme/gone }';

/** What is planted, and what a person does who follows the fix. */
const PLANTED: readonly { found: string; plant: () => unknown; fix: (finding: DoctorFinding) => unknown }[] = [
  {
    found: 'service-adopts auth',
    // Only its name is the same.
    plant: () => deploys('auth', CI.replace('run: npm test', 'uses: acme/deploy-service.yml@v1')),
    fix: () => deploys('auth', template),
  },
  {
    found: 'service-adopts billing',
    plant: () => github.setWorkflowState('acme/billing', 'deploy.yml', 'disabled_manually'),
    fix: () => github.setWorkflowState('acme/billing', 'deploy.yml', 'active'),
  },
  {
    found: 'looked-at mail',
    plant: () => deploys('mail', 'on: [push\n'),
    fix: () => deploys('mail', template),
  },
  {
    found: 'repository-there acme/gone',
    plant: () => declare(services(gone, '  - { name: mute }')),
    fix: () => github.addRepository({ owner: 'acme', name: 'gone', files: { [file]: template }, workflows: [DEPLOY] }),
  },
  {
    // Planted with the one before.
    found: 'service-repository services.yml',
    plant: () => undefined,
    fix: ({ paste = '' }) => declare(services(gone, `  - { name: mute, ${paste.replace('owner/name', 'acme/mail')} }`)),
  },
];

slow('each trouble is found, nothing else is, and each fix makes its finding go away', async () => {
  for (const { plant } of PLANTED) await plant();
  const sick = await look();
  expect(problemsIn(sick).sort()).toEqual(PLANTED.map(({ found }) => found).sort());
  expect(seenBy(sick, 'services-adopted')).toEqual([
    "0 of 4 services' repositories use deploy-service; of 2 it is not known.",
  ]);
  for (const { found, fix } of PLANTED) {
    const finding = sick.findings.find((one) => named(one) === found);
    if (!finding) throw new Error(found);
    await fix(finding);
  }
  const fixed = await look();
  expect(problemsIn(fixed)).toEqual([]);
  expect(seenBy(fixed, 'services-adopted')).toEqual(["4 of 4 services' repositories use deploy-service."]);
});

slow('how late runs by the clock were is a hint with median and worst', async () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const daily = ago(25);
  const text = `on: { schedule: [{ cron: "${daily.getUTCMinutes()} ${daily.getUTCHours()} * * *" }] }\njobs: {}\n`;
  github.addRepository({
    ...{ owner: 'acme', name: 'infra-by-clock', files: { '.github/workflows/nightly.yml': text } },
    workflows: [{ file: 'nightly.yml', on: ['schedule'] }],
  });
  for (let n = 0; n < 3; n += 1) github.startRunOnEvent('acme/infra-by-clock', 'nightly.yml', { name: 'schedule' });
  const { findings } = await look('acme/infra-by-clock');
  const [hint, ...others] = findings.filter(({ area }) => area === 'schedules');
  expect(others).toEqual([]);
  expect(hint).toMatchObject({ check: 'schedule-delay', severity: 'info' });
  expect(hint?.seen).toMatch(/^The last 3 runs by the clock began 2[56] m late \(median\), 2[56] m at worst;/);
});

slow('a state branch that grew for ever is told, and one that was tidied is not', async () => {
  github.addRepository({ owner: 'acme', name: 'infra-with-state', files: { 'README.md': '#' } });
  const paths = Array.from({ length: 20_001 }, (_, n) => `trains/run-${Math.floor(n / 100)}/${n}.json`);
  const change = (text: string | undefined, of: readonly string[]) =>
    github.commit('acme/infra-with-state', 'release-actions/state', Object.fromEntries(of.map((path) => [path, text])));
  change('{}', paths);
  const told = (seen: Examination) =>
    seen.findings.filter(({ check }) => check === 'state-size').map(({ seen }) => seen);
  expect(told(await look('acme/infra-with-state'))).toEqual([expect.stringContaining('has 20001 files')]);
  change(undefined, paths.slice(0, 1));
  expect(told(await look('acme/infra-with-state'))).toEqual([]);
});

slow('a service with a fault is told with its line, and the others are looked at', async () => {
  await declare('services:\n  - { name: auth, repository: auth }\n  - { name: billing, repository: acme/billing }\n');
  // Nobody asked for services: the file may be somebody else's.
  const { findings } = await look();
  const fault = {
    seen: 'repository must be a repository as owner/name.',
    place: { file: 'services.yml', line: 2 },
  };
  expect(findings.find(({ check }) => check === 'services-valid')).toMatchObject({ ...fault, severity: 'warning' });
  expect(seenBy({ findings }, 'service-adopts')).toEqual([expect.stringContaining('in acme/billing calls')]);
  for (const asked of [{ profile: 'service' }, { 'services-file': 'services.yml' }]) {
    const found = (await look('acme/infra', asked)).findings.find(({ check }) => check === 'services-valid');
    expect(found).toMatchObject({ ...fault, severity: 'error' });
  }
});

test('a services.yml of somebody else fails no pass that is about something else', async () => {
  await declare('services: { web: { image: nginx } }\n');
  const { findings, profiles } = await look();
  expect(profiles).toEqual(['service']);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(problemsIn({ findings })).toEqual(['services-valid services.yml']);
});
