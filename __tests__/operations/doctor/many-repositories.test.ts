import { expect, test } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import type { Fault, FaultSchedule } from '../../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { resolveRead } from '../../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../../src/engine/planning/read-manifest.ts';
import { CHECKS } from '../../../src/operations/doctor/every-check.ts';
import type { DoctorFinding } from '../../../src/operations/doctor/finding.ts';
import { oneLook } from '../../../src/operations/doctor/one-look.ts';
import type { Pass } from '../../../src/operations/doctor/pass.ts';
import { runChecks } from '../../../src/operations/doctor/run-checks.ts';
import { subjectsOfTrain } from '../../../src/operations/doctor/subjects.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import type { Manifest } from '../../../src/train/manifest/manifest.ts';
import { slow } from '../../support/slow.ts';

/** A chain of packages, one a repository. */
async function chainOf(length: number): Promise<Manifest> {
  const lines = Array.from({ length }, (_, n) => {
    const needs = n === 0 ? '' : `, needs: [c${n - 1}]`;
    return `  c${n}: { repository: acme/c${n}, package: { npm: "@acme/c${n}" }${needs} }`;
  });
  const inputs = '{ version: "{version}", nonce: "{nonce}" }';
  const head = `name: chain\ndefaults: { workflow: release.yml, ref: main, inputs: ${inputs} }\ncomponents:`;
  const resolved = resolveRead(await readManifest([head, ...lines].join('\n'), 'chain.yml'));
  if ('faults' in resolved) throw new Error(JSON.stringify(resolved.faults));
  return resolved.manifest;
}

/** The registry of the embedded GitHub, asked without npm, which knows no virtual time. */
function registryOf({ registry }: SimulatedGitHub): Pass['registry'] {
  const versions = async (pkg: { npm: string } | { pypi: string }) => {
    const served = 'npm' in pkg ? registry.served('npm', pkg.npm) : registry.served('pypi', pkg.pypi);
    const all = served.map(({ version }) => version);
    return all.length === 0 ? undefined : { versions: all, tags: { latest: all.at(-1) ?? '' } };
  };
  return {
    versions,
    latest: async (pkg) => (await versions(pkg))?.tags.latest,
    served: async () => ({ served: false, detail: '' }),
    lookUp: async () => ({ state: 'pending', detail: '' }),
    publisher: async () => ({ state: 'absent' }),
  };
}

async function examine(size: number, access: { readonly limit?: number } = {}, faults?: FaultSchedule) {
  const clock = new VirtualClock();
  // One request in 100 ms.
  const github = createGitHub({ clock, check: 'none', latency: { minMs: 100, maxMs: 100 }, ...(faults && { faults }) });
  const manifest = await chainOf(size);
  addEcosystem(github, manifest.components, {});
  github.addToken('secret', { owners: ['acme'], ...access });
  const { signal } = new AbortController();
  const { transport } = github;
  const client = createClient({ token: staticToken('secret'), apiUrl: github.url, clock, transport });
  const looking = oneLook({ clock, signal })(client);
  const known = new Map<string, Promise<unknown>>();
  const pass: Pass = {
    ...{ manifest, workspace: '.', serverUrl: 'https://github.com', probes: true, now: clock.now(), signal },
    ...{
      repositoryFor: (name) => openRepository(looking, name),
      registry: registryOf(github),
      store: undefined,
      hub: undefined,
      homeName: undefined,
      templates: undefined,
      hasSecret: () => true,
    },
    once: <T>(key: string, work: () => Promise<T>) => {
      const started = (known.get(key) as Promise<T> | undefined) ?? work();
      known.set(key, started);
      return started;
    },
  };
  const startedAt = clock.now();
  const findings: DoctorFinding[] = await clock.run(
    runChecks({ checks: CHECKS, subjects: subjectsOfTrain(manifest), locate: () => ({}) }, pass),
    { limit: 3_600_000 },
  );
  return { findings, github, ms: clock.now() - startedAt };
}

