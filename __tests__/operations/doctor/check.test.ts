import { afterAll, beforeAll, expect } from '@jest/globals';
import { slow } from '../../support/slow.ts';
import { type DoctorWorld, exampleWorld } from './doctor-world.ts';

let world: DoctorWorld;
beforeAll(async () => {
  world = await exampleWorld();
});
afterAll(() => world.close());

slow('nothing is wrong with the example, which takes fewer than 200 requests', async () => {
  const before = world.github.requests.length;
  const run = await world.run();
  const asked = world.github.requests.slice(before);
  expect(run.problems).toEqual([]);
  expect(run).toMatchObject({ exitCode: 0, outputs: { problems: '0', report: '.release-actions/doctor.json' } });
  expect(run.summary).toContain('### Doctor: ✅ Nothing stands in the way');
  expect(asked.length).toBeLessThan(200);
  expect(run.seen.looked).toMatchObject({ owners: 3, repositories: 16, components: 16 });
  expect(run.seen.findings.map(({ check }) => check)).toEqual(['state-branch']);
  expect(world.github.violations).toEqual([]);
  // The probes changed nothing.
  expect(world.github.effects.filter(({ requestId }) => requestId !== undefined)).toEqual([]);
});

slow('a home that the token does not see is one finding, not one of each check', async () => {
  const run = await world.run({}, { GITHUB_REPOSITORY: 'acme/gone' });
  expect(run.problems).toEqual(['repository-there acme/gone']);
});
