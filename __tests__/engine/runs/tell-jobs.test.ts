import { expect, test } from '@jest/globals';
import { faultOnce } from '../../../simulator/faults.ts';
import type { RunScript } from '../../../simulator/types.ts';
import { childWorld } from '../child-world.ts';

const SCRIPT: RunScript = {
  queuedMs: 1_000,
  conclusion: 'success',
  jobs: [
    {
      name: 'Build',
      steps: [
        { name: 'Install', ms: 20_000 },
        { name: 'Compile', ms: 20_000 },
      ],
    },
    { name: 'Publish', steps: [{ name: '::error::npm publish', ms: 20_000 }] },
  ],
};
const JOBS = 'actions/list-jobs-for-workflow-run-attempt';

test('jobs and steps of the run are told as they go, each once, and nothing in a name is a command', async () => {
  const { run, lines, github } = childWorld(SCRIPT);
  await run({ showJobs: true });
  const told = lines.filter((line) => line.startsWith('  '));
  const seen = told.map((line) => line.replace(/› .*npm publish/, '› npm publish'));
  const things = ['Build', 'Build › Install', 'Build › Compile', 'Publish', 'Publish › npm publish'];
  expect(seen.toSorted()).toEqual(
    things.flatMap((thing) => [`  ${thing}: in progress`, `  ${thing}: success`]).toSorted(),
  );
  for (const thing of things)
    expect(seen.indexOf(`  ${thing}: in progress`)).toBeLessThan(seen.indexOf(`  ${thing}: success`));
  // A job begins before its steps and ends after them.
  expect(seen.indexOf('  Build: in progress')).toBe(0);
  expect(seen.indexOf('  Build: success')).toBeGreaterThan(seen.indexOf('  Build › Compile: success'));
  expect(lines.some((line) => line.startsWith('::error'))).toBe(false);
  const looks = github.requests.filter(({ operation }) => operation === JOBS);
  // A look in five seconds, charged only where something is new.
  expect(looks.length).toBeLessThan(20);
  expect(looks.filter(({ charged }) => charged).length).toBeLessThanOrEqual(8);
});

test('nothing is asked or told of them where nobody wants it', async () => {
  const { run, lines, github } = childWorld(SCRIPT);
  await run();
  expect(lines.filter((line) => line.startsWith('  '))).toEqual([]);
  expect(github.requests.filter(({ operation }) => operation === JOBS)).toEqual([]);
});

test('jobs that cannot be read are one warning; the run is followed to its end all the same', async () => {
  const { run, lines } = childWorld(SCRIPT, {
    faults: faultOnce(JOBS, { kind: 'status', status: 404, when: 'before' }),
  });
  const outcome = await run({ showJobs: true });
  expect(outcome).toMatchObject({ run: { conclusion: 'success' } });
  expect(outcome.problem).toBeUndefined();
  expect(lines.filter((line) => line.startsWith('::warning'))).toEqual([
    expect.stringContaining('The jobs of the run cannot be shown as they go. GET /repos/acme/service/actions/runs/'),
  ]);
});

test('a run that fails is told as such, and the failure is the outcome', async () => {
  const jobs = [
    {
      name: 'Build',
      steps: [{ name: 'Compile', ms: 10_000, conclusion: 'failure' as const }],
      conclusion: 'failure' as const,
    },
  ];
  const { run, lines } = childWorld({ ...SCRIPT, jobs, conclusion: 'failure' });
  const outcome = await run({ showJobs: true });
  expect(outcome.problem).toMatch(/concluded failure/);
  expect(lines).toEqual(expect.arrayContaining(['  Build: failure', '  Build › Compile: failure']));
});

test('a cancelled step ends at once', async () => {
  const { run, abort, clock } = childWorld({ ...SCRIPT, conclusion: 'never' });
  clock.at(clock.now() + 60_000, () => abort.abort(new Error('SIGINT')));
  await expect(run({ showJobs: true })).rejects.toThrow('SIGINT');
});