slow('sixteen repositories take less than 20 s and 200 requests', async () => {
  const { findings, github, ms } = await examine(16);
  expect(findings).toEqual([]);
  expect(github.requests.length).toBeLessThan(200);
  expect(ms).toBeLessThan(20_000);
});

slow('500 repositories are looked at in one pass, within the limits of one token', async () => {
  const { findings, github, ms } = await examine(500);
  expect(findings.map(({ check }) => check)).toEqual(['token-tried']);
  const refused = github.requests.filter(({ status }) => status === 403 || status === 429);
  expect(refused).toEqual([]);
  expect(github.requests.length).toBeLessThan(5_000);
  expect(ms).toBeLessThan(10 * 60_000);
});

test('a token whose hour is used up ends the looking with a sentence, not with hundreds', async () => {
  const { findings } = await examine(40, { limit: 100 });
  expect(findings.map(({ check, severity }) => `${severity} ${check}`).toSorted()).toEqual([
    'warning looked-at',
    'warning token-budget',
  ]);
});

test.each<Fault>([
  { kind: 'status', status: 502, when: 'before' },
  { kind: 'reset', when: 'before' },
  { kind: 'hang' },
])('one repository that always answers by $kind is told, and the rest is looked at all the same', async (fault) => {
  const missing: Fault = { kind: 'status', status: 404, when: 'before' };
  const { findings, ms } = await examine(16, {}, ({ path }) => {
    if (/^\/repos\/acme\/c7(\/|$)/.test(path)) return fault;
    // What is wrong elsewhere is found beside it.
    return /^\/repos\/acme\/c3\/actions\/workflows\//.test(path) ? missing : undefined;
  });
  const seen = findings.map(({ check, severity, subject }) => `${severity} ${check} ${subject}`);
  expect(seen.toSorted()).toEqual(['error workflow-there c3', 'warning looked-at acme/c7']);
  expect(findings.find(({ check }) => check === 'looked-at')?.seen).toMatch(/^It could not be looked at as a whole: /);
  expect(ms).toBeLessThan(10 * 60_000);
});

test.each<Fault>([{ kind: 'reset', when: 'before' }, { kind: 'hang' }])(
  'where not one answer ever comes ($kind), the looking ends with the first question',
  async (fault) => {
    const { findings, ms } = await examine(40, {}, () => fault);
    expect(findings.map(({ severity, check }) => `${severity} ${check}`)).toEqual([
      'warning token-works',
      'warning looked-at',
    ]);
    expect(ms).toBeLessThan(3 * 60_000);
  },
);

/** What an answer may be instead of the right one. */
const WRONG: readonly Fault[] = [
  { kind: 'status', status: 502, when: 'before' },
  { kind: 'reset', when: 'before' },
  { kind: 'hang' },
  { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 60 },
  { kind: 'rate-limited', status: 403, hint: 'retry-after', seconds: 3_600 },
  { kind: 'unauthorized' },
];

test('whichever question goes unanswered, the pass ends, and what was not seen is never shown as fine', async () => {
  const { github } = await examine(3);
  const operations = [...new Set(github.requests.map(({ operation }) => operation))].filter((one) => one !== undefined);
  expect(operations.length).toBeGreaterThanOrEqual(7);
  let told = 0;
  for (const operation of operations)
    for (const fault of WRONG) {
      const { findings, ms } = await examine(3, {}, (call) => (call.operation === operation ? fault : undefined));
      const what = `${operation} ${JSON.stringify(fault)}`;
      const problems = findings.filter(({ severity }) => severity !== 'info');
      expect([what, problems.length > 0]).toEqual([what, true]);
      // Once of each subject, at most in two words: what a check could not see, and that something was not seen.
      expect([what, problems.length <= 6]).toEqual([what, true]);
      expect([what, ms < 20 * 60_000]).toEqual([what, true]);
      told += problems.length;
    }
  expect(told).toBeGreaterThan(operations.length);
});
